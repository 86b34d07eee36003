#include "ui/widgets/room_text.h"

#include "ui/widgets/date_text.h"

namespace teleconsult::ui {

QString RoomText::status(const kaleyra::Room &room)
{
    if (room.isClosed())
        return tr("The room is closed.");
    if (room.status == QLatin1String("RUNNING"))
        return tr("A call is going on in the room.");
    if (room.status == QLatin1String("NOT_RUNNING"))
        return tr("Nobody is in the room.");
    return room.status.isEmpty() ? QString() : tr("The room: %1.", "Kaleyra's own word").arg(room.status);
}

QString RoomText::used(const kaleyra::Room &room)
{
    using std::chrono::minutes;
    const minutes used = std::chrono::ceil<minutes>(room.durationUsed); // A started minute is one.
    if (room.duration.count() > 0)
        return tr("%1 of %2 used.", "two durations")
            .arg(DateText::duration(used), DateText::duration(std::chrono::ceil<minutes>(room.duration)));
    return used.count() > 0 ? tr("%1 used, without a limit.", "a duration").arg(DateText::duration(used)) : QString();
}

QString RoomText::recording(const kaleyra::Room &room)
{
    if (room.recording.isEmpty())
        return {};
    QString words = tr("Not recorded.");
    if (room.recording == QLatin1String("automatic"))
        words = tr("Recorded from its beginning.");
    else if (room.recording == QLatin1String("manual"))
        words = tr("Recorded when somebody in the call starts it.");
    const QString state = room.recordingStatus.toLower();
    if (state.isEmpty() || state == QLatin1String("none"))
        return words;
    return tr("%1 Kaleyra says: %2.", "a sentence, Kaleyra's own word").arg(words, room.recordingStatus);
}

QString RoomText::lines(const kaleyra::Room &room)
{
    QStringList all{status(room), used(room), recording(room)};
    all.removeAll(QString());
    return all.join(QLatin1Char('\n'));
}

} // namespace teleconsult::ui
