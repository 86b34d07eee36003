#include "core/signin/sign_in.h"

#include "core/domain/json.h"
#include "core/signin/sign_in_errors.h"

#include <QCoroFuture>
#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QPromise>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QUrlQuery>

#include <algorithm>

namespace teleconsult::signin {

namespace {

using secrets::Secret;

Q_LOGGING_CATEGORY(lcSignIn, "teleconsult.signin")

constexpr std::chrono::minutes patienceForThePerson(10);
constexpr std::chrono::seconds pauseAfterFailure(30);

const QString subjectKey = QStringLiteral("sub");
const QString refreshKey = QStringLiteral("refresh_token");

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Nobody guesses it: 256 bits, in 43 characters (RFC 7636, 4.1).
QByteArray randomText()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(base64Url);
}

QUrl questionTo(const QUrl &endpoint, const QList<std::pair<QString, QString>> &fields)
{
    QUrlQuery query(endpoint);
    for (const auto &[name, value] : fields)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl url = endpoint;
    url.setQuery(query);
    return url;
}

Error refusal(const QString &code, const QString &detail = {})
{
    return makeError(Error::Kind::Unauthorized, code, detail);
}

/// The person has signed out meanwhile, or another one has signed in.
Error superseded()
{
    return makeError(Error::Kind::Cancelled);
}

/// Whether the provider itself says that this sign-in is over, and not something in between.
bool isOver(const Error &error)
{
    return error.code == QLatin1String("invalid_grant") || error.code == codes::ended || error.code == codes::forged;
}

} // namespace

SignIn::SignIn(config::SignIn how, Parts parts)
    : m_how(std::move(how)), m_parts(std::move(parts)), m_client(m_http, m_how)
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this,
            [this] { whenDone(renewKept(), this, [this](const Result<void> &renewed) { onRenewed(renewed); }); });
}

SignIn::~SignIn()
{
    shutDown();
}

void SignIn::shutDown()
{
    m_renewal.stop();
    cancel();
    m_http.shutDown();
}

Task<Provider> SignIn::provider()
{
    if (m_provider)
        co_return Result<Provider>(*m_provider);
    Result<Provider> described = co_await m_client.discover();
    if (described)
        m_provider = *described;
    co_return described;
}

Task<void> SignIn::begin()
{
    const service::Operations::Scope operation(m_operations);
    cancel();
    Result<Provider> asked = co_await provider();
    if (!asked)
        co_return failure(asked.error());
    const QByteArray nonce = randomText();
    Result<Code> code = co_await askInBrowser(*asked, nonce);
    if (!code)
        co_return failure(code.error());
    Result<void> taken = co_await takeCode(*asked, *code, nonce);
    co_return taken;
}

Task<Code> SignIn::askInBrowser(Provider provider, QByteArray nonce)
{
    const QPointer<Redirect> redirect = new Redirect(m_how.redirectPort, m_parts.words, this);
    const auto finished = qScopeGuard([redirect] {
        if (redirect)
            redirect->finish();
    });
    if (!redirect->isListening())
        co_return failure(makeError(Error::Kind::Storage, codes::noPort));
    const QUrl comesBackTo = redirect->url();
    const QByteArray verifier = randomText();
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(base64Url);
    const QString state = QString::fromLatin1(randomText());
    QList<std::pair<QString, QString>> fields;
    fields.emplaceBack(QStringLiteral("response_type"), QStringLiteral("code"));
    fields.emplaceBack(QStringLiteral("client_id"), m_how.clientId);
    fields.emplaceBack(QStringLiteral("redirect_uri"), comesBackTo.toString());
    fields.emplaceBack(QStringLiteral("scope"), m_how.scopes.join(QLatin1Char(' ')));
    fields.emplaceBack(QStringLiteral("state"), state);
    fields.emplaceBack(QStringLiteral("nonce"), QString::fromLatin1(nonce));
    fields.emplaceBack(QStringLiteral("code_challenge"), QString::fromLatin1(challenge));
    fields.emplaceBack(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
    if (m_asksAnew)
        fields.emplaceBack(QStringLiteral("prompt"), QStringLiteral("login"));
    if (!m_parts.openBrowser(questionTo(provider.authorization, fields)))
        co_return failure(makeError(Error::Kind::Storage, codes::noBrowser));

    m_redirect = redirect;
    emit changed();
    QTimer::singleShot(patienceForThePerson, redirect.data(), &Redirect::cancel);
    const QFuture<QVariantMap> answered = redirect->answer();
    const QVariantMap answer = co_await answered;
    if (m_redirect == redirect)
        m_redirect.clear();
    emit changed();
    if (answer.isEmpty())
        co_return failure(makeError(Error::Kind::Cancelled));
    if (answer.value(QStringLiteral("state")).toString() != state)
        co_return failure(makeError(Error::Kind::BadAnswer, codes::forged, QStringLiteral("state")));
    const QByteArray code = answer.value(QStringLiteral("code")).toString().toUtf8();
    if (code.isEmpty())
        co_return failure(refusal(codes::refused));
    co_return Code{code, verifier, comesBackTo};
}

Task<void> SignIn::takeCode(Provider provider, Code code, QByteArray nonce)
{
    const int session = m_session;
    Result<Tokens> tokens = co_await m_client.exchange(provider, code);
    if (!tokens && tokens.error().kind != Error::Kind::Unreachable && tokens.error().kind != Error::Kind::Cancelled)
        co_return failure(refusal(codes::refused, tokens.error().code));
    if (!tokens)
        co_return failure(tokens.error());
    const Expectation expected{provider.issuer, m_how.clientId, nonce, {}};
    const Witness witness{m_client, provider, m_how, m_parts.clock};
    Result<Who> who = co_await identify(witness, *tokens, expected);
    if (session != m_session) {
        co_await withdraw(provider, tokens->refresh);
        co_return failure(superseded());
    }
    if (!who)
        co_return failure(who.error());
    beginSession();
    m_tokens = {}; // Of who was in before.
    m_asksAnew = false;
    take(*tokens, *who);
    co_await keep();
    co_return Result<void>();
}

void SignIn::take(const Tokens &tokens, const Who &who)
{
    m_tokens.access = tokens.access;
    m_tokens.lifetime = tokens.lifetime;
    if (!tokens.refresh.isEmpty())
        m_tokens.refresh = tokens.refresh;
    m_subject = who.subject;
    renewInTime(tokens.lifetime);
    if (m_person == who.person)
        return;
    m_person = who.person;
    emit changed();
}

void SignIn::cancel()
{
    if (!m_redirect)
        return;
    m_redirect->cancel();
    m_redirect->finish(); // Its port may be wanted again at once.
    m_redirect.clear();
}

/// Only what is needed to go on: an id token would tell names to whoever reads the store.
Task<void> SignIn::keep()
{
    if (m_tokens.refresh.isEmpty())
        co_return Result<void>();
    const int session = m_session;
    const QJsonObject kept{{refreshKey, QString::fromLatin1(m_tokens.refresh)}, {subjectKey, m_subject}};
    Result<void> written = co_await m_parts.secrets.write(Secret::SignIn, compactJson(kept).toBase64(base64Url));
    if (!written)
        qCWarning(lcSignIn).noquote() << "the sign-in holds until the program ends:" << written.error().toLogLine();
    if (written && session != m_session && m_tokens.refresh.isEmpty())
        written = co_await m_parts.secrets.remove(Secret::SignIn); // Signed out while a keychain took its time.
    co_return written;
}

Task<void> SignIn::resume()
{
    const service::Operations::Scope operation(m_operations);
    const int session = m_session;
    Result<QByteArray> kept = co_await m_parts.secrets.read(Secret::SignIn, secrets::Asking::Person);
    if (session != m_session)
        co_return failure(superseded());
    if (!kept)
        co_return failure(secrets::isSecretNotFound(kept.error()) ? refusal(codes::needed) : kept.error());
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromBase64(*kept, base64Url)).object();
    m_subject = object.value(subjectKey).toString();
    Result<void> renewed = co_await renew(object.value(refreshKey).toString().toLatin1());
    if (session == m_session && !renewed && isOver(renewed.error())) {
        forget();
        co_await m_parts.secrets.remove(Secret::SignIn);
        co_return failure(refusal(codes::ended));
    }
    co_return renewed;
}

Task<void> SignIn::renew(QByteArray refreshToken)
{
    if (refreshToken.isEmpty() || m_subject.isEmpty())
        co_return failure(refusal(codes::ended));
    const int session = m_session;
    Result<Provider> asked = co_await provider();
    if (!asked)
        co_return failure(asked.error());
    if (session != m_session)
        co_return failure(superseded());
    m_tokens.refresh = refreshToken;
    Result<Tokens> tokens = co_await m_client.renew(*asked, refreshToken);
    if (!tokens)
        co_return failure(tokens.error());
    if (session != m_session) {
        co_await withdraw(*asked, tokens->refresh);
        co_return failure(superseded());
    }
    if (!tokens->refresh.isEmpty())
        m_tokens.refresh = tokens->refresh; // The old one may hold no more, whatever comes of the rest.
    const Expectation expected{asked->issuer, m_how.clientId, {}, m_subject};
    const Witness witness{m_client, *asked, m_how, m_parts.clock};
    Result<Who> who = co_await identify(witness, *tokens, expected);
    if (session != m_session)
        co_return failure(superseded());
    if (who)
        take(*tokens, *who);
    if (!tokens->refresh.isEmpty())
        co_await keep();
    if (!who)
        co_return failure(who.error());
    co_return Result<void>();
}

/// One renewal for all who need it: providers that give a new refresh token each time take the second use of one for a
/// theft, and end the sign-in.
Task<void> SignIn::renewKept()
{
    const service::Operations::Scope operation(m_operations);
    if (m_renewing) {
        const QFuture<Result<void>> running = *m_renewing;
        const Result<void> renewed = co_await running;
        co_return renewed;
    }
    const int session = m_session;
    QPromise<Result<void>> promise;
    promise.start();
    m_renewing = promise.future();
    Result<void> renewed = co_await renew(m_tokens.refresh);
    if (session == m_session) {
        m_renewing.reset();
        if (!renewed && isOver(renewed.error())) {
            forget();
            co_await m_parts.secrets.remove(Secret::SignIn);
        }
    }
    promise.addResult(renewed);
    promise.finish();
    co_return renewed;
}

void SignIn::onRenewed(const Result<void> &renewed)
{
    if (renewed || !m_person)
        return;
    qCWarning(lcSignIn).noquote() << "the sign-in cannot be renewed now:" << renewed.error().toLogLine();
    m_renewal.start(pauseAfterFailure);
}

void SignIn::renewInTime(std::chrono::seconds lifetime)
{
    if (lifetime.count() > 0)
        m_renewal.start(std::max(lifetime * 4 / 5, std::chrono::seconds(1)));
}

void SignIn::beginSession()
{
    ++m_session;
    m_renewing.reset();
    m_renewal.stop();
}

void SignIn::forget()
{
    beginSession();
    m_tokens = {};
    m_subject.clear();
    if (std::exchange(m_person, std::nullopt))
        emit changed();
}

/// So that nobody can use it any more; as far as the provider offers that.
Task<void> SignIn::withdraw(Provider provider, QByteArray refreshToken)
{
    if (refreshToken.isEmpty() || provider.revocation.isEmpty())
        co_return Result<void>();
    Result<void> revoked = co_await m_client.revoke(provider, refreshToken);
    if (!revoked)
        qCWarning(lcSignIn).noquote() << "the sign-in cannot be revoked:" << revoked.error().toLogLine();
    co_return revoked;
}

Task<void> SignIn::end()
{
    const service::Operations::Scope operation(m_operations);
    cancel();
    const QByteArray refreshToken = m_tokens.refresh;
    forget();
    m_asksAnew = true;
    Result<void> removed = co_await m_parts.secrets.remove(Secret::SignIn);
    if (!removed)
        qCWarning(lcSignIn).noquote() << "the sign-in cannot be removed:" << removed.error().toLogLine();
    if (!m_provider)
        co_return Result<void>();
    const Provider known = *m_provider;
    co_await withdraw(known, refreshToken);
    if (!known.endSession.isEmpty()) {
        QList<std::pair<QString, QString>> fields;
        fields.emplaceBack(QStringLiteral("client_id"), m_how.clientId);
        m_parts.openBrowser(questionTo(known.endSession, fields));
    }
    co_return Result<void>();
}

Task<QByteArray> SignIn::accessToken(QByteArray refused)
{
    const service::Operations::Scope operation(m_operations);
    if (!m_person)
        co_return failure(refusal(codes::needed));
    if (!refused.isEmpty() && refused == m_tokens.access) {
        const int session = m_session;
        Result<void> renewed = co_await renewKept();
        if (!renewed)
            co_return failure(renewed.error());
        if (session != m_session) // It was asked for on behalf of who was in then.
            co_return failure(superseded());
    }
    co_return Result<QByteArray>(m_tokens.access);
}

} // namespace teleconsult::signin
