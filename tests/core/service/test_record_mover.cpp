// Moving records to the CRUD service: what is moved, what is not, and what a second run finds.
#include "core/records/sqlite_connection.h"
#include "tests/core/service/move_scene.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::test;
using service::MoveReport;
using service::MoveTalk;
using service::Unmoved;

namespace {

QStringList codesOf(const MoveReport &report)
{
    QStringList codes;
    for (const Unmoved &one : report.unmoved)
        codes << one.why.code;
    return codes;
}

QString codeOf(const std::optional<Error> &error)
{
    return error ? error->code : QStringLiteral("none");
}

} // namespace

class TestRecordMover : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MoveClinic> m_clinic;
    std::unique_ptr<MoveDestination> m_there;
    std::unique_ptr<MovingProgram> m_here;

    void open(std::unique_ptr<MoveDestination> there)
    {
        m_here.reset();
        m_there = std::move(there);
        m_here = std::make_unique<MovingProgram>(m_folder->filePath(QStringLiteral("records.sqlite")), *m_there);
    }
    void startAgain()
    {
        m_here.reset();
        m_there->network.reset();
        m_here = std::make_unique<MovingProgram>(m_folder->filePath(QStringLiteral("records.sqlite")), *m_there);
    }
    /// A talk that cancels as soon as something was done.
    static std::shared_ptr<MoveTalk> cancelling(int after)
    {
        auto talk = std::make_shared<MoveTalk>();
        talk->onProgress = [raw = talk.get(), after](const service::MoveProgress &progress) {
            raw->isCancelled = progress.done >= after;
        };
        return talk;
    }
    void setRoom(const QString &id, const char *roomId)
    {
        Result<Teleconsultation> kept = await(m_here->store.find(id));
        QVERIFY(kept);
        kept->roomId = QString::fromLatin1(roomId);
        QVERIFY(await(m_here->store.update(*kept)));
    }
    QString roomThere(const QString &id) const
    {
        return m_there->consultation(id).value(QLatin1String("bandyerRoomId")).toString();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clinic = std::make_unique<MoveClinic>(m_folder->filePath(QStringLiteral("records.sqlite")));
        open(std::make_unique<MoveDestination>());
    }
    void cleanup()
    {
        m_here.reset();
        m_there.reset();
    }

    void tellsWhatThereIsToMove()
    {
        const Result<service::MoveOutlook> outlook = await(m_here->mover.outlook());
        QVERIFY(outlook);
        QCOMPARE(outlook->counts.consultations, 8);
        QCOMPARE(outlook->counts.inTrash, 1);
        QCOMPARE(outlook->consultationsToMove(), 6);
        QCOMPARE(outlook->peopleToMove(), 4);
        QVERIFY(outlook->mark.target.isEmpty());
        QCOMPARE(m_there->network.exchanges().size(), 0);
    }

    void everythingIsThereAsItWasHere()
    {
        QList<service::MoveProgress> told;
        auto talk = std::make_shared<MoveTalk>();
        talk->onProgress = [&told](const service::MoveProgress &progress) { told << progress; };
        const MoveReport report = m_here->move(false, talk);
        QVERIFY2(report.isComplete, qPrintable(codeOf(report.stopped)));
        QCOMPARE(report.consultations, 6);
        QCOMPARE(report.people, 4);
        QCOMPARE(report.sent, 10);
        QCOMPARE(report.left, 3);
        QVERIFY(report.unmoved.isEmpty());
        QVERIFY(!told.isEmpty());
        QVERIFY(told.last().isChecking);
        QCOMPARE(told.last().done, told.last().total);

        QStringList idsThere;
        for (const QJsonObject &document : m_there->consultations())
            idsThere << document.value(QLatin1String("_id")).toString();
        std::sort(idsThere.begin(), idsThere.end());
        QStringList ids = m_clinic->ids;
        std::sort(ids.begin(), ids.end());
        QCOMPARE(idsThere, ids);
        // The CRUD service's own store reads what this computer's reads.
        records::CrudRecordStore there(m_here->http, {.baseUrl = m_there->network.url()}, documentedCollections());
        for (const QString &id : std::as_const(ids)) {
            const bool isTrash = id == m_clinic->trashed;
            const auto before = await(isTrash ? m_here->store.findInTrash(id) : m_here->store.find(id));
            const auto after = await(isTrash ? there.findInTrash(id) : there.find(id));
            QVERIFY(before && after);
            QVERIFY(saysTheSame(*before, *after));
        }
        const auto people = await(there.findUserIds({QStringLiteral("ferri"), QStringLiteral("tried@out")}));
        QVERIFY(people);
        QCOMPARE(*people, (QHash<QString, QString>{{QStringLiteral("ferri"), QStringLiteral("Ferri")}}));
    }

    void theRecordsHereAreABackupThen()
    {
        QVERIFY(m_here->move().isComplete);
        const auto code = [](const auto &result) { return result ? QStringLiteral("written") : result.error().code; };
        const QString moved = QStringLiteral("records_moved");
        const QString id = m_clinic->ids.last();
        QCOMPARE(code(await(m_here->store.insert(consultationAt(at(20, 9))))), moved);
        QCOMPARE(code(await(m_here->store.setProgress(id, Progress::InCall))), moved);
        QCOMPARE(code(await(m_here->store.moveToTrash(id))), moved);
        QCOMPARE(code(await(m_here->store.rememberUserId(QStringLiteral("new"), QStringLiteral("usr")))), moved);
        const Result<Teleconsultation> kept = await(m_here->store.find(id));
        QVERIFY(kept);
        QCOMPARE(code(await(m_here->store.update(*kept))), moved);
        // Another program on the same file is told the same, and a restart changes nothing.
        startAgain();
        QCOMPARE(code(await(m_here->store.moveToTrash(id))), moved);
        QVERIFY(await(m_here->mover.outlook()).value_or(service::MoveOutlook()).mark.sealed.isValid());
        QCOMPARE(code(await(m_here->mover.reopen())), QStringLiteral("written"));
        QCOMPARE(code(await(m_here->store.moveToTrash(id))), QStringLiteral("written"));
    }

    void aSecondMoveSendsNothing()
    {
        QVERIFY(m_here->move().isComplete);
        const QList<QJsonObject> before = m_there->consultations();
        startAgain();
        const MoveReport again = m_here->move();
        QVERIFY(again.isComplete);
        QCOMPARE(again.sent, 0);
        QCOMPARE(m_there->consultations(), before);
    }

    void aBackupIsNotMovedToAnotherService()
    {
        QVERIFY(m_here->move().isComplete);
        open(std::make_unique<MoveDestination>());
        QCOMPARE(codeOf(m_here->move().stopped), QStringLiteral("records_moved"));
        QVERIFY(m_there->network.exchanges().isEmpty());
        QVERIFY(await(m_here->mover.reopen()).value_or(false));
        QVERIFY(m_here->move().isComplete);
        QCOMPARE(m_there->consultations().size(), 6);
    }

    void aCancelledMoveGoesOnWhereItEnded()
    {
        const MoveReport cancelled = m_here->move(false, cancelling(6));
        QVERIFY(cancelled.stopped && cancelled.stopped->kind == Error::Kind::Cancelled);
        QVERIFY(!cancelled.isComplete);
        QVERIFY(cancelled.sent > 0 && cancelled.sent < 10);
        QCOMPARE(await(m_here->mover.outlook()).value_or(service::MoveOutlook()).mark.target,
                 service::nameOfTarget(m_there->settings()));
        startAgain();
        const MoveReport rest = m_here->move();
        QVERIFY(rest.isComplete);
        QCOMPARE(cancelled.sent + rest.sent, 10);
        QCOMPARE(m_there->consultations().size(), 6);
    }

    void whatChangedHereBetweenTwoRunsIsBroughtUpToDate()
    {
        m_here->move(false, cancelling(99));                    // Never reached: it runs to its end …
        QVERIFY(await(m_here->mover.reopen()).value_or(false)); // … and work goes on here.
        const QString changed = m_clinic->ids.at(1);
        const QString deleted = m_clinic->ids.at(2);
        setRoom(changed, "room_later");
        QVERIFY(await(m_here->store.moveToTrash(deleted)));
        QVERIFY(m_here->move().isComplete);
        QCOMPARE(roomThere(changed), QStringLiteral("room_later"));
        QCOMPARE(m_there->consultation(deleted).value(QLatin1String("__STATE__")).toString(), QStringLiteral("TRASH"));
        QVERIFY(await(m_here->mover.reopen()).value_or(false));
        setRoom(changed, "room_latest");
        QVERIFY(m_here->move().isComplete);
        QCOMPARE(roomThere(changed), QStringLiteral("room_latest"));
    }

    void whatChangedThereStays()
    {
        QVERIFY(m_here->move().isComplete);
        QVERIFY(await(m_here->mover.reopen()).value_or(false));
        m_there->service.change(consultationsPath, m_clinic->ids.at(1),
                                {{QStringLiteral("bandyerRoomId"), QStringLiteral("theirs")}});
        QVERIFY(m_here->move().isComplete);
        QCOMPARE(roomThere(m_clinic->ids.at(1)), QStringLiteral("theirs"));
    }

    void whatChangedOnBothSidesIsSaidAndLeft()
    {
        QVERIFY(m_here->move().isComplete);
        QVERIFY(await(m_here->mover.reopen()).value_or(false));
        const QString id = m_clinic->ids.at(1);
        m_there->service.change(consultationsPath, id, {{QStringLiteral("bandyerRoomId"), QStringLiteral("theirs")}});
        setRoom(id, "ours");
        const MoveReport report = m_here->move();
        QVERIFY(!report.isComplete && !report.stopped);
        QCOMPARE(codesOf(report), QStringList(QStringLiteral("changed_there")));
        QCOMPARE(report.unmoved.first().consultationId, id);
        QCOMPARE(roomThere(id), QStringLiteral("theirs"));
        const MoveReport left = m_here->move(true);
        QVERIFY(left.isComplete);
        QCOMPARE(codesOf(left), QStringList(QStringLiteral("changed_there")));
        QCOMPARE(roomThere(id), QStringLiteral("theirs"));
    }

    void whatIsWrittenHereMeanwhileComesAlong()
    {
        m_there->network.setJudge([this, done = false](const ExchangeProxy::Exchange &exchange) mutable {
            ExchangeProxy::Treatment treatment;
            if (!done && exchange.method == "POST" && exchange.body.contains("room_1")) {
                done = true;
                // Given to the database's thread before whatever the mover asks next.
                treatment.meanwhile = [this] {
                    whenDone(m_here->store.setProgress(m_clinic->ids.at(1), Progress::Held), &m_context,
                             [](const Result<void> &) {});
                };
            }
            return treatment;
        });
        QVERIFY(m_here->move().isComplete);
        QCOMPARE(m_there->consultation(m_clinic->ids.at(1)).value(QLatin1String("teleconsultationState")).toString(),
                 QStringLiteral("HELD"));
    }

    void aPersonWhoIsSomebodyElseThereIsSaid()
    {
        m_there->service.put(usersPath, {{QStringLiteral("receivedUserId"), QStringLiteral("rossi")},
                                         {QStringLiteral("bandyerId"), QStringLiteral("usr_other")}});
        const MoveReport report = m_here->move();
        QVERIFY(!report.isComplete);
        const QString code = QStringLiteral("person_known_otherwise");
        QCOMPARE(codesOf(report), QStringList(6, code)); // Rossi, and five consultations.
        QCOMPARE(report.unmoved.first().externalId, QStringLiteral("rossi"));
        QCOMPARE(m_there->consultations().size(), 1);
        QCOMPARE(m_there->people().size(), 4);
    }

    void aCollectionThatLacksAFieldRefuses()
    {
        crud::Definition definition = CrudServiceDouble::consultations();
        definition.fields.removeIf(
            [](const crud::Field &field) { return field.name == QLatin1String("participants"); });
        open(std::make_unique<MoveDestination>(false, 7, definition));
        const MoveReport report = m_here->move();
        QVERIFY(!report.isComplete && !report.stopped);
        QCOMPARE(codesOf(report), QStringList(6, QStringLiteral("refused")));
        QVERIFY(m_there->consultations().isEmpty());
    }

    void aServiceThatTakesNoIdsIsToldApart()
    {
        crud::Definition definition = CrudServiceDouble::consultations();
        definition.takesImports = false;
        open(std::make_unique<MoveDestination>(false, 6, definition));
        const MoveReport report = m_here->move();
        QCOMPARE(codeOf(report.stopped), QStringLiteral("no_import"));
        QVERIFY(m_there->consultations().isEmpty());
    }

    void theServiceIsTriedBeforehand_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("answers") << 0 << QByteArray() << QStringLiteral("good");
        QTest::newRow("other ids") << 200 << QByteArray("[]") << QStringLiteral("ids_of_another_kind");
        QTest::newRow("no collection") << 404 << QByteArray(R"({"error":"not found"})")
                                       << QStringLiteral("no_collection");
        QTest::newRow("not for us") << 401 << QByteArray("{}") << QStringLiteral("unauthorized");
        QTest::newRow("another program") << 200 << QByteArray("{}") << QStringLiteral("bad answer");
    }
    void theServiceIsTriedBeforehand()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        if (status > 0)
            m_there->network.setJudge([=](const ExchangeProxy::Exchange &) {
                ExchangeProxy::Treatment treatment;
                treatment.reply = ExchangeProxy::Reply::Given;
                treatment.givenStatus = status;
                treatment.givenBody = body;
                return treatment;
            });
        // A move begins with the question.
        const MoveReport report = m_here->move();
        const QString outcome = !report.stopped                  ? QStringLiteral("good")
                                : report.stopped->code.isEmpty() ? nameOf(report.stopped->kind)
                                                                 : report.stopped->code;
        QTEST(outcome, "outcome");
        if (report.stopped) {
            QCOMPARE(report.sent, 0);
            QVERIFY(m_there->consultations().isEmpty());
        }
    }

    void manyGoInPagesAndAFewAtATime()
    {
        constexpr int many = 250;
        for (int i = 0; i < many; ++i)
            QVERIFY(await(m_here->store.insert(consultationAt(at(12, 9).addSecs(60 * i)))));
        m_there->network.setDelay(std::chrono::milliseconds(2));
        const MoveReport report = m_here->move();
        QVERIFY(report.isComplete);
        QCOMPARE(report.consultations, many + 6);
        QCOMPARE(m_there->consultations().size(), many + 6);
        // How many were under way when each began.
        const QList<ExchangeProxy::Exchange> &all = m_there->network.exchanges();
        int most = 0;
        for (const ExchangeProxy::Exchange &one : all) {
            most = std::max(most, int(std::count_if(all.begin(), all.end(), [&](const ExchangeProxy::Exchange &other) {
                                return other.began <= one.began && other.ended > one.began;
                            })));
            QVERIFY(one.target.size() < 8000);
        }
        QVERIFY2(most > 1 && most <= 4, QByteArray::number(most));
    }

private:
    QObject m_context;
};

QTEST_GUILESS_MAIN(TestRecordMover)
#include "test_record_mover.moc"
