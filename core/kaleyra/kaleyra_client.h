// Kaleyra's REST API, version 2 (reference/kaleyra-video-api.md).
#pragma once

#include "core/domain/language.h"
#include "core/domain/room_plan.h"
#include "core/http/http_client.h"

#include <QUrlQuery>

#include <array>
#include <functional>

namespace teleconsult::kaleyra {

/// Where Kaleyra is and how to prove who we are.
struct Endpoint
{
    QUrl baseUrl;      ///< Up to and without the version, e.g. https://api.sandbox.eu.bandyer.com
    QByteArray apiKey; ///< All-powerful for the company: never logged, never in a URL.
    std::chrono::milliseconds timeout{15000}; ///< For one try. Twelve times as long for a background, which is large.
};

/// A user of Kaleyra's that is to be made.
struct NewUser
{
    QString id; ///< Opaque, ≤ 128 characters of [A-Za-z0-9._-]; see opaqueUserId().
    Role role = Role::Basic;
    std::optional<Language> language;
};

/// A room as Kaleyra keeps it. Fields that an answer lacks stay empty.
struct Room
{
    /// A participant with the link that opens the room to them: a credential.
    struct Seat
    {
        QString userId;
        QUrl link;
    };

    QString id;
    QList<Seat> seats;
    QString status; ///< NOT_RUNNING, RUNNING or CLOSED.
    bool disabled = false;
    QString recording; ///< none, manual or automatic.
    QString recordingStatus;
    QString callType;
    QString description;
    QDateTime createdAt;
    std::chrono::seconds duration{0};     ///< 0: unlimited.
    std::chrono::seconds durationUsed{0}; ///< Time with two or more people connected.
    bool live = false;

    /// Whether somebody is in it.
    bool isRunning() const { return !disabled && status == QLatin1String("RUNNING"); }
    bool isClosed() const { return disabled || status == QLatin1String("CLOSED"); }
    QUrl linkOf(const QString &userId) const; ///< Empty: this user has no seat, or the room is closed.
};

/// A picture of the company that call pages may show behind a person.
struct Background
{
    QString alias;
    QUrl url;
    QDateTime createdAt;
};

/// What Kaleyra keeps of the clinic as a whole.
struct Company
{
    QString name;
    QString defaultLanguage;
    std::optional<Background> defaultBackground; ///< The one that links with a background use.
    QUrl endCallRedirectUrl;                     ///< Where the call page goes after a call; empty: it stays.
    std::chrono::milliseconds endCallRedirectTimeout{0};
    QUrl userDetailsProviderUrl;
};

/// What is to be changed of a company; what is not said stays.
struct CompanyChange
{
    std::optional<QString> name;
    std::optional<QString> defaultLanguage;
    std::optional<QUrl> endCallRedirectUrl; ///< Empty: the call page is to stay.
    std::optional<std::chrono::milliseconds> endCallRedirectTimeout;

    friend bool operator==(const CompanyChange &, const CompanyChange &) = default;
};

/// The colours of call pages in one mode, as "#rrggbb"; both empty: Kaleyra's own.
struct ThemeColours
{
    QString primary; ///< The ground.
    QString accent;  ///< Buttons and whatever is chosen.

    bool areSet() const { return !primary.isEmpty() || !accent.isEmpty(); }
    friend bool operator==(const ThemeColours &, const ThemeColours &) = default;
};

/// Where just one mode has colours, Kaleyra lets nobody switch between light and dark (§2.8).
struct Theme
{
    ThemeColours light;
    ThemeColours dark;

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// What call pages are told to do at their end (§2.7).
inline constexpr std::chrono::milliseconds longestRedirectTimeout{60000};
/// Of a company and of new users (§2.7).
inline constexpr std::array<const char *, 5> companyLanguages{"en", "it", "de", "fr", "pl"};

/// All pictures of the company, newest first, and which of them links with a background use.
struct Backgrounds
{
    QList<Background> all;
    QString defaultAlias; ///< Empty: none.
};

/// So many pictures a company may have (§2.8).
inline constexpr int maximumBackgrounds = 10;

/// Lets one user connect through Kaleyra's SDKs. A credential.
struct AccessToken
{
    QString token;
    QDateTime expiresAt;
    QString userId;
};

/// Whether Kaleyra says that it does not know the user it was asked about, or for.
bool saysUserIsGone(const Error &error);

/// How long a token may live (§2.6).
inline constexpr std::chrono::seconds shortestTokenLifetime{360};
inline constexpr std::chrono::seconds longestTokenLifetime{86400};

/// Asks Kaleyra. Reads tolerantly (both spellings, wrapped or flat), writes v2. Does not own the HttpClient, which
/// must outlive it; HttpClient::shutDown() ends what is under way, and is to be called while this still lives.
/// Errors are those of HttpClient with Kaleyra's own code in `code`; Invalid also for an empty id, and for a base URL
/// (code "insecure_base_url") that is neither https nor on this computer: the key would travel in the clear.
class KaleyraClient
{
public:
    /// Where Kaleyra is may become known later (the embedded sandbox is still starting): every operation asks the
    /// source first and waits for it. From its first success on the source must answer the same address; the key may
    /// be another one at any time. A key that Kaleyra has refused is handed back to the source, so that it is read anew
    /// where it comes from, and what was refused is asked once more if it has changed. Empty: none was refused.
    using EndpointSource = std::function<Task<Endpoint>(QByteArray refusedKey)>;

    KaleyraClient(http::HttpClient &http, EndpointSource endpoint);
    /// An endpoint that is known already.
    KaleyraClient(http::HttpClient &http, const Endpoint &endpoint);

    /// The Kaleyra id for a person of the clinic: opaqueUserId() with the API key, which every station of the company
    /// shares. Asks nobody.
    Task<QString> userIdFor(QString externalId);

    /// Makes a user; one that exists already under this id is the same user (Kaleyra answers 400
    /// user_id_already_exists), so that creating is repeatable. Any other conflict is held against the user list.
    /// Answers the user's id.
    Task<QString> createUser(NewUser user);
    /// Changes what an existing user may do.
    Task<void> setUserRole(QString userId, Role role);
    /// A user who is gone already counts as deleted.
    Task<void> deleteUser(QString userId);

    /// Makes a room. `correlationId` becomes the room's description: an opaque text by which an orphan is found.
    /// Never repeated by itself: a second POST makes a second room. Unreachable, Server and BadAnswer (no id, or a
    /// participant without a link that is https or on this computer) leave open whether a room was made: findRoom()
    /// tells.
    Task<Room> createRoom(RoomPlan plan, QString correlationId);
    Task<Room> room(QString roomId, http::Transfer transfer = {});
    /// A room that is gone already counts as deleted. Answers whether Kaleyra says that it deleted one.
    Task<bool> deleteRoom(QString roomId);
    /// The newest rooms first (§1.6), page after page, until one carries this correlation id; NotFound when none does.
    /// `notBefore`: when it was asked for; a page of rooms that are all older by more than a day is the last that is
    /// read, for a company may have had more rooms than can be listed. As the list has it, that is without links.
    Task<Room> findRoom(QString correlationId, QDateTime notBefore);

    /// For a user who exists already.
    Task<AccessToken> createAccessToken(QString userId, std::chrono::seconds lifetime);

    Task<Company> company();
    /// Answers the company as it is then. Nothing is sent, and the company is read, when nothing is to be changed.
    Task<Company> changeCompany(CompanyChange change);
    /// The colours of all call pages of the company.
    Task<Theme> theme();
    /// Both modes. Answers them as they are then.
    Task<Theme> setTheme(Theme theme);
    /// Adds a picture to the company's. Never repeated by itself: a second POST adds it twice, and there is room for
    /// ten. Kaleyra takes JPEG, at least 1280 by 1280 pixels.
    Task<Background> addBackground(files::Content jpeg, http::Transfer transfer = {});
    Task<Backgrounds> backgrounds();
    /// One that is gone already counts as deleted. When it was the default, none is.
    Task<void> deleteBackground(QString alias);
    /// As fetchPicture().
    Task<QByteArray> picture(QUrl url);
    /// Answers the company as it is then.
    Task<Company> setDefaultBackground(QString alias);

    /// The keys of all files that were shared in a room; those that say that they are another room's are left out.
    Task<QStringList> uploadKeys(QString roomId);
    /// A file that is gone already counts as deleted.
    Task<void> deleteUpload(QString key);

private:
    /// One operation of the API, before it is known where the API is.
    struct Call
    {
        QByteArray method;
        QString pattern; ///< One of kaleyra_names.h; its "{id}" is replaced by `id`, percent-encoded.
        QString id;
        QUrlQuery query;
        QByteArray body;
        http::Request::Repeat repeat = http::Request::Repeat::Safely;
        QByteArray contentType = {};                     ///< Of the body; empty: JSON.
        int patience = 1;                                ///< How many of the endpoint's time-outs one try may take.
        std::function<bool(const Error &)> expects = {}; ///< As http::Request's.
        QList<files::Content> stream = {};               ///< As http::Request's.
        std::optional<http::Transfer> transfer = {};     ///< As http::Request's.
    };

    static http::Request requestFor(const Call &call, const Endpoint &endpoint);
    Task<QJsonDocument> ask(Call call);
    /// What is gone already counts as deleted. Answers whether Kaleyra says that it deleted something.
    Task<bool> remove(Call call, bool (*saysGone)(const Error &error));
    Task<Company> putCompany(QByteArray body);
    Task<Endpoint> endpointFor(QByteArray refusedKey);

    http::HttpClient &m_http;
    EndpointSource m_endpoint;
};

/// The Kaleyra id of a person: derived from the external id with a key, so that creating the user is repeatable and
/// nobody can tell the person from it. The external id itself never reaches Kaleyra (house.md, "Intent first").
QString opaqueUserId(const QString &externalId, const QByteArray &secret);

} // namespace teleconsult::kaleyra
