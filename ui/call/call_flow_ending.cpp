// The end: however it comes, and what becomes of the call afterwards.
#include "ui/call/call_flow.h"

namespace teleconsult::ui {

void CallFlow::leave()
{
    if (m_stage == Stage::Idle)
        return;
    ++m_attempt;
    m_waiter.stop();
    m_again.stop();
    if (hasCall()) {
        m_isLeaving = true;
        if (isInCall() && m_view)
            m_view->leave(); // emits ended()
        else
            end(CallEnding::Left);
        return;
    }
    const bool held = m_stage == Stage::Ended;
    dropView();
    m_room.stop();
    forgetRecord();
    const QString id = m_consultation.id;
    setStage(Stage::Idle);
    emit left(id, held);
}

void CallFlow::forget()
{
    if (hasCall())
        return;
    if (m_stage != Stage::Idle)
        leave();
    m_consultation = {};
    m_asker.clear();
    m_lastRoom.reset();
    m_error.reset();
    m_room.begin({}, {}, {});
    m_room.stop();
}

void CallFlow::closeCall()
{
    if (hasCall())
        end(CallEnding::Left);
    else // Nobody has left: whoever waited for this page is told.
        onPageFailed(false);
}

void CallFlow::end(CallEnding ending)
{
    ++m_attempt;
    m_again.stop();
    dropView();
    m_ending = ending;
    setStage(Stage::Ended); // before the record: it may be settled at once, and then there is no call any more
    endRecord();
    if (!m_room.isClosed())
        lookAtRoomOnce();
}

void CallFlow::endRecord()
{
    m_room.stop();
    if (m_record)
        m_record->end();
}

void CallFlow::forgetRecord()
{
    if (m_record)
        m_record->letGo();
    m_record.clear();
    m_isLeaving = false;
}

void CallFlow::deleteUploads()
{
    if (m_record)
        m_record->deleteUploads();
}

// How the room stands

void CallFlow::lookAtRoomOnce()
{
    m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
    m_room.stop();
    m_room.look();
}

void CallFlow::onRoomLooked()
{
    if (!m_knowsRedirect && hasCall())
        readCompany();
    const CallEnding closed = m_room.isUsedUp() ? CallEnding::TimeUsedUp : CallEnding::RoomClosed;
    if (m_room.isClosed() && hasCall()) {
        end(closed);
        return;
    }
    if (m_room.isClosed() && m_stage == Stage::Failed && !m_error) {
        m_again.stop();
        m_ending = closed;
        setStage(m_record ? Stage::Ended : Stage::Closed);
        return;
    }
    if (m_room.isClosed() && m_stage == Stage::Ended && !m_isLeaving)
        m_ending = closed;
    emit outcomeChanged();
}

QDateTime CallFlow::endsAt() const
{
    const QDateTime scheduled = m_consultation.schedule.end();
    const QDateTime roomEnds = m_room.endsAt(m_parts.clock.now());
    if (!scheduled.isValid() || !roomEnds.isValid())
        return scheduled.isValid() ? scheduled : roomEnds;
    return std::min(scheduled, roomEnds);
}

CallOutcome CallFlow::outcome() const
{
    CallOutcome outcome;
    outcome.ending = m_ending;
    outcome.mayReenter = !m_room.isClosed();
    if (m_room.hasLooked() && m_room.room())
        outcome.used = m_room.room()->durationUsed;
    if (m_record) {
        outcome.record = m_record->state();
        outcome.recordIsTriedAgain = m_record->isTriedAgain();
        outcome.uploads = m_record->uploads();
        outcome.uploadsLeft = m_record->uploadsLeft();
    }
    return outcome;
}

} // namespace teleconsult::ui
