// What the tests of settings say.
#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "ui/settings/setting_trials.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using config::SettingValues;
namespace keys = config::keys;

class TestSettingTrials : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
    }

    void consultationsSayWhatFollows_data()
    {
        QTest::addColumn<SettingValues>("values");
        QTest::addColumn<QString>("words");
        QTest::newRow("at once") << SettingValues{{keys::immutablePeriod, 0}, {keys::recordingType, "none"}}
                                 << "Rooms open at their start, and can be changed until then.";
        QTest::newRow("before, recorded")
            << SettingValues{{keys::immutablePeriod, 900000}, {keys::recordingType, "automatic"}}
            << "Rooms open 15 minutes before their start, and can be changed until then. "
               "Every call is recorded.";
        QTest::newRow("less than a minute")
            << SettingValues{{keys::immutablePeriod, 15}, {keys::recordingType, "none"}}
            << "Rooms open 1 minutes before their start, and can be changed until then.";
        QTest::newRow("may be recorded") << SettingValues{{keys::immutablePeriod, 0}, {keys::recordingType, "manual"}}
                                         << "Rooms open at their start, and can be changed until then. Calls can be "
                                            "recorded.";
    }
    void consultationsSayWhatFollows()
    {
        QFETCH(SettingValues, values);
        QFETCH(QString, words);
        const Trial trial = consultationsTrial();
        const std::shared_ptr<config::Settings> entered = m_settings->with(values);
        QVERIFY(await(trial.tryThem(entered)));
        QCOMPARE(trial.good(*entered), words);
    }

    /// What would let no room open is no success.
    void consultationsAreWrongWithAConfigurationThatIs()
    {
        const QString path = m_folder->filePath(QStringLiteral("service.json"));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"privileges":{"basic":{"groups":"guest"}}})");
        file.close();
        const Result<void> tried =
            await(consultationsTrial().tryThem(m_settings->with({{keys::configurationFile, path}})));
        QVERIFY(!tried);
        QVERIFY2(tried.error().code.startsWith(QLatin1String("configuration_")), qPrintable(tried.error().code));
    }

    void callsSayWhereFilesGoAndWhenSomebodyIsReminded()
    {
        const Trial trial = callsTrial();
        const QString folder = m_folder->filePath(QStringLiteral("of calls/files"));
        const auto entered = m_settings->with({{keys::downloadFolder, folder}, {keys::reminderMinutes, 5}});
        QVERIFY(await(trial.tryThem(entered))); // It is made with the first file.
        QCOMPARE(trial.good(*entered), QStringLiteral("Files from a call are saved in %1. A reminder comes 5 minutes "
                                                      "before a room opens, and when it opens.")
                                           .arg(folder));
        QVERIFY(trial.good(*m_settings->with({{keys::remindersWanted, false}})).endsWith(QStringLiteral("reminded.")));
        QVERIFY(trial.good(*m_settings->with({{keys::reminderMinutes, 0}})).endsWith(QStringLiteral("a room opens.")));
    }

    void filesCannotBeSavedInAFile()
    {
        const QString path = m_folder->filePath(QStringLiteral("notes.txt"));
        QVERIFY(QFile(path).open(QFile::WriteOnly));
        for (const QString &folder : {path, path + QStringLiteral("/calls")}) {
            const auto entered = m_settings->with({{keys::downloadFolder, folder}});
            const Result<void> tried = await(callsTrial().tryThem(entered));
            QVERIFY(!tried);
            const QString words = callsTrial().wrong(tried.error(), *entered);
            QVERIFY2(words.contains(folder) && words.contains(QStringLiteral("another folder")), qPrintable(words));
        }
    }

    void aServiceThatKeepsTheRecordsIsAsked()
    {
        Result<bool> answer = true; // Whether it lists consultations is told where it is chosen.
        const Trial trial =
            serviceTrial([&answer](const std::shared_ptr<config::Settings> &) { return answered(answer); });
        QVERIFY(await(trial.tryThem(m_settings->with({}))));
        QVERIFY(trial.good(*m_settings).contains(QStringLiteral("keeps the records answers")));
        answer = failure(makeError(Error::Kind::Unauthorized));
        QCOMPARE(await(trial.tryThem(m_settings->with({}))).error().kind, Error::Kind::Unauthorized);
    }

    void signingInIsOnlySpokenOfWherePeopleDo()
    {
        const Trial trial = signInTrial({});
        QCOMPARE(trial.good(*m_settings), QString());
        QVERIFY2(trial.good(*signIn()).contains(QStringLiteral("http://127.0.0.1:4321/callback")),
                 qPrintable(trial.good(*signIn())));
        QVERIFY(trial.good(*signIn({{keys::signInPort, 0}})).contains(QStringLiteral("any port")));
    }

    void whatIsWrongWithSigningInSaysWhatMendsIt_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("remedy");
        using Kind = Error::Kind;
        const auto provider = [](const char *property, const char *detail) {
            Error error = makeError(Kind::BadAnswer, QStringLiteral("sign_in_provider"), QString::fromLatin1(detail));
            error.field = QString::fromLatin1(property);
            return error;
        };
        Error broken = makeError(Kind::Server);
        broken.httpStatus = 503;
        QTest::newRow("no client") << makeError(Kind::Storage, QStringLiteral("sign_in_client_not_set"))
                                   << "client id is needed"
                                   << "registered";
        QTest::newRow("not safe") << makeError(Kind::Storage, QStringLiteral("sign_in_issuer_malformed")) << "address"
                                  << "https";
        QTest::newRow("client") << makeError(Kind::Unauthorized, QStringLiteral("sign_in_client_unknown"),
                                             QStringLiteral("invalid_client"))
                                << "invalid_client"
                                << "http://127.0.0.1:4321/callback";
        QTest::newRow("port") << makeError(Kind::Storage, QStringLiteral("sign_in_no_port")) << "port 4321"
                              << "another port";
        QTest::newRow("another issuer") << provider("issuer", "https://other.example") << "calls itself"
                                        << "https://other.example";
        QTest::newRow("no issuer") << provider("issuer", "") << "does not say"
                                   << "address";
        QTest::newRow("endpoint") << provider("token_endpoint", "missing") << "token_endpoint"
                                  << "at the provider";
        QTest::newRow("nobody") << makeError(Kind::Unreachable) << "does not answer at https://id.example/clinic"
                                << "network";
        QTest::newRow("certificate") << makeError(Kind::Unreachable, QStringLiteral("tls")) << "certificate"
                                     << "date";
        QTest::newRow("not there") << makeError(Kind::NotFound) << "https://id.example/clinic"
                                   << "Check the address";
        QTest::newRow("a page") << makeError(Kind::BadAnswer, QStringLiteral("not_json")) << "openid-configuration"
                                << "Check the address";
        QTest::newRow("broken") << broken << "503"
                                << "Try again";
    }
    void whatIsWrongWithSigningInSaysWhatMendsIt()
    {
        QFETCH(Error, error);
        QFETCH(QString, finding);
        QFETCH(QString, remedy);
        const QString words = signInTrial({}).wrong(error, *signIn());
        QVERIFY2(words.contains(finding), qPrintable(words));
        QVERIFY2(words.contains(remedy), qPrintable(words));
    }

private:
    static Task<bool> answered(Result<bool> answer) { co_return answer; }
    std::shared_ptr<config::Settings> signIn(SettingValues values = {}) const
    {
        values.insert(keys::signInIssuer, QStringLiteral("https://id.example/clinic"));
        values.insert(keys::signInClient, QStringLiteral("teleconsult"));
        if (!values.contains(keys::signInPort))
            values.insert(keys::signInPort, 4321);
        return m_settings->with(values);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
};

QTEST_GUILESS_MAIN(TestSettingTrials)
#include "test_setting_trials.moc"
