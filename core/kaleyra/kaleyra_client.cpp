#include "core/kaleyra/kaleyra_client.h"

#include "core/http/query.h"
#include "core/kaleyra/kaleyra_answers.h"
#include "core/kaleyra/kaleyra_json.h"
#include "core/kaleyra/kaleyra_names.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace teleconsult::kaleyra {

namespace {

Task<Endpoint> known(Endpoint endpoint)
{
    co_return Result<Endpoint>(std::move(endpoint));
}

bool saysUserExists(const Error &error)
{
    return error.code == names::userExistsCode;
}

/// Whether what comes behind this page was made before the moment: by more than a day, so that clocks need not agree,
/// and unless the list turns out to begin with the oldest, for its order is not certain (§1.6). A room that does not
/// tell its age is not old.
bool endsBefore(const Page<Room> &page, const QDateTime &moment)
{
    const bool areOld =
        std::all_of(page.items.begin(), page.items.end(), [before = moment.addDays(-1)](const Room &room) {
            return room.createdAt.isValid() && room.createdAt < before;
        });
    return areOld && page.items.first().createdAt >= page.items.last().createdAt;
}

bool refusesKey(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized && (error.httpStatus == 401 || error.code == names::badKeyCode);
}

bool allHaveLinks(const Room &room, const RoomPlan &plan)
{
    return std::all_of(plan.seats.begin(), plan.seats.end(),
                       [&](const RoomPlan::Seat &seat) { return !room.linkOf(seat.kaleyraUserId).isEmpty(); });
}

} // namespace

bool saysUserIsGone(const Error &error)
{
    return isNotFound(error) || error.code == names::unknownUserCode;
}

QUrl Room::linkOf(const QString &userId) const
{
    if (isClosed())
        return {};
    const auto seat =
        std::find_if(seats.begin(), seats.end(), [&](const Seat &candidate) { return candidate.userId == userId; });
    return seat == seats.end() ? QUrl() : seat->link;
}

KaleyraClient::KaleyraClient(http::HttpClient &http, EndpointSource endpoint)
    : m_http(http), m_endpoint(std::move(endpoint))
{}

KaleyraClient::KaleyraClient(http::HttpClient &http, const Endpoint &endpoint)
    : KaleyraClient(http, EndpointSource([endpoint](const QByteArray &) { return known(endpoint); }))
{}

http::Request KaleyraClient::requestFor(const Call &call, const Endpoint &endpoint)
{
    QString encoded = call.pattern;
    encoded.replace(QLatin1String("{id}"), QString::fromLatin1(QUrl::toPercentEncoding(call.id)));
    const QString base = http::withoutSlashesAtEnd(endpoint.baseUrl.path(QUrl::FullyEncoded));

    http::Request request;
    request.method = call.method;
    request.url = endpoint.baseUrl;
    request.url.setPath(base + encoded, QUrl::TolerantMode);
    request.url.setQuery(call.query);
    request.shownPath = call.pattern;
    request.headers.insert(names::apiKeyHeader, endpoint.apiKey);
    request.body = call.body;
    request.stream = call.stream;
    if (!call.contentType.isEmpty())
        request.headers.insert("Content-Type", call.contentType);
    request.repeat = call.repeat;
    request.timeout = endpoint.timeout * call.patience;
    request.expects = call.expects;
    request.transfer = call.transfer;
    return request;
}

Task<Endpoint> KaleyraClient::endpointFor(QByteArray refusedKey)
{
    Result<Endpoint> endpoint = co_await m_endpoint(refusedKey);
    if (endpoint && !isAcceptableLink(endpoint->baseUrl))
        co_return Result<Endpoint>(invalid(QStringLiteral("insecure_base_url"), QStringLiteral("baseUrl"),
                                           QStringLiteral("the base URL must begin with https")));
    co_return endpoint;
}

Task<QJsonDocument> KaleyraClient::ask(Call call)
{
    Result<Endpoint> endpoint = co_await endpointFor(QByteArray());
    if (!endpoint)
        co_return Result<QJsonDocument>(failure(std::move(endpoint).error()));
    Result<QJsonDocument> answer = co_await m_http.sendJson(requestFor(call, *endpoint), readError);
    if (answer || !refusesKey(answer.error()))
        co_return answer;
    Result<Endpoint> anew = co_await endpointFor(endpoint->apiKey);
    if (!anew || anew->apiKey == endpoint->apiKey)
        co_return answer;
    // Whatever it was, it was not done: a refused request can be sent again.
    Result<QJsonDocument> second = co_await m_http.sendJson(requestFor(call, *anew), readError);
    co_return second;
}

Task<bool> KaleyraClient::remove(Call call, bool (*saysGone)(const Error &error))
{
    call.expects = saysGone;
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (answer || saysGone(answer.error()))
        co_return Result<bool>(answer.has_value());
    co_return Result<bool>(failure(std::move(answer).error()));
}

Task<QString> KaleyraClient::userIdFor(QString externalId)
{
    Result<Endpoint> endpoint = co_await endpointFor(QByteArray());
    if (!endpoint)
        co_return Result<QString>(failure(std::move(endpoint).error()));
    co_return Result<QString>(opaqueUserId(externalId, endpoint->apiKey));
}

Task<QString> KaleyraClient::createUser(NewUser user)
{
    Result<void> idCheck = checkId(user.id, QStringLiteral("id"));
    if (!idCheck)
        co_return Result<QString>(failure(std::move(idCheck).error()));

    // The id makes it repeatable: the second time the user exists already.
    Call post{"POST", path(names::users), {}, {}, writeUser(user), http::Request::Repeat::Safely};
    post.expects = [](const Error &error) { return saysUserExists(error) || error.kind == Error::Kind::Conflict; };
    Result<QJsonDocument> answer = co_await ask(std::move(post));

    if (!answer && saysUserExists(answer.error()))
        co_return Result<QString>(user.id);
    if (!answer && answer.error().kind == Error::Kind::Conflict) {
        // A conflict may be another one: a user map that names a user who does not exist would be of no use.
        Call get{"GET", path(names::user), user.id, {}, {}};
        Result<QJsonDocument> there = co_await ask(std::move(get));
        if (there)
            co_return Result<QString>(user.id);
    }
    if (!answer)
        co_return Result<QString>(failure(std::move(answer).error()));
    const QString given = readUserId(*answer);
    co_return Result<QString>(given.isEmpty() ? user.id : given);
}

Task<void> KaleyraClient::setUserRole(QString userId, Role role)
{
    Result<void> idCheck = checkId(userId, QStringLiteral("id"));
    if (!idCheck)
        co_return idCheck;
    Call put{"PUT", path(names::user), userId, {}, writeRole(role)};
    Result<QJsonDocument> answer = co_await ask(std::move(put));
    co_return http::withoutValue(answer);
}

Task<void> KaleyraClient::deleteUser(QString userId)
{
    Result<void> idCheck = checkId(userId, QStringLiteral("id"));
    if (!idCheck)
        co_return idCheck;
    Call call{"DELETE", path(names::user), userId, {}, {}};
    Result<bool> deleted = co_await remove(std::move(call), saysUserIsGone);
    co_return http::withoutValue(deleted);
}

Task<Room> KaleyraClient::createRoom(RoomPlan plan, QString correlationId)
{
    Call post{"POST", path(names::rooms), {}, {}, writeRoom(plan, correlationId), http::Request::Repeat::Never};
    Result<QJsonDocument> answer = co_await ask(std::move(post));
    const QString withoutId = QStringLiteral("the new room has no id");
    Result<Room> made = readAnswer(answer, readRoom, withoutId);
    if (!made)
        co_return made;
    if (made->id.isEmpty())
        co_return Result<Room>(failure(badAnswer(withoutId)));
    if (!allHaveLinks(*made, plan))
        co_return Result<Room>(failure(badAnswer(QStringLiteral("a participant of the new room has no link"))));
    co_return made;
}

Task<Room> KaleyraClient::room(QString roomId, http::Transfer transfer)
{
    Result<void> idCheck = checkId(roomId, QStringLiteral("roomId"));
    if (!idCheck)
        co_return Result<Room>(failure(std::move(idCheck).error()));
    Call call{"GET", path(names::room), roomId, {}, {}};
    call.transfer = transfer;
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    Result<Room> found = readAnswer(answer, readRoom, QStringLiteral("the room is no JSON object"));
    if (found && found->id.isEmpty())
        found->id = roomId;
    co_return found;
}

Task<bool> KaleyraClient::deleteRoom(QString roomId)
{
    Result<void> idCheck = checkId(roomId, QStringLiteral("roomId"));
    if (!idCheck)
        co_return Result<bool>(failure(std::move(idCheck).error()));
    Call call{"DELETE", path(names::room), roomId, {}, {}};
    Result<bool> deleted = co_await remove(std::move(call), isNotFound);
    co_return deleted;
}

Task<Room> KaleyraClient::findRoom(QString correlationId, QDateTime notBefore)
{
    int offset = 0;
    for (int pages = 0; pages < maximumPages; ++pages) {
        Call get{"GET", path(names::rooms), {}, pageQuery(offset), {}};
        Result<QJsonDocument> answer = co_await ask(std::move(get));
        const Result<Page<Room>> page =
            readAnswer(answer, readRoomPage, QStringLiteral("the list of rooms has no rooms"));
        if (!page)
            co_return Result<Room>(failure(page.error()));
        for (const Room &candidate : page->items) {
            if (candidate.description == correlationId)
                co_return Result<Room>(candidate);
        }
        if (isLast(*page) || endsBefore(*page, notBefore))
            co_return Result<Room>(
                failure(makeError(Error::Kind::NotFound, {}, QStringLiteral("no room carries the correlation id"))));
        offset += int(page->items.size());
    }
    // Not NotFound: the room may exist further on.
    co_return Result<Room>(failure(badAnswer(QStringLiteral("the list of rooms does not end"))));
}

Task<AccessToken> KaleyraClient::createAccessToken(QString userId, std::chrono::seconds lifetime)
{
    Call post{"POST", path(names::credentials), {}, {}, writeTokenRequest(userId, lifetime)};
    Result<QJsonDocument> answer = co_await ask(std::move(post));
    Result<AccessToken> token = readAnswer(answer, readAccessToken, QStringLiteral("the answer holds no access token"));
    if (token && token->userId.isEmpty())
        token->userId = userId;
    co_return token;
}

QString opaqueUserId(const QString &externalId, const QByteArray &secret)
{
    const QByteArray digest = QMessageAuthenticationCode::hash(externalId.toUtf8(), secret, QCryptographicHash::Sha256);
    return QStringLiteral("tc-") + QString::fromLatin1(digest.toHex());
}

} // namespace teleconsult::kaleyra
