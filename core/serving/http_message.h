// What travels between the HTTP threads and the thread that answers. Values only.
#pragma once

#include "core/files/content.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrlQuery>

namespace teleconsult::serving {

/// One part of a multipart/form-data body.
struct FormPart
{
    QString name;
    QString fileName;
    QByteArray contentType;
    files::Content content;
};

/// A request as it arrived, head and body.
struct HttpRequest
{
    QByteArray method; ///< Never HEAD, which is answered as GET and without the body.
    QString path;      ///< As sent: still percent-encoded, without the query.
    QUrlQuery query;
    /// Names in lower case. Of a header that was sent more than once, the values in their order, with commas between.
    QHash<QByteArray, QByteArray> headers;
    QSet<QByteArray> repeatedHeaders; ///< Those.
    QByteArray body;
    QList<FormPart> parts; ///< Of a multipart body; `body` is empty then.

    /// `name` in lower case; empty: it was not sent.
    QByteArray header(const QByteArray &name) const { return headers.value(name); }
    bool isJson() const;
    bool isMultipart() const;
    /// The token in "Authorization: Bearer …"; empty: none.
    QByteArray bearerToken() const;
};

/// What a request is answered.
struct HttpAnswer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Besides those every answer carries.
};

/// Without a body.
HttpAnswer emptyAnswer(int status);
/// Never kept by a cache.
HttpAnswer jsonAnswer(const QJsonObject &object, int status = 200);

} // namespace teleconsult::serving
