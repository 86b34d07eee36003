#include "core/remote/service_connection.h"

#include "core/http/header_value.h"
#include "core/service/contract_names.h"

#include <QLoggingCategory>

namespace teleconsult::remote {

namespace names = service::names;

namespace {

Q_LOGGING_CATEGORY(lcRemote, "teleconsult.remote")

/// The service asks Kaleyra and its records meanwhile, more than once and patiently.
constexpr std::chrono::milliseconds timeout = std::chrono::minutes(2);

const QString notOfferedCode = QStringLiteral("not_offered");
const QString noSuchPath = QStringLiteral("no_such_path");

/// A peer that answers 404 in words that are not the contract's knows nothing of what was asked.
bool isUnknownPath(const Error &error)
{
    return isNotFound(error) && (error.code == noSuchPath || !isToldNotFound(error));
}

/// Whether the service speaks about the request, and not about itself or the station's right to ask.
bool isAboutTheRequest(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Immutable:
        return true;
    case Error::Kind::Unauthorized:
        return error.code == QLatin1String("not_allowed");
    default:
        return false;
    }
}

Error settled(Error error, bool isExtension)
{
    const bool lacksMethod = isExtension && (error.httpStatus == 405 || error.httpStatus == 501);
    if (isUnknownPath(error) || lacksMethod) {
        error.kind = Error::Kind::Server;
        error.code = isExtension ? notOfferedCode : noSuchPath;
        error.retryable = false;
    } else if (isAboutTheRequest(error)) {
        error.requestId.clear(); // To be told on as our own, not as a peer's failure.
    } else if (error.kind == Error::Kind::Unauthorized) {
        error.code = QStringLiteral("token_refused"); // Whatever a gateway in between has to say.
    }
    return error;
}

} // namespace

Error wrongShape()
{
    return makeError(Error::Kind::BadAnswer, QStringLiteral("wrong_shape"));
}

Error notOffered()
{
    return makeError(Error::Kind::Server, notOfferedCode);
}

bool isNotOffered(const Error &error)
{
    return error.code == notOfferedCode;
}

ServiceConnection::ServiceConnection(http::HttpClient &http, ServiceEndpoint endpoint)
    : m_http(http), m_endpoint(std::move(endpoint))
{}

http::Request ServiceConnection::requestFor(const Question &question, const QByteArray &token) const
{
    QString path = question.path;
    path.replace(names::idPlaceholder, QString::fromLatin1(QUrl::toPercentEncoding(question.id)));
    QString address = m_endpoint.baseUrl.toString(QUrl::FullyEncoded) + path;
    if (!question.query.isEmpty())
        address += QLatin1Char('?') + question.query;
    http::Request request;
    request.method = question.method;
    request.url = QUrl(address, QUrl::StrictMode);
    request.shownPath = question.path; // Neither ids nor the names that are searched for.
    request.body = question.body;
    request.stream = question.stream;
    request.repeat = question.repeat;
    request.transfer = question.transfer;
    request.timeout = timeout;
    if (!question.body.isEmpty() || !question.stream.isEmpty())
        request.headers.insert("content-type", question.contentType);
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token);
    const StationIdentity asker = question.asker.value_or(m_endpoint.station());
    request.headers.insert(m_endpoint.userIdHeader, http::headerValue(asker.externalId));
    if (!asker.groups.isEmpty())
        request.headers.insert(m_endpoint.groupsHeader, http::headerValue(asker.groups.join(QLatin1Char(','))));
    if (question.isExtension)
        request.expects = [](const Error &error) { return isUnknownPath(error); };
    return request;
}

Task<QByteArray> ServiceConnection::tokenFor(QByteArray refused)
{
    if (!m_endpoint.token)
        co_return QByteArray();
    Result<QByteArray> token = co_await m_endpoint.token(refused);
    co_return token;
}

Task<QJsonDocument> ServiceConnection::send(Question question)
{
    Result<QByteArray> token = co_await tokenFor(QByteArray());
    if (!token)
        co_return failure(token.error());
    Result<QJsonDocument> answer = co_await m_http.sendJson(requestFor(question, *token), readError);
    if (answer || answer.error().httpStatus != 401)
        co_return answer;
    Result<QByteArray> anew = co_await tokenFor(*token);
    if (!anew || *anew == *token)
        co_return answer;
    // Whatever it was, it was not done: a refused request can be sent again.
    Result<QJsonDocument> second = co_await m_http.sendJson(requestFor(question, *anew), readError);
    co_return second;
}

Task<QJsonDocument> ServiceConnection::ask(Question question)
{
    const bool isExtension = question.isExtension;
    if (isExtension && m_knowsOffer && !m_offer.hasExtensions)
        co_return Result<QJsonDocument>(failure(notOffered()));
    Result<QJsonDocument> answer = co_await send(question);
    if (!answer)
        co_return Result<QJsonDocument>(failure(settled(answer.error(), isExtension)));
    co_return answer;
}

Task<void> ServiceConnection::learnOffer()
{
    if (m_knowsOffer)
        co_return Result<void>();
    Result<QJsonDocument> answer = co_await ask(extension(question("GET", names::policy)));
    if (!answer && !isNotOffered(answer.error()))
        co_return Result<void>(failure(answer.error()));
    if (answer) {
        const Result<Offer> offer = readAnswer<Offer>(answer, readOffer);
        if (!offer)
            co_return Result<void>(failure(offer.error()));
        m_offer = *offer;
    } else if (!m_knowsOffer) {
        qCInfo(lcRemote) << "the service has none of Teleconsult's extensions: no list of consultations";
    }
    m_knowsOffer = true;
    co_return Result<void>();
}

} // namespace teleconsult::remote
