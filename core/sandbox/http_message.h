// What travels between the HTTP threads and the thread that owns the sandbox's state. Values only.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

namespace teleconsult::sandbox {

/// One part of a multipart/form-data body.
struct FormPart
{
    QString name;
    QString fileName;
    QByteArray contentType;
    QByteArray content;
};

struct HttpRequest
{
    QByteArray method;
    QString path; ///< As sent: still percent-encoded, without the query.
    QUrlQuery query;
    QByteArray apiKey;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray acceptLanguage;
    QByteArray body;
    QList<FormPart> parts; ///< Of a multipart body; `body` is empty then.

    bool isMultipart() const;
    /// The token in "Authorization: Bearer …"; empty: none.
    QString bearerToken() const;
};

struct HttpAnswer
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Besides those every answer carries.
};

/// Why a request is not carried out, in the words of §1.4 and §4.1 of the reference.
struct Refusal
{
    int status = 422;
    QString code;
    QString message;
};

HttpAnswer jsonAnswer(const QJsonObject &object, int status = 200);
HttpAnswer refusalAnswer(const Refusal &refusal);

} // namespace teleconsult::sandbox
