#include "core/sandbox/rest_api.h"

#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_pages.h"
#include "core/serving/secret.h"

#include <QJsonArray>

namespace teleconsult::sandbox {

namespace {

/// Whether the path fits the route; its one value is decoded into `argument`.
bool fits(const Route &route, const QString &path, QString &argument)
{
    const QStringList expected = QString(route.path).split(QLatin1Char('/'));
    const QStringList given = path.split(QLatin1Char('/'));
    if (expected.size() != given.size())
        return false;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i) == QLatin1String("{}") && !given.at(i).isEmpty())
            argument = QUrl::fromPercentEncoding(given.at(i).toUtf8());
        else if (expected.at(i) != given.at(i))
            return false;
    }
    return true;
}

} // namespace

RestApi::RestApi(Context &context) : m_context(context) {}

HttpAnswer RestApi::answer(const HttpRequest &request)
{
    if (!serving::isSameSecret(request.header("apikey"), m_context.state.apiKey))
        return refusalAnswer(
            {401, QStringLiteral("invalid_api_key"), QStringLiteral("The API key is missing or wrong.")});
    bool pathIsKnown = false;
    for (const Route &route : routes) {
        QString argument;
        if (!fits(route, request.path, argument))
            continue;
        pathIsKnown = true;
        if (route.method != request.method)
            continue;
        const Checked<void> known = onlyKnownParameters(request.query, route.operation);
        return known ? carryOut(route.operation, argument, request) : refusalAnswer(known.error());
    }
    if (pathIsKnown)
        return refusalAnswer(
            {405, QStringLiteral("method_not_allowed"), QStringLiteral("This path has no such method.")});
    return refusalAnswer({404, QStringLiteral("not_found"), QStringLiteral("There is no such path.")});
}

HttpAnswer RestApi::carryOut(Operation operation, const QString &argument, const HttpRequest &request)
{
    switch (operation) {
    case Operation::CreateUser:
        return createUser(request);
    case Operation::ListUsers:
        return listUsers(request);
    case Operation::GetUser:
        return getUser(argument);
    case Operation::UpdateUser:
        return updateUser(argument, request);
    case Operation::DeleteUser:
        return deleteUser(argument);
    case Operation::CreateRoom:
        return createRoom(request);
    case Operation::ListRooms:
        return listRooms(request);
    case Operation::GetRoom:
        return getRoom(argument);
    case Operation::DisableRoom:
        return disableRoom(argument);
    case Operation::DeleteRoom:
        return deleteRoom(argument);
    case Operation::CreateCredentials:
        return createCredentials(request);
    case Operation::GetCompany:
        return getCompany();
    case Operation::UpdateCompany:
        return updateCompany(request);
    case Operation::GetTheme:
        return getTheme();
    case Operation::UpdateTheme:
        return updateTheme(request);
    case Operation::ListBackgrounds:
        return listBackgrounds();
    case Operation::AddBackground:
        return addBackground(request);
    case Operation::DeleteBackground:
        return deleteBackground(request);
    case Operation::ListUploads:
        return listUploads(request);
    case Operation::GetUpload:
        return getUpload(argument);
    case Operation::DeleteUpload:
        return deleteUpload(argument);
    }
    return refusalAnswer({404, QStringLiteral("not_found"), QStringLiteral("There is no such path.")});
}

HttpAnswer RestApi::stored(const QJsonObject &object, int status) const
{
    if (!m_context.save())
        return refusalAnswer(
            {500, QStringLiteral("storage_error"), QStringLiteral("The sandbox cannot store its state.")});
    return jsonAnswer(object, status);
}

// Uploads

QJsonObject RestApi::describe(const Upload &upload) const
{
    return {{fields::key, upload.key},
            {fields::uploadType, upload.type},
            {fields::creationDate, dateText(upload.createdAt)},
            {fields::userId, upload.userId},
            {fields::sessionId, upload.sessionId},
            {fields::roomId, upload.roomId}};
}

HttpAnswer RestApi::listUploads(const HttpRequest &request) const
{
    const Checked<PageInput> page = readPage(request.query);
    if (!page)
        return refusalAnswer(page.error());
    const Checked<UploadFilter> filter = readUploadFilter(request.query);
    if (!filter)
        return refusalAnswer(filter.error());
    QList<Upload> matching = m_context.state.uploads;
    matching.removeIf([&](const Upload &upload) { return !filter->takes(upload); });
    return jsonAnswer(
        pageOf(matching, *page, fields::uploads, [this](const Upload &upload) { return describe(upload); }));
}

HttpAnswer RestApi::getUpload(const QString &key) const
{
    const Upload *upload = m_context.state.upload(key);
    if (!upload)
        return refusalAnswer(
            {404, QStringLiteral("upload_key_not_exists"), QStringLiteral("There is no such upload.")});
    QJsonObject object = describe(*upload);
    object.insert(fields::url, m_context.downloadUrl(*upload));
    return jsonAnswer(object);
}

HttpAnswer RestApi::deleteUpload(const QString &key)
{
    const Upload *upload = m_context.state.upload(key);
    if (!upload)
        return refusalAnswer({404, QStringLiteral("upload_not_found"), QStringLiteral("There is no such upload.")});
    const QJsonObject object{{fields::key, upload->key}, {fields::uploadType, upload->type}};
    m_context.removeUpload(key);
    return stored(object);
}

} // namespace teleconsult::sandbox
