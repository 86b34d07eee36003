// The rooms of RestApi.
#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_api.h"
#include "core/sandbox/rest_pages.h"

namespace teleconsult::sandbox {

namespace {

HttpAnswer unknownRoom()
{
    // Status and code are inferred: Kaleyra documents none (§4.1).
    return refusalAnswer({404, QStringLiteral("room_not_found"), QStringLiteral("There is no such room.")});
}

} // namespace

QJsonObject RestApi::describe(const Room &room) const
{
    const qint64 usedMs = m_context.calls->usedMs(room);
    QString status = QStringLiteral("NOT_RUNNING");
    if (room.disabled || (room.durationMs > 0 && usedMs >= room.durationMs))
        status = QStringLiteral("CLOSED");
    else if (m_context.calls->isRunning(room.id))
        status = QStringLiteral("RUNNING");
    return {{fields::id, room.id},
            {fields::recording, room.recording},
            // The sandbox never records (§2.3).
            {fields::recordingStatus, QStringLiteral("none")},
            {fields::callType, room.callType},
            {fields::live, room.live},
            {fields::description, room.description.isEmpty() ? QJsonValue() : QJsonValue(room.description)},
            {fields::status, status},
            {fields::disabled, room.disabled},
            {fields::duration, room.durationMs / 1000},
            {fields::durationUsed, usedMs / 1000},
            {fields::creationDate, dateText(room.createdAt)}};
}

QJsonObject RestApi::describeWithLinks(const Room &room) const
{
    QJsonArray participants;
    for (const Seat &seat : room.seats) {
        // A disabled room lists no links (§2.3).
        if (!room.disabled)
            participants.append(QJsonObject{{fields::userId, seat.userId},
                                            {fields::url, m_context.address(paths::accessLink, seat.token)},
                                            {fields::tools, seat.tools},
                                            {fields::isAdmin, seat.isAdmin}});
    }
    QJsonObject object = describe(room);
    object.insert(fields::participants, participants);
    return object;
}

HttpAnswer RestApi::createRoom(const HttpRequest &request)
{
    const Checked<Room> input =
        readObject(request).and_then([this](const QJsonObject &body) { return readNewRoom(body, m_context.state); });
    if (!input)
        return refusalAnswer(input.error());
    Room room = *input;
    room.id = QStringLiteral("room_") + randomText(20);
    room.createdAt = m_context.clock->now();
    for (Seat &seat : room.seats)
        seat.token = randomText(26);
    m_context.state.rooms.append(room);
    return stored(describeWithLinks(room), 201);
}

HttpAnswer RestApi::listRooms(const HttpRequest &request) const
{
    const Checked<PageInput> page = readPage(request.query);
    if (!page)
        return refusalAnswer(page.error());
    // Without links, as the list of version 1.
    return jsonAnswer(
        pageOf(m_context.state.rooms, *page, fields::rooms, [this](const Room &room) { return describe(room); }));
}

HttpAnswer RestApi::getRoom(const QString &id)
{
    const Room *room = m_context.state.room(id);
    return room ? jsonAnswer(describeWithLinks(*room)) : unknownRoom();
}

HttpAnswer RestApi::disableRoom(const QString &id)
{
    Room *room = m_context.state.room(id);
    if (!room)
        return unknownRoom();
    room->disabled = true;
    m_context.calls->endCall(id);
    return stored({{fields::id, id}, {fields::message, QStringLiteral("Room disabled")}});
}

HttpAnswer RestApi::deleteRoom(const QString &id)
{
    if (!m_context.state.room(id))
        return unknownRoom();
    m_context.calls->endCall(id);
    m_context.removeRoom(id);
    return stored({{fields::id, id}, {fields::message, QStringLiteral("Room deleted")}});
}

} // namespace teleconsult::sandbox
