// teleconsultctl records, as an administrator uses it.
#include "core/service/contract_names.h"
#include "tests/app/ctl/ctl_fixture.h"
#include "tests/core/service/move_scene.h"

#include <QDir>
#include <QJsonArray>

using namespace teleconsult;
using test::CtlFixture;
using test::MoveDestination;
using Outcome = CtlFixture::Outcome;

class TestRecords : public QObject
{
    Q_OBJECT

    std::unique_ptr<CtlFixture> m_ctl;
    std::unique_ptr<MoveDestination> m_there;
    std::unique_ptr<test::MoveClinic> m_clinic;

    Outcome run(const char *line) { return m_ctl->run(QString::fromUtf8(line).split(QLatin1Char(' '))); }
    Outcome move(const QStringList &more = {})
    {
        return m_ctl->run(QStringList{QStringLiteral("records"), QStringLiteral("move"), QStringLiteral("--to"),
                                      m_there->network.url().toString(), QStringLiteral("--consultations"),
                                      test::consultationsPath, QStringLiteral("--users"), test::usersPath} +
                          more);
    }

private slots:
    void init()
    {
        m_ctl = std::make_unique<CtlFixture>();
        m_there = std::make_unique<MoveDestination>();
        QVERIFY(QDir().mkpath(m_ctl->dataDir()));
        m_clinic = std::make_unique<test::MoveClinic>(m_ctl->dataDir() + QStringLiteral("/teleconsult.sqlite"));
    }
    void cleanup() { m_ctl.reset(); }

    void movesAndSwitchesOver()
    {
        const Outcome moved = move();
        QVERIFY2(moved.code == 0, moved.text());
        QVERIFY2(moved.output.startsWith(QStringLiteral("6 consultations and 4 people")), moved.text());
        QVERIFY2(moved.output.contains(QStringLiteral("3 records were tried out")), moved.text());
        QVERIFY2(moved.output.contains(QStringLiteral("backup")), moved.text());
        QVERIFY2(moved.error.contains(QStringLiteral("Checked")), moved.text());
        QVERIFY(!m_there->consultation(m_clinic->ids.last()).isEmpty());
        QCOMPARE(run("config get records/crud_url").output.trimmed(), m_there->network.url().toString());
        // What is asked from now on is the CRUD service.
        const auto asked = m_there->network.exchanges().size();
        const Outcome listed = run("list --json");
        QVERIFY2(listed.code == 0, listed.text());
        QVERIFY(m_there->network.exchanges().size() > asked);
        QCOMPARE(listed.json()[service::names::list].toArray().size(), 5); // One is in the trash.
        const Outcome again = run("records move --json");
        QVERIFY2(again.code == 0, again.text());
        QCOMPARE(again.json()[QStringLiteral("sent")].toInt(-1), 0);
        QVERIFY(again.json()[QStringLiteral("complete")].toBool());
    }

    void saysWhatCannotBeMoved()
    {
        m_there->service.put(test::usersPath, {{QStringLiteral("receivedUserId"), QStringLiteral("rossi")},
                                               {QStringLiteral("bandyerId"), QStringLiteral("usr_other")}});
        const Outcome some = move();
        QVERIFY2(some.code == 6, some.text());
        QVERIFY2(some.output.contains(QStringLiteral("Not moved, person rossi")), some.text());
        QVERIFY2(some.output.contains(QStringLiteral("--leave-behind")), some.text());
        QCOMPARE(run("config get records/crud_url").output.trimmed(), QString());
        const Outcome rest = move({QStringLiteral("--leave-behind"), QStringLiteral("--json")});
        QVERIFY2(rest.code == 0, rest.text());
        QVERIFY(rest.json()[QStringLiteral("unmoved")].toArray().size() > 1);
        QCOMPARE(run("config get records/crud_url").output.trimmed(), m_there->network.url().toString());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("named");
        QTest::newRow("nowhere") << QByteArray("records move") << 2 << "--to";
        QTest::newRow("no collection") << QByteArray("records move --to http://127.0.0.1:1") << 7 << "collections";
        QTest::newRow("no address") << QByteArray("records move --to ftp://x --consultations a --users b") << 7
                                    << "address";
        QTest::newRow("nobody there") << QByteArray("records move --to http://127.0.0.1:1 --consultations a --users b")
                                      << 1 << "cannot be reached";
        QTest::newRow("locked") << QByteArray("--set records/crud_url=http://127.0.0.1:2 records move --to "
                                              "http://127.0.0.1:1 --consultations a --users b")
                                << 6 << "records/crud_url";
        QTest::newRow("elsewhere") << QByteArray("--set service/url=http://127.0.0.1:1 records move") << 7
                                   << "service/url";
    }
    void refuses()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        QFETCH(QString, named);
        const Outcome refused = run(line);
        QVERIFY2(refused.code == code, refused.text());
        QVERIFY2(refused.error.contains(named), refused.text());
        QVERIFY(m_there->consultations().isEmpty());
    }

    void aKilledMoveGoesOn()
    {
        m_there->network.setDelay(std::chrono::milliseconds(40));
        const std::unique_ptr<QProcess> process =
            m_ctl->start({QStringLiteral("records"), QStringLiteral("move"), QStringLiteral("--to"),
                          m_there->network.url().toString(), QStringLiteral("--consultations"), test::consultationsPath,
                          QStringLiteral("--users"), test::usersPath});
        // A busy machine takes its time to start a program.
        QVERIFY(test::waitUntil([this] { return !m_there->consultations().isEmpty(); }, std::chrono::seconds(90)));
        process->kill();
        QVERIFY(test::waitUntil([&] { return process->state() == QProcess::NotRunning; }));
        m_there->network.setDelay({});
        QVERIFY(test::waitUntil([this] { return m_there->network.isQuiet(); }));
        const Outcome rest = move();
        QVERIFY2(rest.code == 0, rest.text());
        QStringList ids;
        for (const QJsonObject &document : m_there->consultations())
            ids << document.value(QLatin1String("_id")).toString();
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        for (const QString &id : std::as_const(m_clinic->ids))
            QVERIFY(ids.contains(id));
    }

    void reopensTheBackup()
    {
        QVERIFY(move().code == 0);
        const Outcome reopened = run("records reopen");
        QVERIFY2(reopened.code == 0 && reopened.output.contains(QStringLiteral("can be used again")), reopened.text());
        const Outcome again = run("records reopen --json");
        QVERIFY(!again.json()[QStringLiteral("reopened")].toBool(true));
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "test_records.moc"
