#include "core/records/crud_collection.h"

#include "core/domain/json.h"
#include "core/http/form.h"
#include "core/http/query.h"
#include "core/records/crud_json.h"
#include "core/records/crud_names.h"

#include <QRegularExpression>

namespace teleconsult::records {

namespace {

Error badAnswer(const QString &detail)
{
    return makeError(Error::Kind::BadAnswer, {}, detail);
}

/// Hex digits or a UUID (§11). Anything else might be another path: `count` is one.
bool isPossibleId(const QString &id)
{
    static const QRegularExpression shape(QStringLiteral("^(?:[0-9a-fA-F]{24}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-"
                                                         "[0-9a-fA-F]{12})$"));
    return shape.match(id).hasMatch();
}

Error noSuchDocument()
{
    Error error = makeError(Error::Kind::NotFound, QStringLiteral("not_found"));
    error.httpStatus = 404;
    return error;
}

/// A 404 about a collection as a whole, and a refusal, are nothing that the person who asked can mend.
Error translated(Error error, bool aboutOneDocument)
{
    if (isNotFound(error) && !aboutOneDocument) {
        error.kind = Error::Kind::Server;
        error.code = QStringLiteral("no_collection");
    } else if (isNotFound(error) && !isToldNotFound(error)) { // told: §8, shape 3
        // Taken for gone, a record loses its room; taken for refused, a change that was made as well.
        error.kind = Error::Kind::BadAnswer;
        error.code = QStringLiteral("not_found_by_whom");
    } else if (isNotFound(error)) {
        error.code = QStringLiteral("not_found");
        error.message.clear(); // For those who tell it on to find words of their own.
    } else if (error.kind == Error::Kind::Invalid) {
        // A duplicate in version 6, should its body not say so (§14).
        const bool duplicate = error.httpStatus == names::duplicateStatusBefore7;
        error.kind = duplicate ? Error::Kind::Conflict : Error::Kind::Server;
        error.code = duplicate ? QStringLiteral("duplicate") : QStringLiteral("refused");
    } else if (error.kind == Error::Kind::Conflict) {
        error.code = QStringLiteral("duplicate");
    }
    return error;
}

CrudCollection::Parameters passing(const QJsonObject &filter)
{
    return filter.isEmpty() ? CrudCollection::Parameters()
                            : CrudCollection::Parameters{{names::filterParameter, filterText(filter)}};
}

CrudCollection::Parameters stateIfPublicOrTrash()
{
    return {{names::statesParameter, QString(names::publicState) + QLatin1Char(',') + names::trashState},
            {names::projectionParameter, names::state}};
}

QJsonObject onlyPublic()
{
    return {{names::state, names::publicState}};
}

QJsonObject toTrash()
{
    return {{names::stateTo, names::trashState}};
}

/// A list of one, as the service's exports are. Small enough to be in memory.
void putFile(const QJsonObject &document, http::Request &request)
{
    const http::Form form = http::formWithFile(QByteArray(names::importPart.data(), names::importPart.size()),
                                               "records.json", "application/json", compactJson(QJsonArray{document}));
    request.headers.insert("content-type", form.contentType);
    for (const files::Content &part : form.body)
        request.body += part.toByteArray();
}

} // namespace

CrudCollection::CrudCollection(http::HttpClient &http, CrudEndpoint endpoint, QString basePath)
    : m_http(http), m_endpoint(std::move(endpoint)), m_basePath(std::move(basePath))
{}

http::Request CrudCollection::requestFor(const Call &call) const
{
    const QString base = http::withoutSlashesAtEnd(m_endpoint.baseUrl.path(QUrl::FullyEncoded));
    const QString collection = QLatin1Char('/') + m_basePath + QLatin1Char('/');

    http::Request request;
    request.method = call.method;
    request.url = m_endpoint.baseUrl;
    request.url.setPath(base + collection + call.id + call.below);
    if (!call.parameters.isEmpty())
        request.url.setQuery(http::encodedQuery(call.parameters), QUrl::StrictMode);
    request.shownPath = base + collection + (call.id.isEmpty() ? QString() : QStringLiteral("{id}")) + call.below;
    if (m_endpoint.headers)
        request.headers = m_endpoint.headers(call.context);
    if (call.asFile)
        putFile(call.body, request);
    else if (!call.body.isEmpty())
        request.body = compactJson(call.body);
    request.repeat = call.repeat;
    request.timeout = m_endpoint.timeout;
    return request;
}

Task<QJsonDocument> CrudCollection::ask(Call call)
{
    if (!call.id.isEmpty() && !isPossibleId(call.id))
        co_return Result<QJsonDocument>(failure(noSuchDocument()));
    Result<QJsonDocument> answer = co_await m_http.sendJson(requestFor(call), readCrudError);
    // A list is streamed: when the database fails meanwhile it ends in the middle (§8, 4).
    const bool cut = !answer && answer.error().code == QLatin1String("not_json");
    if (cut && call.method == "GET")
        answer = co_await m_http.sendJson(requestFor(call), readCrudError);
    if (!answer)
        co_return Result<QJsonDocument>(failure(translated(answer.error(), !call.id.isEmpty())));
    co_return answer;
}

Task<QJsonObject> CrudCollection::find(QString id, Parameters parameters, RequestContext context)
{
    if (id.isEmpty())
        co_return Result<QJsonObject>(failure(noSuchDocument()));
    Call call{.context = context, .id = id, .parameters = std::move(parameters)};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<QJsonObject>(failure(answer.error()));
    if (!answer->isObject())
        co_return Result<QJsonObject>(failure(badAnswer(QStringLiteral("a document is no JSON object"))));
    co_return Result<QJsonObject>(answer->object());
}

Task<QList<QJsonObject>> CrudCollection::list(Parameters parameters, RequestContext context)
{
    Call call{.context = context, .id = {}, .parameters = std::move(parameters)};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<QList<QJsonObject>>(failure(answer.error()));
    if (!answer->isArray())
        co_return Result<QList<QJsonObject>>(failure(badAnswer(QStringLiteral("a list is no JSON array"))));
    QList<QJsonObject> documents;
    const QJsonArray entries = answer->array();
    for (const QJsonValue entry : entries) {
        // Left out, it would make a person unknown who is not.
        if (!entry.isObject())
            co_return Result<QList<QJsonObject>>(failure(badAnswer(QStringLiteral("a document is no JSON object"))));
        documents << entry.toObject();
    }
    co_return Result<QList<QJsonObject>>(std::move(documents));
}

Task<QString> CrudCollection::insert(QJsonObject document, RequestContext context)
{
    Call call{.context = context,
              .method = "POST",
              .id = {},
              .body = std::move(document),
              .repeat = http::Request::Repeat::Never};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<QString>(failure(answer.error()));
    const QString id = answer->object().value(names::id).toString();
    if (id.isEmpty())
        co_return Result<QString>(failure(badAnswer(QStringLiteral("the new document has no id"))));
    co_return Result<QString>(id);
}

Task<void> CrudCollection::import(QJsonObject document, RequestContext context)
{
    Call call{.context = context,
              .method = "POST",
              .id = {},
              .below = names::importPath,
              .body = std::move(document),
              .asFile = true};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<void>(failure(answer.error()));
    co_return Result<void>();
}

Task<QJsonObject> CrudCollection::change(QString id, QJsonObject commands, QJsonObject filter, RequestContext context)
{
    if (id.isEmpty())
        co_return Result<QJsonObject>(failure(noSuchDocument()));
    Call call{
        .context = context, .method = "PATCH", .id = id, .parameters = passing(filter), .body = std::move(commands)};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<QJsonObject>(failure(answer.error()));
    if (!answer->isObject())
        co_return Result<QJsonObject>(failure(badAnswer(QStringLiteral("the changed document is no JSON object"))));
    co_return Result<QJsonObject>(answer->object());
}

/// The service moves from any state (§5), and would answer the second time as the first: the filter makes the second
/// one NotFound. For the same reason it is not repeated unseen.
Task<void> CrudCollection::sendToTrash(QString id, RequestContext context)
{
    Call call{.context = context,
              .method = "POST",
              .id = id,
              .below = names::statePath,
              .parameters = passing(onlyPublic()),
              .body = toTrash(),
              .repeat = http::Request::Repeat::Never};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer)
        co_return Result<void>(failure(answer.error()));
    co_return Result<void>();
}

Task<void> CrudCollection::moveToTrash(QString id, RequestContext context)
{
    if (id.isEmpty())
        co_return Result<void>(failure(noSuchDocument()));
    Result<void> moved = co_await sendToTrash(id, context);
    if (moved || !mayHaveHappened(moved.error()) || moved.error().kind == Error::Kind::Cancelled)
        co_return moved;

    Result<QJsonObject> there = co_await find(id, stateIfPublicOrTrash(), context);
    if (!there)
        co_return Result<void>(failure(isNotFound(there.error()) ? there.error() : moved.error()));
    if (there->value(names::state).toString() == names::trashState)
        co_return Result<void>();
    moved = co_await sendToTrash(id, context);
    if (!moved && isNotFound(moved.error()))
        co_return Result<void>(); // The first one came through after all.
    co_return moved;
}

Task<void> CrudCollection::remove(QString id, RequestContext context)
{
    if (id.isEmpty())
        co_return Result<void>();
    Call call{.context = context, .method = "DELETE", .id = id};
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (!answer && !isNotFound(answer.error()))
        co_return Result<void>(failure(answer.error()));
    co_return Result<void>();
}

} // namespace teleconsult::records
