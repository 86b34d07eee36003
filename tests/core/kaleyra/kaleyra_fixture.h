// What the tests of KaleyraClient share.
#pragma once

#include "core/kaleyra/kaleyra_client.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>
#include <QJsonObject>

namespace teleconsult::kaleyra::test {

inline const QByteArray apiKey = "ak_live_CANARYKEY123";

/// Tries again at once.
inline const http::RetryPolicy quick{
    .tries = 3, .firstDelay = std::chrono::milliseconds(1), .longestRetryAfter = std::chrono::seconds(1)};

/// A Kaleyra that says what the test scripts, and its client.
struct Kaleyra
{
    teleconsult::test::ScriptedServer server;
    http::HttpClient http{quick};
    KaleyraClient client{http, {server.url(), apiKey}};
};

inline RoomPlan planFor(const QStringList &userIds)
{
    RoomPlan plan;
    for (const QString &id : userIds)
        plan.seats.append({id, {}});
    plan.recording = QStringLiteral("none");
    return plan;
}

inline const RoomPlan twoSeats = planFor({QStringLiteral("u1"), QStringLiteral("u2")});

/// A page of rooms whose descriptions are "c<n>".
/// When rooms are looked for in tests.
inline const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

inline QByteArray page(int first, int count, std::optional<bool> hasMore)
{
    QJsonArray rooms;
    for (int i = first; i < first + count; ++i)
        rooms.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("r%1").arg(i)},
                                 {QStringLiteral("description"), QStringLiteral("c%1").arg(i)}});
    QJsonObject body{{QStringLiteral("rooms"), rooms}};
    if (hasMore)
        body.insert(QStringLiteral("has_more"), *hasMore);
    return QJsonDocument(body).toJson();
}

} // namespace teleconsult::kaleyra::test
