// Every exchange of a move × every fault, and a second run: nothing is lost, and nothing is there twice.
#include "tests/core/service/move_scene.h"

#include <QTest>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::test;
using Treatment = ExchangeProxy::Treatment;
using Reply = ExchangeProxy::Reply;
using Taken = Treatment::Taken;

namespace {

/// Long for two programs in one process, short for a test.
constexpr std::chrono::milliseconds patience(250);

struct Fault
{
    const char *name;
    Treatment treatment;
    bool lasts = false; ///< From this exchange on, until the program is gone.
};

Treatment told(int status, Taken taken)
{
    Treatment treatment;
    treatment.taken = taken;
    treatment.reply = Reply::Given;
    treatment.givenStatus = status;
    treatment.givenBody = R"({"error":"told by the test"})";
    return treatment;
}

Treatment harmed(Taken taken, Reply reply)
{
    Treatment treatment;
    treatment.taken = taken;
    treatment.reply = reply;
    return treatment;
}

QList<Fault> faults()
{
    return {{"reset before", harmed(Taken::Never, Reply::Reset)},
            {"reset after", harmed(Taken::Now, Reply::Reset)},
            {"taken late", harmed(Taken::Later, Reply::Reset)},
            {"cut short", harmed(Taken::Now, Reply::CutShort)},
            {"half an answer", harmed(Taken::Now, Reply::Halved)},
            {"500", told(500, Taken::Never)},
            {"503 of a gateway, carried out", told(503, Taken::Now)},
            {"401", told(401, Taken::Never)},
            {"killed before", harmed(Taken::Never, Reply::Reset), true},
            {"killed after", harmed(Taken::Now, Reply::Reset), true},
            {"killed, and taken late", harmed(Taken::Later, Reply::Reset), true}};
}

} // namespace

class TestRecordMoverFaults : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MoveClinic> m_clinic;
    int m_cases = 0;

    QString fresh()
    {
        const QString path = m_folder.filePath(QStringLiteral("case_%1.sqlite").arg(++m_cases));
        QFile::copy(m_folder.filePath(QStringLiteral("clinic.sqlite")), path);
        return path;
    }

    /// Empty: each of the clinic's is there once, in its state, and the stand-in's are not.
    QString wrongWith(const MoveDestination &there) const
    {
        QStringList ids;
        for (const QJsonObject &document : there.consultations()) {
            const QString id = document.value(QLatin1String("_id")).toString();
            const bool isTrash = document.value(QLatin1String("__STATE__")) == QLatin1String("TRASH");
            if (isTrash != (id == m_clinic->trashed))
                return QStringLiteral("a record is in another state");
            ids << id;
        }
        QStringList expected = m_clinic->ids;
        std::sort(ids.begin(), ids.end());
        std::sort(expected.begin(), expected.end());
        if (ids != expected)
            return QStringLiteral("%1 consultations").arg(ids.size());
        QStringList people;
        for (const QJsonObject &document : there.people())
            people << document.value(QLatin1String("receivedUserId")).toString();
        std::sort(people.begin(), people.end());
        const QStringList known{QStringLiteral("bianchi"), QStringLiteral("ferri"), QStringLiteral("rossi"),
                                QStringLiteral("verdi")};
        return people == known ? QString() : people.join(QLatin1Char(' '));
    }

    QString run(const Fault &fault, int exchange, bool uniqueIndex, int version)
    {
        MoveDestination there(uniqueIndex, version);
        const QString file = fresh();
        {
            MovingProgram program(file, there, patience);
            there.network.setJudge([&](const ExchangeProxy::Exchange &one) {
                const bool isMeant = fault.lasts ? one.number >= exchange : one.number == exchange;
                return isMeant ? fault.treatment : Treatment();
            });
            const service::MoveReport report = program.move();
            if (report.isComplete && fault.lasts)
                return QStringLiteral("complete without a service");
            if (report.isComplete) {
                if (const QString wrong = wrongWith(there); !wrong.isEmpty())
                    return QStringLiteral("at once: ") + wrong;
            }
        }
        there.network.setJudge({});
        there.network.deliverLate();
        if (!waitUntil([&] { return there.network.isQuiet(); }))
            return QStringLiteral("late requests are not answered");
        MovingProgram program(file, there);
        const service::MoveReport report = program.move();
        if (!report.isComplete)
            return report.stopped ? report.stopped->toLogLine()
                                  : QStringLiteral("unmoved: %1").arg(report.unmoved.size());
        return wrongWith(there);
    }

private slots:
    void initTestCase() { m_clinic = std::make_unique<MoveClinic>(m_folder.filePath(QStringLiteral("clinic.sqlite"))); }

    void everyExchangeMayFail_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("uniqueIndex");
        QTest::addColumn<int>("version");
        const QList<Fault> all = faults();
        for (int i = 0; i < all.size(); ++i) {
            QTest::addRow("%s, version 7", all.at(i).name) << i << false << 7;
            QTest::addRow("%s, version 6, unique index", all.at(i).name) << i << true << 6;
        }
    }
    void everyExchangeMayFail()
    {
        QFETCH(int, fault);
        QFETCH(bool, uniqueIndex);
        QFETCH(int, version);
        MoveDestination there(uniqueIndex, version);
        int exchanges = 0;
        {
            MovingProgram program(fresh(), there);
            QVERIFY(program.move().isComplete);
            exchanges = int(there.network.exchanges().size());
        }
        QCOMPARE(wrongWith(there), QString());
        QVERIFY2(exchanges >= 16, QByteArray::number(exchanges)); // 4 questions and 10 records, asked for again.
        for (int exchange = 0; exchange < exchanges; ++exchange) {
            const QString wrong = run(faults().at(fault), exchange, uniqueIndex, version);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("exchange %1: %2").arg(exchange).arg(wrong)));
        }
    }

    /// An answer that never comes is not waited for for ever.
    void aServiceThatHangsStopsTheMove()
    {
        MoveDestination there;
        const QString file = fresh();
        {
            MovingProgram program(file, there, std::chrono::milliseconds(40));
            there.network.setJudge([](const ExchangeProxy::Exchange &one) {
                return one.method == "POST" ? harmed(Taken::Now, Reply::Nothing) : Treatment();
            });
            const service::MoveReport report = program.move();
            QVERIFY(report.stopped);
            QCOMPARE(report.stopped->code, QStringLiteral("timeout"));
        }
        there.network.reset();
        MovingProgram program(file, there);
        QVERIFY(program.move().isComplete);
        QCOMPARE(wrongWith(there), QString());
    }
};

QTEST_GUILESS_MAIN(TestRecordMoverFaults)
#include "test_record_mover_faults.moc"
