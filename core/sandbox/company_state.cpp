#include "core/sandbox/company_state.h"

#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_names.h"

#include <algorithm>
#include <iterator>

namespace teleconsult::sandbox {

namespace {

constexpr int rememberedDeadTokens = 1000;

template <typename List, typename Predicate>
auto findIn(List &list, Predicate predicate) -> decltype(&*list.begin())
{
    const auto found = std::find_if(list.begin(), list.end(), predicate);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

bool Seat::mayUse(QLatin1String tool) const
{
    const QJsonValue value = tools.value(tool);
    return value.isObject() || value.toBool();
}

const Seat *Room::seatOf(const QString &token) const
{
    return findIn(seats, [&](const Seat &seat) { return seat.token == token; });
}

const User *State::user(const QString &id) const
{
    return findIn(users, [&](const User &user) { return user.id == id; });
}

Room *State::room(const QString &id)
{
    return findIn(rooms, [&](const Room &room) { return room.id == id; });
}

const Upload *State::upload(const QString &key) const
{
    return findIn(uploads, [&](const Upload &upload) { return upload.key == key; });
}

const Background *State::background(const QString &alias) const
{
    return findIn(company.backgrounds, [&](const Background &background) { return background.alias == alias; });
}

Room *State::roomOfToken(const QString &token)
{
    return findIn(rooms, [&](const Room &room) { return room.seatOf(token) != nullptr; });
}

void State::removeRoom(const QString &id)
{
    const Room *doomed = room(id);
    if (!doomed)
        return;
    killTokens(doomed->seats);
    rooms.removeIf([&](const Room &room) { return room.id == id; });
}

void State::removeUser(const QString &id)
{
    const auto isOfUser = [&](const Seat &seat) { return seat.userId == id; };
    for (Room &room : rooms) {
        QList<Seat> gone;
        std::copy_if(room.seats.cbegin(), room.seats.cend(), std::back_inserter(gone), isOfUser);
        killTokens(gone);
        room.seats.removeIf(isOfUser);
    }
    users.removeIf([&](const User &user) { return user.id == id; });
}

void State::killTokens(const QList<Seat> &seats)
{
    for (const Seat &seat : seats)
        deadTokens.append(seat.token);
    while (deadTokens.size() > rememberedDeadTokens)
        deadTokens.removeFirst();
}

LinkState linkState(State &state, const QString &token)
{
    const Room *room = state.roomOfToken(token);
    if (!room)
        return state.deadTokens.contains(token) ? LinkState::Dead : LinkState::Unknown;
    const bool userIsThere = state.user(room->seatOf(token)->userId) != nullptr;
    return room->isClosed() || !userIsThere ? LinkState::Dead : LinkState::Alive;
}

State newState()
{
    State state;
    state.apiKey = QByteArrayLiteral("ak_test_") + randomText(32).toLatin1();
    state.tokenSecret = randomText(43).toLatin1();
    state.company.id = randomText(16);
    state.company.name = QStringLiteral("Sandbox");
    state.company.defaultLanguage = QStringLiteral("it");
    return state;
}

} // namespace teleconsult::sandbox
