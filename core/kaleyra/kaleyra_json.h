// Kaleyra's JSON: read tolerantly, written as version 2 wants it. Pure functions.
#pragma once

#include "core/kaleyra/kaleyra_client.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace teleconsult::kaleyra {

/// One page of a list.
template <typename Item>
struct Page
{
    QList<Item> items;
    std::optional<bool> hasMore; ///< Nothing: the answer does not say.
};

/// Wrapped or flat, under any of the known names; nothing when the body is no object.
/// A seat keeps its link only if isAcceptableLink().
std::optional<Room> readRoom(const QJsonDocument &body);
/// Nothing when the answer holds no list, as for the other page.
std::optional<Page<Room>> readRoomPage(const QJsonDocument &body);
std::optional<Company> readCompany(const QJsonDocument &body);
/// Nothing when the answer names no background.
std::optional<Background> readBackground(const QJsonDocument &body);
/// Nothing when the answer holds no list. What of it names no background is left out.
std::optional<Theme> readTheme(const QJsonDocument &body);
std::optional<Backgrounds> readBackgrounds(const QJsonDocument &body);
/// Nothing when the answer holds no token.
std::optional<AccessToken> readAccessToken(const QJsonDocument &body);
/// A file that was shared in a call.
struct Upload
{
    QString key;
    /// Empty when it belongs to none; nothing when the answer does not say.
    std::optional<QString> roomId;
};
/// Nothing when the answer holds no list.
std::optional<Page<Upload>> readUploadPage(const QJsonDocument &body);
/// The id of a user; empty when the answer has none.
QString readUserId(const QJsonDocument &body);

/// An http::ErrorReader: code from code, error.code or name; message from message, reason or error. A refused API key
/// is Unauthorized whatever its status.
void readError(const QJsonDocument &body, Error &error);

QByteArray writeUser(const NewUser &user);
QByteArray writeRole(Role role);
QByteArray writeTokenRequest(const QString &userId, std::chrono::seconds lifetime);
/// Names a background, to make it the default or to delete it.
QByteArray writeAlias(const QString &alias);
QByteArray writeCompanyChange(const CompanyChange &change);
/// A mode without colours is written as null, which resets it.
QByteArray writeTheme(const Theme &theme);
QByteArray writeRoom(const RoomPlan &plan, const QString &correlationId);

/// A link is a credential: it must travel encrypted, or stay on this computer (the sandbox).
bool isAcceptableLink(const QUrl &link);

} // namespace teleconsult::kaleyra
