// readNewRoom() of rest_validation.h.
#include "core/domain/teleconsultation.h"
#include "core/sandbox/rest_names.h"
#include "core/sandbox/validation_rules.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace teleconsult::sandbox {

namespace {

// Seconds. The lower bound is Kaleyra's; it names no upper one (§2.3), so ours is what an int holds.
constexpr int shortestRoomDuration = 60;
constexpr int longestRoomDuration = std::numeric_limits<int>::max();

Checked<QJsonObject> readTools(const QJsonValue &value, const QString &field)
{
    // Without the object everything is on, with it only what it says (§2.3).
    QJsonObject complete;
    for (const QLatin1String tool : toolNames)
        complete.insert(tool, value.isUndefined());
    if (value.isUndefined())
        return complete;
    if (!value.isObject())
        return invalidField(field, QStringLiteral("must be an object"));
    const QJsonObject given = value.toObject();
    for (auto entry = given.begin(); entry != given.end(); ++entry) {
        const QString name = field + QLatin1Char('.') + entry.key();
        if (!isOneOf(toolNames, entry.key()))
            return refuse(422, QStringLiteral("unknown_field"), name + QStringLiteral(" is not a tool"));
        const bool isRefined = entry.key() == fields::whiteboard && entry.value().isObject();
        if (!isRefined && !entry.value().isBool())
            return invalidField(name, QStringLiteral("must be a boolean"));
        const QJsonObject refined = entry.value().toObject();
        for (auto part = refined.begin(); part != refined.end(); ++part) {
            const QString partName = name + QLatin1Char('.') + part.key();
            if (!isOneOf(whiteboardToolNames, part.key()))
                return refuse(422, QStringLiteral("unknown_field"), partName + QStringLiteral(" is not a tool"));
            if (!part.value().isBool())
                return invalidField(partName, QStringLiteral("must be a boolean"));
        }
        complete.insert(entry.key(), entry.value());
    }
    return complete;
}

Checked<Seat> readSeat(const QJsonValue &value, const QString &field, const State &state)
{
    if (!value.isObject())
        return invalidField(field, QStringLiteral("must be an object"));
    const QJsonObject object = value.toObject();
    if (Checked<void> known =
            onlyKnown(object, {fields::userId, fields::isAdmin, fields::tools}, field + QLatin1Char('.'));
        !known)
        return tl::unexpected(known.error());
    Seat seat;
    const QString idField = field + QLatin1Char('.') + fields::userId;
    if (!object.value(fields::userId).isString())
        return invalidField(idField, QStringLiteral("must be a string"));
    seat.userId = object.value(fields::userId).toString();
    if (!state.user(seat.userId))
        return refuse(400, QStringLiteral("invalid_user_id"), idField + QStringLiteral(" is no user of the company"));
    const QJsonValue isAdmin = object.value(fields::isAdmin);
    if (!isAdmin.isUndefined() && !isAdmin.isBool())
        return invalidField(field + QLatin1Char('.') + fields::isAdmin, QStringLiteral("must be a boolean"));
    seat.isAdmin = isAdmin.toBool();
    Checked<QJsonObject> tools = readTools(object.value(fields::tools), field + QLatin1Char('.') + fields::tools);
    if (!tools)
        return tl::unexpected(tools.error());
    seat.tools = *tools;
    return seat;
}

Checked<QList<Seat>> readSeats(const QJsonValue &value, const State &state)
{
    if (!value.isArray())
        return invalidField(fields::participants, QStringLiteral("must be an array"));
    const QJsonArray array = value.toArray();
    if (array.size() < minimumParticipants || array.size() > maximumParticipants)
        return invalidField(fields::participants, QStringLiteral("must be 2 to 25"));
    QList<Seat> seats;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString field = QStringLiteral("%1[%2]").arg(fields::participants).arg(i);
        Checked<Seat> seat = readSeat(array.at(i), field, state);
        if (!seat)
            return tl::unexpected(seat.error());
        const bool isTwice =
            std::any_of(seats.begin(), seats.end(), [&](const Seat &other) { return other.userId == seat->userId; });
        if (isTwice)
            return invalidField(field, QStringLiteral("is a participant twice"));
        seats.append(*seat);
    }
    const bool hasPlus = std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) {
        return state.user(seat.userId)->role == QLatin1String("plus");
    });
    if (!hasPlus)
        return refuse(422, QStringLiteral("no_plus_user"), QStringLiteral("participants must include a plus user"));
    return seats;
}

Checked<bool> readFlag(const QJsonObject &body, QLatin1String field)
{
    const QJsonValue value = body.value(field);
    if (!value.isUndefined() && !value.isBool())
        return invalidField(field, QStringLiteral("must be a boolean"));
    return value.toBool();
}

Checked<QString> readWord(const QJsonObject &body, QLatin1String field, const QStringList &words)
{
    const QJsonValue value = body.value(field);
    if (value.isUndefined())
        return words.first();
    if (!value.isString() || !words.contains(value.toString()))
        return invalidField(field, QStringLiteral("must be one of ") + words.join(QStringLiteral(", ")));
    return value.toString();
}

/// Milliseconds; 0: unlimited.
Checked<qint64> readDuration(const QJsonValue &value)
{
    if (value.isUndefined())
        return 0;
    const double seconds = value.toDouble();
    if (!value.isDouble() || seconds != std::floor(seconds))
        return invalidField(fields::duration, QStringLiteral("must be a whole number of seconds"));
    if (seconds < shortestRoomDuration || seconds > longestRoomDuration)
        return invalidField(
            fields::duration,
            QStringLiteral("must be %1 to %2 seconds").arg(shortestRoomDuration).arg(longestRoomDuration));
    return qint64(seconds) * 1000;
}

} // namespace

Checked<Room> readNewRoom(const QJsonObject &body, const State &state)
{
    if (Checked<void> known =
            onlyKnown(body, {fields::participants, fields::recording, fields::duration, fields::callType, fields::live,
                             fields::description, fields::offlineTranscription});
        !known)
        return tl::unexpected(known.error());
    const Checked<QList<Seat>> seats = readSeats(body.value(fields::participants), state);
    if (!seats)
        return tl::unexpected(seats.error());
    const Checked<QString> recording = readWord(
        body, fields::recording, {QStringLiteral("none"), QStringLiteral("manual"), QStringLiteral("automatic")});
    if (!recording)
        return tl::unexpected(recording.error());
    const Checked<QString> callType =
        readWord(body, fields::callType,
                 {QStringLiteral("audio_video"), QStringLiteral("audio_upgradable"), QStringLiteral("audio_only")});
    if (!callType)
        return tl::unexpected(callType.error());
    const Checked<bool> live = readFlag(body, fields::live);
    if (!live)
        return tl::unexpected(live.error());
    const Checked<bool> transcription = readFlag(body, fields::offlineTranscription);
    if (!transcription)
        return tl::unexpected(transcription.error());
    if (*transcription)
        return invalidField(fields::offlineTranscription, QStringLiteral("is not enabled for this company"));
    // Of any length: no limit is known (§2.3).
    const QJsonValue description = body.value(fields::description);
    if (!description.isUndefined() && !description.isString())
        return invalidField(fields::description, QStringLiteral("must be a string"));
    const Checked<qint64> durationMs = readDuration(body.value(fields::duration));
    if (!durationMs)
        return tl::unexpected(durationMs.error());
    Room room;
    room.durationMs = *durationMs;
    room.seats = *seats;
    room.recording = *recording;
    room.callType = *callType;
    room.live = *live;
    room.description = description.toString();
    return room;
}

} // namespace teleconsult::sandbox
