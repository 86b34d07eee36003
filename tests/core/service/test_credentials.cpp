#include "core/service/credentials.h"

#include "tests/core/service/clinic.h"

using namespace teleconsult;
using namespace std::chrono_literals;
using service::Credentials;
using test::Clinic;
using test::person;

class TestCredentials : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<Credentials> m_credentials;

    Result<kaleyra::AccessToken> issue(const ParticipantData &who, std::optional<std::chrono::seconds> lifetime = {})
    {
        return test::await(m_credentials->issue(who, lifetime));
    }
    QString mapped(const QString &externalId)
    {
        const QStringList ids(externalId);
        return test::await(m_clinic->records.findUserIds(ids)).value().value(externalId);
    }

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_credentials = std::make_unique<Credentials>(*m_clinic->kaleyra, m_clinic->store, m_clinic->policy.privileges);
    }

    void cleanup()
    {
        m_clinic->http.shutDown();
        QTRY_VERIFY(m_credentials->isIdle());
        m_credentials.reset();
        m_clinic.reset();
    }

    void aNewPersonBecomesAUser()
    {
        const Result<kaleyra::AccessToken> token = issue(person(QStringLiteral("doctor"), QStringLiteral("doctor")));
        QVERIFY(token);
        QVERIFY(!token->token.isEmpty());
        QCOMPARE(m_clinic->users().size(), 1);
        QCOMPARE(m_clinic->users().first()[QStringLiteral("role")].toString(), QStringLiteral("plus"));
        QCOMPARE(token->userId, mapped(QStringLiteral("doctor")));
        QCOMPARE(token->userId, m_clinic->users().first()[QStringLiteral("id")].toString());
    }

    void aKnownPersonStaysTheSameUser()
    {
        m_clinic->created(m_clinic->request());
        const auto users = m_clinic->users().size();
        ParticipantData patient = person(QStringLiteral("patient.1"));
        patient.groups.clear(); // Not needed any more.
        const Result<kaleyra::AccessToken> token = issue(patient);
        QVERIFY(token);
        QCOMPARE(token->userId, mapped(QStringLiteral("patient.1")));
        QCOMPARE(m_clinic->users().size(), users);
    }

    /// Somebody has deleted the user at Kaleyra: the user map still has it.
    void whoIsGoneAtKaleyraIsMadeAgain()
    {
        const ParticipantData doctor = person(QStringLiteral("doctor"), QStringLiteral("doctor"));
        const QString id = issue(doctor).value_or(kaleyra::AccessToken()).userId;
        m_clinic->ask("DELETE", QStringLiteral("/v2/users/") + id);
        QCOMPARE(m_clinic->users().size(), 0);
        const Result<kaleyra::AccessToken> token = issue(doctor);
        QVERIFY2(token, token ? "" : qPrintable(token.error().toLogLine()));
        QCOMPARE(token->userId, id);
        QCOMPARE(m_clinic->users().size(), 1);
        QCOMPARE(m_clinic->users().first()[QStringLiteral("role")].toString(), QStringLiteral("plus"));
    }

    void whoWasSlowerGivesWay()
    {
        // Another installation makes the same person right after our look-up.
        m_clinic->store.hideUserIds = true;
        QVERIFY(test::await(m_clinic->records.rememberUserId(QStringLiteral("p"), QStringLiteral("theirs"))));
        http::Request post;
        post.method = "POST";
        post.url = m_clinic->sandbox->endpoint().baseUrl.resolved(QUrl(QStringLiteral("/v2/users")));
        post.headers.insert("apikey", m_clinic->sandbox->endpoint().apiKey);
        post.body = R"({"id":"theirs","role":"basic"})";
        QVERIFY(test::await(m_clinic->directHttp.send(post)));

        const Result<kaleyra::AccessToken> token = issue(person(QStringLiteral("p")));
        QVERIFY(token);
        QCOMPARE(token->userId, QStringLiteral("theirs"));
        QCOMPARE(m_clinic->users().size(), 1);
    }

    void nobodyIsUnauthorized_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("  ");
    }

    void nobodyIsUnauthorized()
    {
        QFETCH(QString, id);
        const Result<kaleyra::AccessToken> token = issue(person(id));
        QVERIFY(!token);
        QCOMPARE(token.error().httpStatus, 401);
        QCOMPARE(token.error().message, QStringLiteral("Unauthorized user"));
        QCOMPARE(m_clinic->users().size(), 0);
    }

    void aPersonOfNoGroupIsRefused()
    {
        const Result<kaleyra::AccessToken> token = issue(person(QStringLiteral("p"), QStringLiteral("gardener")));
        QVERIFY(!token);
        QCOMPARE(token.error().code, QStringLiteral("unknown_group"));
        QCOMPARE(m_clinic->users().size(), 0);
    }

    void lifetimes_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("too short") << 359 << false;
        QTest::newRow("shortest") << 360 << true;
        QTest::newRow("longest") << 86400 << true;
        QTest::newRow("too long") << 86401 << false;
    }

    void lifetimes()
    {
        QFETCH(int, seconds);
        QFETCH(bool, accepted);
        const Result<kaleyra::AccessToken> token =
            issue(person(QStringLiteral("doctor"), QStringLiteral("doctor")), std::chrono::seconds(seconds));
        QCOMPARE(token.has_value(), accepted);
        QCOMPARE(m_clinic->users().size(), accepted ? 1 : 0);
        if (!accepted)
            QCOMPARE(token.error().field, QStringLiteral("expiresIn"));
    }

    void withoutALifetimeItIsAnHour()
    {
        const Result<kaleyra::AccessToken> token = issue(person(QStringLiteral("doctor"), QStringLiteral("doctor")));
        QVERIFY(token);
        const qint64 left = QDateTime::currentDateTimeUtc().secsTo(token->expiresAt);
        QVERIFY2(std::abs(left - 3600) < 600, qPrintable(QString::number(left)));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
