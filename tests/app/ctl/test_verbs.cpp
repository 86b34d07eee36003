// Every verb of the built program, against the stand-in for Kaleyra and networks that fail.
#include "tests/app/ctl/sandbox_test.h"
#include "tests/support/fault_proxy.h"

#include <QJsonArray>

#include <csignal>

using namespace teleconsult;
using test::creation;
using test::CtlFixture;
using test::FaultProxy;
using Outcome = CtlFixture::Outcome;

class TestVerbs : public test::SandboxTest
{
    Q_OBJECT

    QString created() { return m_ctl->run(creation()).output.trimmed(); }
    QJsonArray listed(const QStringList &more = {})
    {
        const QStringList arguments{QStringLiteral("list"), QStringLiteral("--json")};
        return m_ctl->run(arguments + more).json()[QStringLiteral("teleconsultations")].toArray();
    }

private slots:
    void createPrintsTheId();
    void createReadsABody_data();
    void createReadsABody();
    void getShowsTheWayIn();
    void listFindsWhatIsAskedFor();
    void patchChangesWhatIsGiven();
    void aParticipantIsAdded();
    void deleteDeletes();
    void uploadsAreDeletedWhenTheSettingsSaySo();
    void credentialsAreATokenForSomebody();
    void backgroundsAreUploadedAndChosen();
    void companyIsKaleyras();
    void badInputIsNamed_data();
    void badInputIsNamed();
    void failuresHaveACode_data();
    void failuresHaveACode();
    void secretsStayOutOfLogsAndCommandLines();
    void aSignalEndsACommand();
    void theSandboxHasOneOwner();
};

void TestVerbs::createPrintsTheId()
{
    const Outcome text = m_ctl->run(creation());
    QVERIFY2(text.code == 0, text.text());
    const Outcome json = m_ctl->run(creation({QStringLiteral("--json")}));
    QCOMPARE(json.json().keys(), QStringList(QStringLiteral("roomId")));
    QStringList ids;
    for (const QJsonValue consultation : listed()) {
        ids << consultation[QStringLiteral("roomId")].toString();
        QVERIFY(consultation[QStringLiteral("hasRoom")].toBool());
    }
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids.contains(text.output.trimmed()));
    QVERIFY(ids.contains(json.json()[QStringLiteral("roomId")].toString()));
}

void TestVerbs::createReadsABody_data()
{
    QTest::addColumn<bool>("fromFile");
    QTest::newRow("standard input") << false;
    QTest::newRow("file") << true;
}

void TestVerbs::createReadsABody()
{
    QFETCH(bool, fromFile);
    const QByteArray body = R"({"participants": {"number": 3, "data": [
        {"userExternalId": "d", "fullName": "Ada Fontana", "groups": ["doctor"]}]},
        "start_date": "2026-02-22T15:30:00.000Z", "end_date": "2026-02-22T16:30:00.000Z"})";
    const QString from = fromFile ? m_ctl->file(QStringLiteral("body.json"), body) : QStringLiteral("-");
    const Outcome outcome = m_ctl->run({QStringLiteral("create"), QStringLiteral("--from"), from}, body);
    QVERIFY2(outcome.code == 0, outcome.text());
    const QJsonArray all = listed();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][QStringLiteral("roomId")].toString(), outcome.output.trimmed());
    QCOMPARE(all[0][QStringLiteral("start_date")].toString(), QStringLiteral("2026-02-22T15:30:00.000Z"));
    QCOMPARE(all[0][QStringLiteral("participants")][QStringLiteral("number")].toInt(), 3);
    QCOMPARE(all[0][QStringLiteral("hasRoom")].toBool(true), false);
}

void TestVerbs::getShowsTheWayIn()
{
    // Open from a moment long before its start.
    m_ctl->environment.insert(QStringLiteral("IMMUTABLE_PERIOD_MS"), QString::number(60LL * 24 * 3600 * 1000));
    const QString id = created();
    const Outcome outcome = m_ctl->run({QStringLiteral("get"), id, QStringLiteral("--as"), QStringLiteral("doctor.1"),
                                        QStringLiteral("--language"), QStringLiteral("en"),
                                        QStringLiteral("--background"), QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.text());
    const QUrl link(outcome.json()[QStringLiteral("accessLinkURL")].toString());
    QCOMPARE(link.port(), m_sandbox->endpoint().baseUrl.port());
    QVERIFY(link.query().contains(QLatin1String("en")));
    const Outcome text = m_ctl->run({QStringLiteral("get"), id, QStringLiteral("--as"), QStringLiteral("patient.1")});
    QVERIFY2(text.output.contains(QLatin1String("Link: http")), text.text());
    // The station takes no part in it.
    QCOMPARE(m_ctl->run({QStringLiteral("get"), id}).code, 5);
}

void TestVerbs::listFindsWhatIsAskedFor()
{
    const QString id = created();
    QCOMPARE(listed({QStringLiteral("--text"), QStringLiteral("brun")}).size(), 1);
    QCOMPARE(listed({QStringLiteral("--text"), QStringLiteral("nobody")}).size(), 0);
    QCOMPARE(listed({QStringLiteral("--since"), QStringLiteral("2999-01-01")}).size(), 0);
    QCOMPARE(listed({QStringLiteral("--until"), QStringLiteral("2999-01-01T00:00:00Z")}).size(), 1);
    QCOMPARE(listed({QStringLiteral("--offset"), QStringLiteral("1")}).size(), 0);
    const Outcome text = run("list");
    QVERIFY2(text.output.contains(id) && text.output.contains(QLatin1String("Ada Fontana, Bruno Serra")), text.text());
    const Outcome wrong = run("list --since yesterday");
    QVERIFY2(wrong.code == 2 && wrong.error.contains(QLatin1String("--since")), wrong.text());
}

void TestVerbs::patchChangesWhatIsGiven()
{
    const QString id = created();
    const QString start = listed()[0][QStringLiteral("start_date")].toString();
    const Outcome outcome = m_ctl->run(
        {QStringLiteral("patch"), id, QStringLiteral("--duration"), QStringLiteral("7200"), QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(outcome.output.trimmed(), QStringLiteral("{}"));
    const QJsonArray all = listed();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][QStringLiteral("start_date")].toString(), start);
    const QDateTime end = QDateTime::fromString(all[0][QStringLiteral("end_date")].toString(), Qt::ISODateWithMs);
    QCOMPARE(QDateTime::fromString(start, Qt::ISODateWithMs).secsTo(end), 7200);
}

void TestVerbs::aParticipantIsAdded()
{
    const QString id = m_ctl->run(creation({QStringLiteral("--number"), QStringLiteral("3")})).output.trimmed();
    const Outcome outcome = m_ctl->run({QStringLiteral("add-participant"), id, QStringLiteral("--participant"),
                                        QStringLiteral("id=nurse.1,name=Carla Neri,groups=doctor+patient")});
    QVERIFY2(outcome.code == 0, outcome.text());
    const QJsonValue participants = listed()[0][QStringLiteral("participants")];
    QCOMPARE(participants[QStringLiteral("data")].toArray().size(), 3);
    QCOMPARE(m_ctl->run({QStringLiteral("add-participant"), id}).code, 2);
}

void TestVerbs::deleteDeletes()
{
    const QString id = created();
    const Outcome outcome = m_ctl->run({QStringLiteral("delete"), id});
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(listed().size(), 0);
    const Outcome again = m_ctl->run({QStringLiteral("delete"), id, QStringLiteral("--json")});
    QCOMPARE(again.code, 4);
    // The sentence of the contract is for GET alone; whatever else does not find a record answers as the CRUD service.
    QCOMPARE(again.json()[QStringLiteral("error")].toString(), QStringLiteral("Not Found"));
    QVERIFY2(again.json()[QStringLiteral("message")].toString().contains(id), qPrintable(again.text()));
}

void TestVerbs::uploadsAreDeletedWhenTheSettingsSaySo()
{
    const QString id = created();
    const QStringList arguments{QStringLiteral("delete-uploads"), id, QStringLiteral("--json")};
    QCOMPARE(m_ctl->run(arguments).output.trimmed(), QStringLiteral("{}"));
    m_ctl->environment.insert(QStringLiteral("TELECONSULTATION_DELETE_UPLOADS"), QStringLiteral("true"));
    const Outcome outcome = m_ctl->run(arguments);
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(outcome.json(), (QJsonObject{{QStringLiteral("total"), 0}, {QStringLiteral("deleted"), 0}}));
}

void TestVerbs::credentialsAreATokenForSomebody()
{
    const Outcome outcome = run("credentials --as nurse.7 --group doctor --expires-in 360 --json");
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(outcome.json()[QStringLiteral("accessToken")].toString().count(QLatin1Char('.')), 2);
    const QDateTime expires =
        QDateTime::fromString(outcome.json()[QStringLiteral("expiresAt")].toString(), Qt::ISODateWithMs);
    QVERIFY(QDateTime::currentDateTimeUtc().secsTo(expires) <= 360);
    const Outcome tooShort = run("credentials --expires-in 10");
    QVERIFY2(tooShort.code == 3 && tooShort.error.contains(QLatin1String("expiresIn")), tooShort.text());
    const Outcome nobody = run("credentials --as  --json");
    QCOMPARE(nobody.code, 5);
}

void TestVerbs::backgroundsAreUploadedAndChosen()
{
    const QString picture = m_ctl->file(QStringLiteral("room.jpg"), test::jpeg(1280, 1280));
    const Outcome uploaded = m_ctl->run({QStringLiteral("background"), QStringLiteral("upload"), picture});
    QVERIFY2(uploaded.code == 0, uploaded.text());
    const QString alias = uploaded.output.trimmed();
    const Outcome chosen =
        m_ctl->run({QStringLiteral("background"), QStringLiteral("set"), alias, QStringLiteral("--json")});
    QVERIFY2(chosen.code == 0, chosen.text());
    QCOMPARE(chosen.json()[QStringLiteral("company")][QStringLiteral("default_background")][QStringLiteral("alias")]
                 .toString(),
             alias);
    const QString small = m_ctl->file(QStringLiteral("small.jpg"), test::jpeg(1279, 1280));
    const Outcome refused = m_ctl->run({QStringLiteral("background"), QStringLiteral("upload"), small});
    QVERIFY2(refused.code == 3 && refused.error.contains(QLatin1String("1279")), refused.text());
    QCOMPARE(run("background upload /nowhere.jpg").code, 3);
}

void TestVerbs::companyIsKaleyras()
{
    const Outcome outcome = run("company --json");
    QVERIFY2(outcome.code == 0, outcome.text());
    QCOMPARE(outcome.json()[QStringLiteral("company")][QStringLiteral("end_call_redirect_url")].toString(),
             m_sandbox->endpoint().endCallRedirectUrl.toString());
    QVERIFY(run("company").output.startsWith(QLatin1String("Company: ")));
}

void TestVerbs::badInputIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    const QStringList fromInput{QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")};
    QTest::newRow("nobody") << QStringList{QStringLiteral("create")} << QByteArray() << 3 << "participants";
    QTest::newRow("no JSON") << fromInput << QByteArray("{") << 3 << "not JSON";
    QTest::newRow("nothing") << fromInput << QByteArray() << 3 << "body";
    QTest::newRow("unknown field") << fromInput << QByteArray(R"({"color":1})") << 3 << "participants";
    QTest::newRow("date") << QStringList(creation() << QStringLiteral("--start") << QStringLiteral("soon"))
                          << QByteArray() << 2 << "--start";
    QTest::newRow("no file") << QStringList{QStringLiteral("create"), QStringLiteral("--from"),
                                            QStringLiteral("/nowhere")}
                             << QByteArray() << 2 << "/nowhere";
    QTest::newRow("group") << QStringList{QStringLiteral("create"),
                                          QStringLiteral("--participant"),
                                          QStringLiteral("id=a,name=b,groups=clown"),
                                          QStringLiteral("--number"),
                                          QStringLiteral("2"),
                                          QStringLiteral("--start"),
                                          QStringLiteral("2026-02-22T15:30:00Z"),
                                          QStringLiteral("--duration"),
                                          QStringLiteral("600")}
                           << QByteArray() << 3 << "groups";
    QTest::newRow("language") << QStringList{QStringLiteral("get"), QStringLiteral("x"), QStringLiteral("--language"),
                                             QStringLiteral("fr")}
                              << QByteArray() << 3 << "language";
    QTest::newRow("nothing to change") << QStringList{QStringLiteral("patch"), QStringLiteral("x")} << QByteArray() << 3
                                       << "at least one field";
}

void TestVerbs::badInputIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QString, named);
    const Outcome outcome = m_ctl->run(arguments, input);
    QVERIFY2(outcome.code == code && outcome.error.contains(named), outcome.text());
    QCOMPARE(outcome.output, QString());
    QCOMPARE(listed().size(), 0);
}

void TestVerbs::failuresHaveACode_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("nobody there") << "BANDYER_BASE_URL"
                                  << "http://127.0.0.1:1" << 1;
    QTest::newRow("no address") << "BANDYER_BASE_URL"
                                << "http://kaleyra.example" << 7;
    QTest::newRow("another key") << "BANDYER_API_SECRET_KEY_FILE"
                                 << "other-key" << 1;
    QTest::newRow("no key file") << "BANDYER_API_SECRET_KEY_FILE"
                                 << "nowhere" << 7;
    QTest::newRow("a key for all to read") << "BANDYER_API_SECRET_KEY_FILE"
                                           << "open-key" << 7;
    QTest::newRow("records by halves") << "CRUD_SERVICE_URL"
                                       << "http://127.0.0.1:1" << 7;
}

void TestVerbs::failuresHaveACode()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(int, code);
    m_ctl->file(QStringLiteral("other-key"), "another");
    m_ctl->file(QStringLiteral("open-key"), m_sandbox->endpoint().apiKey,
                QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    m_ctl->environment.insert(variable, value);
    const Outcome text = m_ctl->run(creation());
    QCOMPARE(text.code, code);
    QCOMPARE(text.output, QString());
    QVERIFY(!text.error.isEmpty());
    const Outcome json = m_ctl->run(creation({QStringLiteral("--json")}));
    QCOMPARE(json.code, code);
    QVERIFY2(!json.json()[QStringLiteral("message")].toString().isEmpty(), json.text());
}

void TestVerbs::secretsStayOutOfLogsAndCommandLines()
{
    m_ctl->environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("teleconsult.*=true"));
    m_ctl->environment.insert(QStringLiteral("IMMUTABLE_PERIOD_MS"), QString::number(60LL * 24 * 3600 * 1000));
    const Outcome creating = m_ctl->run(creation());
    QVERIFY2(creating.error.contains(QLatin1String("teleconsult.http")), creating.text()); // It does log.
    const Outcome getting = m_ctl->run({QStringLiteral("get"), creating.output.trimmed(), QStringLiteral("--as"),
                                        QStringLiteral("doctor.1"), QStringLiteral("--json")});
    const Outcome token = run("credentials --json");
    const QString link = getting.json()[QStringLiteral("accessLinkURL")].toString();
    QVERIFY2(!link.isEmpty(), getting.text());
    const QStringList secrets{link.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('/'), -1),
                              token.json()[QStringLiteral("accessToken")].toString(),
                              QString::fromLatin1(m_sandbox->endpoint().apiKey), QStringLiteral("Fontana"),
                              QStringLiteral("doctor.1")};
    for (const QString &secret : secrets) {
        QVERIFY(secret.size() > 5);
        for (const Outcome &outcome : {creating, getting, token})
            QVERIFY2(!outcome.error.contains(secret), outcome.error.toUtf8());
    }
}

void TestVerbs::aSignalEndsACommand()
{
    FaultProxy network(m_sandbox->endpoint().baseUrl);
    network.setFault(FaultProxy::Fault::Stall);
    m_ctl->useKaleyra(network.url(), m_sandbox->endpoint().apiKey);
    const std::unique_ptr<QProcess> process = m_ctl->start(creation());
    QTRY_VERIFY_WITH_TIMEOUT(network.connections() > 0, 20000);
    ::kill(pid_t(process->processId()), SIGTERM);
    QCOMPARE(CtlFixture::finish(*process).code, 9);
    network.setFault(FaultProxy::Fault::None);
    QCOMPARE(listed().size(), 0);
    QCOMPARE(m_ctl->run(creation()).code, 0);
}

void TestVerbs::theSandboxHasOneOwner()
{
    m_ctl->environment.remove(QStringLiteral("BANDYER_BASE_URL"));
    const QString id = created();
    m_ctl->environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), QStringLiteral("a-token-that-is-long"));
    const std::unique_ptr<QProcess> owner =
        m_ctl->start({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QTRY_VERIFY_WITH_TIMEOUT(owner->canReadLine(), 20000);
    const Outcome second = m_ctl->run(creation({QStringLiteral("--json")}));
    QCOMPARE(second.code, 8);
    QVERIFY2(second.json()[QStringLiteral("message")].toString().contains(QLatin1String("Another program")),
             second.text());
    // What needs the records only goes on.
    QCOMPARE(listed().size(), 1);
    QCOMPARE(m_ctl->run({QStringLiteral("get"), id, QStringLiteral("--as"), QStringLiteral("doctor.1")}).code, 0);
    owner->terminate();
    QCOMPARE(CtlFixture::finish(*owner).code, 0);
    QCOMPARE(m_ctl->run(creation()).code, 0);
}

QTEST_GUILESS_MAIN(TestVerbs)
#include "moc_sandbox_test.cpp"
#include "test_verbs.moc"
