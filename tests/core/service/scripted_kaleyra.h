// The answers of a Kaleyra that makes whatever it is asked for, and what is in an answer.
#pragma once

#include "tests/support/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace teleconsult::test {

inline ScriptedServer::Answer madeUser(const ScriptedServer::Request &request)
{
    const QString id = QJsonDocument::fromJson(request.body)[QStringLiteral("id")].toString();
    return {.status = 201, .body = QJsonDocument(QJsonObject{{QStringLiteral("id"), id}}).toJson()};
}

inline ScriptedServer::Answer madeRoom(const ScriptedServer::Request &request)
{
    QJsonArray seats;
    const QJsonArray asked = QJsonDocument::fromJson(request.body)[QStringLiteral("participants")].toArray();
    for (const QJsonValue seat : asked)
        seats.append(QJsonObject{{QStringLiteral("user_id"), seat[QStringLiteral("user_id")]},
                                 {QStringLiteral("url"), QStringLiteral("https://a.bandyer.com/eu/x")}});
    return {.status = 201,
            .body = QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("room_1")},
                                              {QStringLiteral("participants"), seats}})
                        .toJson()};
}

inline QSet<QString> idsOf(const QJsonArray &objects)
{
    QSet<QString> ids;
    for (const QJsonValue object : objects)
        ids.insert(object[QStringLiteral("id")].toString());
    return ids;
}

} // namespace teleconsult::test
