#include "core/sandbox/call_pages.h"

#include "core/sandbox/identifiers.h"
#include "core/sandbox/notice_page.h"
#include "core/sandbox/rest_names.h"
#include "core/serving/secret.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::sandbox {

namespace {

constexpr int maximumFileName = 200;
constexpr int maximumFilesOfRoom = 100;

QByteArray contentTypeOf(const QString &name)
{
    static const std::pair<QLatin1String, QByteArray> types[] = {
        {QLatin1String(".html"), "text/html; charset=utf-8"},
        {QLatin1String(".css"), "text/css; charset=utf-8"},
        {QLatin1String(".js"), "text/javascript; charset=utf-8"},
        {QLatin1String(".svg"), "image/svg+xml"},
    };
    for (const auto &[ending, type] : types) {
        if (name.endsWith(ending))
            return type;
    }
    return "application/octet-stream";
}

QByteArray embedded(const QString &name)
{
    QFile file(QStringLiteral(":/sandbox/page/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject describeColours(const ThemeColours &colours)
{
    return {{fields::primaryColor, colours.primary}, {fields::accentColor, colours.accent}};
}

Refusal toolRefused(QLatin1String tool)
{
    return {403, QStringLiteral("tool_not_allowed"), tool + QStringLiteral(" is off for this participant")};
}

/// What remains of a file name that somebody else chose.
QString harmless(const QString &fileName)
{
    static const QRegularExpression bad(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|\\x{202a}-\\x{202e}]"));
    QString name = fileName;
    name.replace(bad, QStringLiteral("_"));
    name = name.trimmed().left(maximumFileName);
    return name.isEmpty() ? QStringLiteral("file") : name;
}

} // namespace

CallPages::CallPages(Context &context, quint16 signallingPort) : m_context(context), m_signallingPort(signallingPort) {}

HttpAnswer CallPages::answer(const HttpRequest &request)
{
    const QString path = request.path;
    const auto rest = [&](QLatin1String prefix) { return QUrl::fromPercentEncoding(path.mid(prefix.size()).toUtf8()); };
    if (path == paths::files && request.method == "POST")
        return shareFile(request);
    if (request.method != "GET" && request.method != "HEAD")
        return refusalAnswer(
            {405, QStringLiteral("method_not_allowed"), QStringLiteral("This path has no such method.")});
    if (path.startsWith(paths::accessLink))
        return callPage(rest(paths::accessLink), request);
    if (path == paths::ended)
        return endedPage(request);
    if (path.startsWith(paths::assets))
        return asset(rest(paths::assets));
    if (path.startsWith(paths::backgrounds))
        return background(rest(paths::backgrounds));
    if (path.startsWith(paths::download))
        return download(rest(paths::download));
    if (path == paths::session)
        return session(request);
    if (path == paths::files)
        return listFiles(request);
    return refusalAnswer({404, QStringLiteral("not_found"), QStringLiteral("There is no such page.")});
}

// Pages

HttpAnswer CallPages::callPage(const QString &token, const HttpRequest &request)
{
    switch (linkState(m_context.state, token)) {
    case LinkState::Unknown:
        return noticePage(notice::unknownLink, request, m_context.state.company.defaultLanguage);
    case LinkState::Dead:
        return noticePage(notice::deadLink, request, m_context.state.company.defaultLanguage);
    case LinkState::Alive:
        break;
    }
    HttpAnswer answer;
    answer.contentType = contentTypeOf(QStringLiteral(".html"));
    answer.body = embedded(QStringLiteral("call.html"));
    answer.headers = {
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
         "connect-src 'self' ws://127.0.0.1:" +
             QByteArray::number(m_signallingPort) + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self), geolocation=()"},
    };
    return answer;
}

HttpAnswer CallPages::endedPage(const HttpRequest &request) const
{
    return noticePage(notice::ended, request, m_context.state.company.defaultLanguage);
}

HttpAnswer CallPages::asset(const QString &name) const
{
    const QByteArray content = name.contains(QLatin1Char('/')) ? QByteArray() : embedded(name);
    if (content.isEmpty())
        return refusalAnswer({404, QStringLiteral("not_found"), QStringLiteral("There is no such file.")});
    HttpAnswer answer;
    answer.contentType = contentTypeOf(name);
    answer.body = content;
    answer.headers = {{"Cache-Control", "no-cache"}};
    return answer;
}

HttpAnswer CallPages::background(const QString &alias) const
{
    if (!m_context.state.background(alias))
        return refusalAnswer(
            {404, QStringLiteral("background_not_found"), QStringLiteral("There is no such background.")});
    HttpAnswer answer;
    answer.contentType = "image/jpeg";
    answer.body = m_context.backgrounds.read(alias).value_or(QByteArray());
    return answer;
}

// What the call page asks for

HttpAnswer CallPages::deadLink(const QString &token) const
{
    if (linkState(m_context.state, token) == LinkState::Dead)
        return refusalAnswer({410, QStringLiteral("invalid_token"), QStringLiteral("The link is no longer valid.")});
    return refusalAnswer({401, QStringLiteral("invalid_token"), QStringLiteral("The link is not known.")});
}

HttpAnswer CallPages::session(const HttpRequest &request)
{
    const QString token = QString::fromLatin1(request.bearerToken());
    if (linkState(m_context.state, token) != LinkState::Alive)
        return deadLink(token);
    const Room &room = *m_context.state.roomOfToken(token);
    const Seat &seat = *room.seatOf(token);
    const User &user = *m_context.state.user(seat.userId);
    const Company &company = m_context.state.company;
    const QString background = company.defaultBackground;
    return jsonAnswer(
        {{fields::userId, user.id},
         {fields::language, user.language},
         {fields::allowCamera, user.allowCamera},
         {fields::tools, seat.tools},
         {fields::callType, room.callType},
         {QStringLiteral("theme"),
          QJsonObject{{fields::light, describeColours(company.light)}, {fields::dark, describeColours(company.dark)}}},
         {QStringLiteral("background_url"), background.isEmpty() ? QString() : m_context.backgroundUrl(background)},
         {fields::endCallRedirectUrl, m_context.endCallRedirectUrl()},
         {fields::endCallRedirectTimeoutMs, company.endCallRedirectTimeoutMs},
         {QStringLiteral("end_call_page_is_own"), company.redirectIsOwnPage},
         {QStringLiteral("maximum_file_bytes"), maximumSharedFile},
         {QStringLiteral("signalling_url"), QStringLiteral("ws://127.0.0.1:%1").arg(m_signallingPort)}});
}

HttpAnswer CallPages::listFiles(const HttpRequest &request)
{
    const QString token = QString::fromLatin1(request.bearerToken());
    if (linkState(m_context.state, token) != LinkState::Alive)
        return deadLink(token);
    const QString roomId = m_context.state.roomOfToken(token)->id;
    QJsonArray files;
    for (const Upload &upload : std::as_const(m_context.state.uploads)) {
        if (upload.roomId == roomId)
            files.append(QJsonObject{{fields::name, upload.fileName},
                                     {QStringLiteral("size"), upload.size},
                                     {fields::userId, upload.userId},
                                     {fields::url, QString(paths::download) + upload.secret}});
    }
    return jsonAnswer({{QStringLiteral("files"), files}});
}

HttpAnswer CallPages::shareFile(const HttpRequest &request)
{
    const QString token = QString::fromLatin1(request.bearerToken());
    if (linkState(m_context.state, token) != LinkState::Alive)
        return deadLink(token);
    const Room &room = *m_context.state.roomOfToken(token);
    const Seat &seat = *room.seatOf(token);
    if (!seat.mayUse(fields::fileUpload))
        return refusalAnswer(toolRefused(fields::fileUpload));
    if (request.parts.size() != 1 || request.parts.first().name != QLatin1String("file"))
        return refusalAnswer({400, QStringLiteral("file_not_found"), QStringLiteral("file is required")});
    const FormPart &part = request.parts.first();
    const auto sharedBefore = std::count_if(m_context.state.uploads.cbegin(), m_context.state.uploads.cend(),
                                            [&](const Upload &upload) { return upload.roomId == room.id; });
    if (part.content.size() > maximumSharedFile || sharedBefore >= maximumFilesOfRoom)
        return refusalAnswer(
            {413, QStringLiteral("payload_too_large"), QStringLiteral("file is too large, or there are too many")});

    Upload upload;
    upload.createdAt = m_context.clock->now();
    upload.secret = randomText(40);
    upload.key = QStringLiteral("sandbox/%1/%2/%3-%4")
                     .arg(m_context.state.company.id, seat.userId,
                          QString::number(upload.createdAt.toMSecsSinceEpoch()), randomText(12).toUtf8().toHex());
    upload.type = fields::fileUpload;
    upload.fileName = harmless(part.fileName);
    upload.size = part.content.size();
    upload.userId = seat.userId;
    upload.roomId = room.id;
    upload.sessionId = m_context.calls->sessionOf(room.id);
    if (!m_context.uploads.write(upload.secret, part.content))
        return refusalAnswer({500, QStringLiteral("storage_error"), QStringLiteral("The file cannot be stored.")});
    m_context.state.uploads.append(upload);
    m_context.save();
    m_context.calls->filesChanged(upload.roomId);
    return jsonAnswer({{fields::name, upload.fileName}}, 201);
}

HttpAnswer CallPages::download(const QString &secret) const
{
    for (const Upload &upload : m_context.state.uploads) {
        if (!serving::isSameSecret(secret.toLatin1(), upload.secret.toLatin1()))
            continue;
        HttpAnswer answer;
        // Never a type a browser would show: the file comes from somebody else.
        answer.contentType = "application/octet-stream";
        answer.body = m_context.uploads.read(upload.secret).value_or(QByteArray());
        answer.headers = {
            {"Cache-Control", "no-store"},
            {"Content-Security-Policy", "sandbox"},
            {"Content-Disposition", "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(upload.fileName)}};
        return answer;
    }
    return refusalAnswer({404, QStringLiteral("upload_not_found"), QStringLiteral("There is no such file.")});
}

} // namespace teleconsult::sandbox
