// teleconsultctl doctor, against the stand-in for Kaleyra and doubles of its peers.
#include "tests/app/ctl/sandbox_test.h"
#include "tests/support/auth_service_double.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/scripted_server.h"

#include <QDir>
#include <QJsonArray>
#include <QLocale>

using namespace teleconsult;
using test::creation;
using test::CtlFixture;
using test::ScriptedServer;
using Outcome = CtlFixture::Outcome;

class TestDoctor : public test::SandboxTest
{
    Q_OBJECT

private slots:
    void findsNothingToMend();
    void saysWhatToMend_data();
    void saysWhatToMend();
    void looksAtAKiosk();
    void looksForSettingsThatAreNone();
    void looksAtTheDataFolder();
    void asksTheCrudService();
    void asksTheAuthService_data();
    void asksTheAuthService();
    void comparesClocks();
};

void TestDoctor::findsNothingToMend()
{
    const Outcome json = run("doctor --json");
    QVERIFY2(json.code == 0, json.text());
    QVERIFY(json.json()[QStringLiteral("healthy")].toBool());
    QVERIFY(json.json()[QStringLiteral("checks")].toArray().size() >= 6);
    const Outcome text = run("doctor");
    QVERIFY2(text.code == 0 && text.output.contains(QLatin1String("good")), text.text());
    // Where nothing is configured, it says so.
    m_ctl->environment.remove(QStringLiteral("BANDYER_BASE_URL"));
    const Outcome sandbox = run("doctor");
    QVERIFY2(sandbox.code == 0 && sandbox.output.contains(QLatin1String("built-in sandbox")), sandbox.text());
}

void TestDoctor::saysWhatToMend_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("nobody there") << "BANDYER_BASE_URL"
                                  << "http://127.0.0.1:1"
                                  << "kaleyra"
                                  << "address";
    QTest::newRow("no address") << "BANDYER_BASE_URL"
                                << "http://kaleyra.example"
                                << "kaleyra"
                                << "BANDYER_BASE_URL";
    QTest::newRow("another key") << "BANDYER_API_SECRET_KEY_FILE"
                                 << "other-key"
                                 << "kaleyra"
                                 << "key";
    QTest::newRow("a key for all to read") << "BANDYER_API_SECRET_KEY_FILE"
                                           << "open-key"
                                           << "kaleyra"
                                           << "chmod 600";
    QTest::newRow("half of the records") << "CRUD_SERVICE_URL"
                                         << "http://127.0.0.1:1"
                                         << "records"
                                         << "TELECONSULTATIONS_CRUD_NAME";
    QTest::newRow("no such configuration") << "TELECONSULTATION_SERVICE_CONFIG_PATH"
                                           << "nonesuch.json"
                                           << "configuration"
                                           << "TELECONSULTATION_SERVICE_CONFIG_PATH";
    QTest::newRow("group") << "TELECONSULT_STATION_GROUPS"
                           << "clown"
                           << "station"
                           << "TELECONSULT_STATION_GROUPS";
    QTest::newRow("value") << "UNLIMITED_TELECONSULTATION"
                           << "perhaps"
                           << "settings"
                           << "Correct";
}

void TestDoctor::saysWhatToMend()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, check);
    QFETCH(QString, remedy);
    m_ctl->file(QStringLiteral("other-key"), "another");
    m_ctl->file(QStringLiteral("open-key"), m_sandbox->endpoint().apiKey,
                QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    m_ctl->environment.insert(variable, value);
    const Outcome outcome = run("doctor --json");
    QVERIFY2(outcome.code == 1, outcome.text());
    QVERIFY(!outcome.json()[QStringLiteral("healthy")].toBool(true));
    QStringList problems;
    for (const QJsonValue found : outcome.json()[QStringLiteral("checks")].toArray()) {
        if (found[QStringLiteral("state")].toString() != QLatin1String("problem"))
            continue;
        problems << found[QStringLiteral("name")].toString();
        QVERIFY2(found[QStringLiteral("remedy")].toString().contains(remedy), outcome.text());
        QVERIFY(!outcome.output.contains(QString::fromLatin1(m_sandbox->endpoint().apiKey)));
    }
    QCOMPARE(problems, QStringList(check));
}

void TestDoctor::asksTheCrudService()
{
    test::CrudServiceDouble service;
    m_ctl->environment.insert(QStringLiteral("CRUD_SERVICE_URL"), service.server().url().toString());
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"), QStringLiteral("teleconsultations"));
    m_ctl->environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), QStringLiteral("teleconsultations_users"));
    const Outcome good = run("doctor");
    QVERIFY2(good.code == 0 && good.output.contains(QLatin1String("both collections")), good.text());
    QVERIFY2(good.output.contains(service.server().url().toString()), good.text()); // Which may be a default.
    QCOMPARE(m_ctl->run(creation()).code, 0);
    QCOMPARE(service.documents(QStringLiteral("teleconsultations")).size(), 1);

    m_ctl->environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), QStringLiteral("typing_mistake"));
    const Outcome wrong = run("doctor");
    QVERIFY2(wrong.code == 1 && wrong.output.contains(QLatin1String("user id map")), wrong.text());
}

void TestDoctor::asksTheAuthService_data()
{
    using Answer = ScriptedServer::Answer;
    QTest::addColumn<QByteArray>("clientType");
    QTest::addColumn<QList<Answer>>("answers");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("finding");
    const auto html = QByteArrayLiteral("<html>Welcome</html>");
    QTest::newRow("good") << QByteArray() << QList<Answer>() << "good"
                          << "answers";
    QTest::newRow("our client type") << QByteArray("video") << QList<Answer>() << "good"
                                     << "answers";
    QTest::newRow("another client type") << QByteArray("portal") << QList<Answer>() << "notice"
                                         << "not logged in";
    QTest::newRow("no session") << QByteArray() << QList<Answer>{{.status = 401}} << "notice"
                                << "not logged in";
    QTest::newRow("no JSON") << QByteArray() << QList<Answer>{{.body = html, .contentType = "text/html"}} << "problem"
                             << "make no sense";
    QTest::newRow("no list") << QByteArray() << QList<Answer>{{.body = R"({"users": []})"}} << "problem"
                             << "make no sense";
    QTest::newRow("another service") << QByteArray() << QList<Answer>{{.status = 404}} << "problem"
                                     << "failed";
}

void TestDoctor::asksTheAuthService()
{
    QFETCH(QByteArray, clientType);
    QFETCH(QList<ScriptedServer::Answer>, answers);
    QFETCH(QString, state);
    QFETCH(QString, finding);
    test::AuthServiceDouble service;
    service.setClientType(clientType);
    service.fail(answers);
    m_ctl->environment.insert(QStringLiteral("AUTH_SERVICE"), service.server().url().toString());
    m_ctl->environment.insert(QStringLiteral("DEFAULT_CLIENT_TYPE"), QStringLiteral("video"));
    const Outcome outcome = run("doctor --json");
    QVERIFY2(outcome.code == (state == QLatin1String("problem") ? 1 : 0), outcome.text());
    int told = 0;
    for (const QJsonValue check : outcome.json()[QStringLiteral("checks")].toArray()) {
        if (check[QStringLiteral("name")].toString() != QLatin1String("people"))
            continue;
        ++told;
        QCOMPARE(check[QStringLiteral("state")].toString(), state);
        QVERIFY2(check[QStringLiteral("finding")].toString().contains(finding), outcome.text());
        QVERIFY2(!check[QStringLiteral("remedy")].toString().contains(QLatin1String("key")), outcome.text());
    }
    QCOMPARE(told, 1);
}

void TestDoctor::comparesClocks()
{
    ScriptedServer server;
    const auto setClock = [&server](qint64 secondsAhead) {
        const QDateTime there = QDateTime::currentDateTimeUtc().addSecs(secondsAhead);
        ScriptedServer::Answer answer;
        answer.body = R"({"name": "Clinic"})";
        answer.headers = {
            {"Date", QLocale::c().toString(there, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1()}};
        server.on("GET", "/v2/company", {answer});
    };
    m_ctl->useKaleyra(server.url(), "key");
    setClock(0);
    const Outcome right = run("doctor");
    QVERIFY2(right.code == 0 && right.output.contains(QLatin1String("agrees")), right.text());
    setClock(600);
    const Outcome slow = run("doctor");
    QVERIFY2(slow.code == 1 && slow.output.contains(QLatin1String("s slow")), slow.text());
    setClock(-600);
    const Outcome fast = run("doctor");
    QVERIFY2(fast.code == 1 && fast.output.contains(QLatin1String("s fast")), fast.text());
}

/// As the page of its settings does; without a screen there is nobody else who would say it.
void TestDoctor::looksAtAKiosk()
{
    const auto found = [this](const char *line) {
        QMap<QString, QString> states;
        const Outcome outcome = run(line);
        for (const QJsonValue check : outcome.json()[QStringLiteral("checks")].toArray()) {
            const QString name = check[QStringLiteral("name")].toString();
            if (name.startsWith(QLatin1String("kiosk")))
                states.insert(name, check[QStringLiteral("state")].toString());
        }
        return states;
    };
    QVERIFY(found("doctor --json").isEmpty()); // It is none.
    const char *asKiosk = "doctor --json --set station/profile=kiosk";
    const QString codes = QStringLiteral("kiosk (codes)");
    const QString pins = QStringLiteral("kiosk (PINs)");
    const QString support = QStringLiteral("kiosk (support)");
    const QString isProblem = QStringLiteral("problem");
    const QString isNotice = QStringLiteral("notice");
    QCOMPARE(found(asKiosk), (QMap<QString, QString>{{codes, isProblem}, {pins, isNotice}, {support, isNotice}}));

    const QByteArray key = "a-key-of-thirty-two-characters-or-more\n";
    const QString file =
        m_ctl->file(QStringLiteral("codes"), key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_APPOINTMENT_KEY_FILE"), file);
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_KIOSK_SUPPORT_ADDRESS"), QStringLiteral("Anna, room 12"));
    QCOMPARE(found(asKiosk), (QMap<QString, QString>{{codes, isProblem}, {pins, isNotice}, {support, isNotice}}));
    const Outcome open = run(asKiosk);
    QVERIFY2(open.code == 1 && open.output.contains(QLatin1String("chmod 600")), open.text());

    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_KIOSK_SUPPORT_ADDRESS"), QStringLiteral("+39 02 1234567"));
    QCOMPARE(found(asKiosk), (QMap<QString, QString>{{pins, isNotice}}));
    for (const char *which : {"reception", "settings"})
        QCOMPARE(m_ctl->run({QStringLiteral("config"), QStringLiteral("pin"), QLatin1String(which)}, "24680\n").code,
                 0);
    QCOMPARE(found(asKiosk), (QMap<QString, QString>{{QStringLiteral("kiosk"), QStringLiteral("good")}}));
}

void TestDoctor::looksForSettingsThatAreNone()
{
    const QString settings = m_ctl->file(QStringLiteral("settings.ini"),
                                         "[consultations]\nunlimitted=true\nimmutable_period_ms=soon\n# a note\n");
    const Outcome outcome = m_ctl->run({QStringLiteral("doctor"), QStringLiteral("--settings"), settings});
    QVERIFY2(outcome.code == 1, outcome.text());
    for (const char *named :
         {"consultations/unlimitted is no setting", "consultations/immutable_period_ms is out of range"})
        QVERIFY2(outcome.output.contains(QLatin1String(named)), outcome.text());
    QCOMPARE(outcome.output.count(QLatin1String("line 4")), 1);
}

void TestDoctor::looksAtTheDataFolder()
{
    const QString folder = m_ctl->home.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(folder));
    const QStringList arguments{QStringLiteral("doctor"), QStringLiteral("--data-dir"), folder};
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther));
    const Outcome open = m_ctl->run(arguments);
    QVERIFY2(open.code == 1 && open.output.contains(QLatin1String("chmod 700")), open.text());
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const Outcome closed = m_ctl->run(arguments);
    QVERIFY2(closed.code == 0, closed.text());
    // A file stands where the folder should be.
    const Outcome none =
        m_ctl->run({QStringLiteral("doctor"), QStringLiteral("--data-dir"), m_ctl->file(QStringLiteral("file"), "x")});
    QVERIFY2(none.code == 1 && none.output.contains(QLatin1String("cannot be written to")), none.text());
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "moc_sandbox_test.cpp"
#include "test_doctor.moc"
