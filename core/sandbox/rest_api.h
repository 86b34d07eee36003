// Kaleyra's REST API, version 2, as far as its facts are known (reference/kaleyra-video-api.md).
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/http_message.h"
#include "core/sandbox/rest_names.h"

namespace teleconsult::sandbox {

/// Answers the requests under /v2. Lives on the owner thread; does not own the context, which outlives it.
class RestApi
{
public:
    explicit RestApi(Context &context);

    HttpAnswer answer(const HttpRequest &request);

private:
    HttpAnswer carryOut(Operation operation, const QString &argument, const HttpRequest &request);
    /// The answer, or 500 when what it reports cannot be stored.
    HttpAnswer stored(const QJsonObject &object, int status = 200) const;

    HttpAnswer createUser(const HttpRequest &request);
    HttpAnswer listUsers(const HttpRequest &request) const;
    HttpAnswer getUser(const QString &id) const;
    HttpAnswer updateUser(const QString &id, const HttpRequest &request);
    HttpAnswer deleteUser(const QString &id);

    HttpAnswer createRoom(const HttpRequest &request);
    HttpAnswer listRooms(const HttpRequest &request) const;
    HttpAnswer getRoom(const QString &id);
    HttpAnswer disableRoom(const QString &id);
    HttpAnswer deleteRoom(const QString &id);

    HttpAnswer createCredentials(const HttpRequest &request) const;

    HttpAnswer getCompany() const;
    HttpAnswer updateCompany(const HttpRequest &request);
    HttpAnswer getTheme() const;
    HttpAnswer updateTheme(const HttpRequest &request);
    HttpAnswer listBackgrounds() const;
    HttpAnswer addBackground(const HttpRequest &request);
    HttpAnswer deleteBackground(const HttpRequest &request);

    HttpAnswer listUploads(const HttpRequest &request) const;
    HttpAnswer getUpload(const QString &key) const;
    HttpAnswer deleteUpload(const QString &key);

    QJsonObject describe(const User &user) const;
    QJsonObject describe(const Room &room) const;
    QJsonObject describeWithLinks(const Room &room) const;
    QJsonObject describe(const Background &background) const;
    QJsonObject describe(const Upload &upload) const;
    QJsonValue defaultBackground() const;

    Context &m_context;
};

} // namespace teleconsult::sandbox
