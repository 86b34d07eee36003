// What the sandbox's company keeps: users, rooms, backgrounds, uploads and settings. Values only; state_file.h stores
// them.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace teleconsult::sandbox {

/// A user of the company.
struct User
{
    QString id;
    QString role; ///< "basic" or "plus"
    bool allowCamera = true;
    QString language;
    QDateTime createdAt;
};

/// A participant's place in a room. The token is the credential in the access link.
struct Seat
{
    QString userId;
    QString token;
    QJsonObject tools; ///< Complete: every tool has a value.
    bool isAdmin = false;

    bool mayUse(QLatin1String tool) const;
};

/// A room; it stays when it is closed, until it is deleted.
struct Room
{
    QString id;
    QList<Seat> seats;
    QString recording; ///< none, manual or automatic
    QString callType;  ///< audio_video, audio_upgradable or audio_only
    QString description;
    bool live = false;
    bool disabled = false;
    qint64 durationMs = 0; ///< 0: unlimited
    qint64 usedMs = 0;     ///< Time with two or more connected, without a call that is going on.
    QDateTime createdAt;

    bool isUsedUp() const { return durationMs > 0 && usedMs >= durationMs; }
    bool isClosed() const { return disabled || isUsedUp(); }
    const Seat *seatOf(const QString &token) const;
};

/// A picture for behind people; its bytes are FileStore's.
struct Background
{
    QString alias;
    QDateTime createdAt;
};

/// Colours of the call page, in light or in dark.
struct ThemeColours
{
    QString primary; ///< #RRGGBB; empty: the stand-in's own
    QString accent;
};

/// What holds for all rooms.
struct Company
{
    QString id;
    QString name;
    QString defaultLanguage;
    QString defaultBackground;     ///< An alias; empty: none.
    bool redirectIsOwnPage = true; ///< The sandbox's own page, wherever it runs; else the next field counts.
    QString endCallRedirectUrl;    ///< Empty: no redirect.
    int endCallRedirectTimeoutMs = 1500;
    QString userDetailsProviderUrl;
    ThemeColours light;
    ThemeColours dark;
    QList<Background> backgrounds; ///< Oldest first.
};

/// A file shared in a call.
struct Upload
{
    QString key;    ///< <environment>/<company>/<user>/<number>-<hex>, as Kaleyra's (§2.5).
    QString secret; ///< Last part of its download address, and its name on disk.
    QString type;   ///< file_upload, generic or snapshot
    QString fileName;
    qint64 size = 0;
    QString userId;
    QString sessionId;
    QString roomId;
    QDateTime createdAt;
};

/// All that the stand-in remembers.
struct State
{
    QByteArray apiKey;
    QByteArray tokenSecret; ///< Signs the access tokens for SDK users.
    quint16 port = 0;       ///< Of the last run; 0: none yet.
    quint16 signallingPort = 0;
    Company company;
    QList<User> users; ///< Oldest first, like the other lists.
    QList<Room> rooms;
    QStringList deadTokens; ///< Of rooms and users that were deleted, so that their links are gone, not unknown.
    QList<Upload> uploads;

    const User *user(const QString &id) const;
    Room *room(const QString &id);
    const Upload *upload(const QString &key) const;
    const Background *background(const QString &alias) const;
    /// The room a token opens, or null. Closed rooms are found too.
    Room *roomOfToken(const QString &token);

    /// Removes the room and remembers its tokens.
    void removeRoom(const QString &id);
    /// Removes the user from the company and from every room: a new user of the same id is somebody else, for whom the
    /// links of this one do not open.
    void removeUser(const QString &id);

private:
    void killTokens(const QList<Seat> &seats);
};

/// What a token is worth now.
enum class LinkState { Alive, Dead, Unknown };
LinkState linkState(State &state, const QString &token);

/// A fresh state: random key and secrets, default company.
State newState();

} // namespace teleconsult::sandbox
