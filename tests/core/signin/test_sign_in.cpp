// Signing in with a real OpenID provider.
#include "tests/core/signin/station.h"
#include "tests/support/exchange_proxy.h"
#include "tests/support/log_capture.h"

#include "core/signin/sign_in_errors.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QUrlQuery>

using namespace teleconsult;
using namespace teleconsult::signin;
using test::await;
using test::Browser;
using test::Station;
using test::waitUntil;

namespace {

const StationIdentity neri{QStringLiteral("dr.neri"), QStringLiteral("Ada Neri"), {QStringLiteral("doctor")}};
const StationIdentity rossi{QStringLiteral("mario.rossi"), QStringLiteral("Mario Rossi"), {QStringLiteral("patient")}};

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

    test::OpenIdProvider m_provider;
    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Station> station() const
    {
        return std::make_unique<Station>(m_provider.settings(), m_folder->path());
    }

private slots:
    void initTestCase() { QVERIFY(m_provider.start()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPersonSignsInInTheBrowser()
    {
        const auto here = station();
        QCOMPARE(await(here->signIn.resume()).error().code, codes::needed);
        QVERIFY(!here->signIn.person());
        const QSignalSpy changes(&here->signIn, &SignIn::changed);
        const Result<void> done = await(here->signIn.begin());
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
        QCOMPARE(here->signIn.person(), std::optional(neri));
        QVERIFY(!changes.isEmpty());
        QVERIFY(waitUntil([&] { return here->browser.page.contains(test::goBack.toUtf8()); }));

        // The browser's address tells nothing that would let somebody else sign in.
        const QUrlQuery question(here->browser.opened.value(0));
        QCOMPARE(question.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
        QCOMPARE(question.queryItemValue(QStringLiteral("code_challenge")).size(), 43);
        QVERIFY(!question.hasQueryItem(QStringLiteral("code_verifier")));
        QVERIFY(!question.hasQueryItem(QStringLiteral("prompt")));
        QVERIFY(!await(here->signIn.accessToken({})).value().isEmpty());
    }

    void whoIsInStaysSoOverRestarts()
    {
        QVERIFY(await(station()->signIn.begin()));
        QByteArray kept;
        for (int start = 0; start < 2; ++start) {
            const auto again = station();
            QVERIFY(again->kept() != kept); // The provider gives a new refresh token each time.
            kept = again->kept();
            const Result<void> resumed = await(again->signIn.resume());
            QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().toLogLine()));
            QCOMPARE(again->signIn.person(), std::optional(neri));
            QVERIFY(again->browser.opened.isEmpty());
        }
    }

    void whoSignsOutIsOutForGood()
    {
        const auto here = station();
        QVERIFY(await(here->signIn.begin()));
        const QByteArray kept = here->kept();
        QVERIFY(await(here->signIn.end()));
        QVERIFY(!here->signIn.person());
        QVERIFY(here->kept().isEmpty());
        QCOMPARE(await(here->signIn.accessToken({})).error().code, codes::needed);
        // Who has a copy of what was kept is not in either.
        QVERIFY(await(here->secrets.write(secrets::Secret::SignIn, kept)));
        QCOMPARE(await(station()->signIn.resume()).error().code, codes::ended);
        QVERIFY(station()->kept().isEmpty());
        // And the next person is asked for a password.
        here->browser.name = QStringLiteral("mario.rossi");
        (void)await(here->signIn.begin(), std::chrono::milliseconds(1)); // Only the question matters here.
        QVERIFY(waitUntil([&] { return here->browser.opened.size() > 1; }));
        QCOMPARE(QUrlQuery(here->browser.opened.last()).queryItemValue(QStringLiteral("prompt")),
                 QStringLiteral("login"));
    }

    void eachPersonIsWhoTheyAre()
    {
        const auto here = station();
        here->browser.name = QStringLiteral("mario.rossi");
        QVERIFY(await(here->signIn.begin()));
        QCOMPARE(here->signIn.person(), std::optional(rossi));
    }

    void whatDoesNotLeadToAPerson_data()
    {
        QTest::addColumn<int>("person");
        QTest::addColumn<QString>("code");
        QTest::newRow("says no") << int(Browser::Person::SaysNo) << codes::refused;
        QTest::newRow("forges") << int(Browser::Person::Forges) << codes::forged;
    }

    void whatDoesNotLeadToAPerson()
    {
        QFETCH(int, person);
        QFETCH(QString, code);
        const auto here = station();
        here->browser.person = Browser::Person(person);
        QCOMPARE(await(here->signIn.begin()).error().code, code);
        QVERIFY(!here->signIn.person());
        QVERIFY(!here->signIn.isWaiting());
        here->browser.person = Browser::Person::LogsIn; // And it can be tried again at once.
        QVERIFY(await(here->signIn.begin()));
    }

    void waitingCanBeGivenUp()
    {
        const auto here = station();
        here->browser.person = Browser::Person::Sleeps;
        Task<void> first = here->signIn.begin();
        QVERIFY(waitUntil([&] { return here->signIn.isWaiting(); }));
        here->browser.person = Browser::Person::LogsIn;
        Task<void> second = here->signIn.begin(); // As when the button is pressed twice.
        QCOMPARE(await(std::move(first)).error().kind, Error::Kind::Cancelled);
        const Result<void> done = await(std::move(second));
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
        here->browser.person = Browser::Person::Sleeps;
        Task<void> third = here->signIn.begin();
        QVERIFY(waitUntil([&] { return here->signIn.isWaiting(); }));
        here->signIn.cancel();
        QCOMPARE(await(std::move(third)).error().kind, Error::Kind::Cancelled);
        QCOMPARE(here->signIn.person(), std::optional(neri)); // Who was in stays in.
    }

    void whatIsMissingHereIsSaid()
    {
        const auto here = station();
        here->hasBrowser = false;
        QCOMPARE(await(here->signIn.begin()).error().code, codes::noBrowser);
        here->hasBrowser = true;
        QTcpServer another;
        QVERIFY(another.listen(QHostAddress::LocalHost, m_provider.settings().redirectPort));
        QCOMPARE(await(here->signIn.begin()).error().code, codes::noPort);
    }

    void anAccessTokenIsRenewedInTimeAndWhenItIsRefused()
    {
        test::OpenIdProvider shortLived(std::chrono::seconds(2));
        QVERIFY(shortLived.start());
        Station here(shortLived.settings(), m_folder->path());
        QVERIFY(await(here.signIn.begin()));
        const QByteArray first = await(here.signIn.accessToken({})).value();
        QByteArray now = first;
        QVERIFY(waitUntil([&] {
            now = await(here.signIn.accessToken({})).value_or(QByteArray());
            return now != first;
        }));
        const QByteArray next = await(here.signIn.accessToken(now)).value();
        QVERIFY(next != now);
        // The provider goes: nobody is thrown out for that.
        shortLived.stop();
        QCOMPARE(await(here.signIn.accessToken(next)).error().kind, Error::Kind::Unreachable);
        QCOMPARE(here.signIn.person(), std::optional(neri));
        Station again(shortLived.settings(), m_folder->path());
        QCOMPARE(await(again.signIn.resume()).error().kind, Error::Kind::Unreachable);
        QVERIFY(!again.kept().isEmpty());
    }

    void whoAsksAtTheSameTimeSharesOneRenewal()
    {
        config::SignIn how = m_provider.settings();
        const test::ExchangeProxy between(QUrl(how.issuer.adjusted(QUrl::RemovePath)));
        how.issuer.setPort(between.url().port());
        const auto here = std::make_unique<Station>(how, m_folder->path());
        QVERIFY(await(here->signIn.begin()));
        const QByteArray old = await(here->signIn.accessToken({})).value();
        Task<QByteArray> first = here->signIn.accessToken(old);
        Task<QByteArray> second = here->signIn.accessToken(old);
        const Result<QByteArray> one = await(std::move(first));
        const Result<QByteArray> other = await(std::move(second));
        QVERIFY2(one, one ? "" : qPrintable(one.error().toLogLine()));
        QVERIFY2(other, other ? "" : qPrintable(other.error().toLogLine()));
        QCOMPARE(*one, *other);
        QVERIFY(*one != old);
        QCOMPARE(await(here->signIn.accessToken(old)).value(), *one); // Refused before it was renewed.
        const auto renewals = std::count_if(
            between.exchanges().begin(), between.exchanges().end(),
            [](const test::ExchangeProxy::Exchange &exchange) { return exchange.body.contains("=refresh_token"); });
        QCOMPARE(renewals, 1); // Some providers forgive a second one, others end the sign-in.
        QCOMPARE(here->signIn.person(), std::optional(neri));
        QVERIFY(await(here->signIn.accessToken(*one))); // And the next one still works.
        QVERIFY(await(Station(how, m_folder->path()).signIn.resume()));
    }

    void whoSignsOutMeanwhileIsOut_data()
    {
        QTest::addColumn<bool>("renews");
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("renewal, the tokens") << true << QByteArray("/o/token/");
        QTest::newRow("renewal, the person") << true << QByteArray("/o/userinfo/");
        QTest::newRow("another sign-in, the tokens") << false << QByteArray("/o/token/");
        QTest::newRow("another sign-in, the person") << false << QByteArray("/o/userinfo/");
    }

    void whoSignsOutMeanwhileIsOut()
    {
        QFETCH(bool, renews);
        QFETCH(QByteArray, step);
        config::SignIn how = m_provider.settings();
        test::ExchangeProxy between(QUrl(how.issuer.adjusted(QUrl::RemovePath)));
        how.issuer.setPort(between.url().port());
        Station here(how, m_folder->path());
        QVERIFY(await(here.signIn.begin()));
        const QByteArray old = await(here.signIn.accessToken({})).value();
        std::optional<Task<void>> ending;
        between.setJudge([&](const test::ExchangeProxy::Exchange &exchange) {
            test::ExchangeProxy::Treatment treatment;
            if (exchange.target == step)
                treatment.meanwhile = [&] { ending = here.signIn.end(); };
            return treatment;
        });
        if (renews)
            QCOMPARE(await(here.signIn.accessToken(old)).error().kind, Error::Kind::Cancelled);
        else
            QCOMPARE(await(here.signIn.begin()).error().kind, Error::Kind::Cancelled);
        QVERIFY(ending);
        QVERIFY(await(std::move(*ending)));
        between.setJudge({});
        QVERIFY(!here.signIn.person());
        QVERIFY(here.kept().isEmpty());
        QCOMPARE(await(here.signIn.accessToken({})).error().code, codes::needed);
        // Both the tokens that were and those that came too late are given back.
        QSet<QByteArray> withdrawn;
        for (const test::ExchangeProxy::Exchange &exchange : between.exchanges()) {
            if (exchange.target.startsWith("/o/revoke_token"))
                withdrawn.insert(exchange.body);
        }
        const bool isOneSession = renews && step == "/o/userinfo/";
        QCOMPARE(withdrawn.size(), isOneSession ? 1 : 2);
    }

    void aWrongClockIsToldAsThat()
    {
        const auto here = station();
        QVERIFY(await(here->signIn.begin()));
        here->clock.advance(std::chrono::hours(48));
        const Result<void> again = await(here->signIn.begin());
        QVERIFY(!again);
        QCOMPARE(again.error().code, codes::clock);
        QCOMPARE(here->signIn.person(), std::optional(neri)); // Who was in stays in.
        QVERIFY(await(here->signIn.accessToken(await(here->signIn.accessToken({})).value())));
        here->clock.advance(-std::chrono::hours(48)); // Somebody sets it.
        QVERIFY(await(here->signIn.begin()));
    }

    void noTokenIsWrittenAnywhereElse()
    {
        const test::LogCapture log;
        const auto here = station();
        QVERIFY(await(here->signIn.begin()));
        const QByteArray access = await(here->signIn.accessToken({})).value();
        const QByteArray kept = QByteArray::fromBase64(here->kept(), QByteArray::Base64UrlEncoding);
        const QString refresh = QString::fromLatin1(kept.mid(kept.indexOf("refresh_token") + 16, 20));
        QVERIFY(await(here->signIn.end()));
        QVERIFY(!log.text().isEmpty());
        QVERIFY(!log.text().contains(QString::fromLatin1(access)));
        QVERIFY(!log.text().contains(refresh));
        QVERIFY(!log.text().contains(QLatin1String("Neri")));
        QVERIFY(!kept.contains("Neri"));
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "test_sign_in.moc"
