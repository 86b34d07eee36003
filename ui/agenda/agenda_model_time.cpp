// How the rows follow the clock.
#include "ui/agenda/agenda_model.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(1);
/// A look at the clock that comes this much too late was not made late by a busy machine.
constexpr std::chrono::seconds lateness{20};

} // namespace

void AgendaModel::updateTime()
{
    const QDateTime now = m_clock.now();
    const bool hasJumped = m_lastLook.isValid() && (now < m_lastLook || now > m_nextLook.addSecs(lateness.count()));
    m_lastLook = now;
    const bool phasesChanged = updatePhases(now);
    const bool markerMoved = updateMarker(now);
    scheduleUpdate(now);
    if (phasesChanged || markerMoved)
        emit timeUpdated();
    emit timePassed();
    // A timer does not count what the machine slept through.
    if (m_overdue.isActive() && now >= m_overdueAt)
        onOverdue();
    if (hasJumped)
        emit clockJumped();
}

bool AgendaModel::updatePhases(const QDateTime &now)
{
    bool changed = false;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Row &row = m_rows[i];
        const Phase phase = phaseAt(row.consultation, m_service.policy(), now);
        if (phase == row.phase)
            continue;
        row.phase = phase;
        changed = true;
        emit dataChanged(index(i), index(i));
    }
    return changed;
}

bool AgendaModel::updateMarker(const QDateTime &now)
{
    int row = -1;
    NowMarker marker = NowMarker::None;
    if (m_shown.isOneDay() && m_shown.first == now.toLocalTime().date() && !m_rows.isEmpty()) {
        const auto next = std::find_if(m_rows.begin(), m_rows.end(),
                                       [&](const Row &r) { return r.consultation.schedule.start() > now; });
        const bool allBegun = next == m_rows.end();
        row = allBegun ? int(m_rows.size()) - 1 : int(next - m_rows.begin());
        marker = allBegun ? NowMarker::After : NowMarker::Before;
    }
    if (row == m_markerRow && marker == m_marker)
        return false;
    const int old = std::exchange(m_markerRow, row);
    m_marker = marker;
    for (const int changed : {old, row}) {
        if (changed >= 0 && changed < m_rows.size())
            emit dataChanged(index(changed), index(changed));
    }
    return true;
}

void AgendaModel::scheduleUpdate(const QDateTime &now)
{
    // A clock shows whole minutes: the next one is the latest moment to look again.
    qint64 pause = longestPause.count() - now.toMSecsSinceEpoch() % longestPause.count();
    for (const Row &row : std::as_const(m_rows)) {
        const QDateTime change = nextPhaseChange(row.consultation, m_service.policy(), now);
        if (change.isValid())
            pause = std::min(pause, now.msecsTo(change));
    }
    // Never early: a timer may fire a millisecond before its time.
    m_timer.start(int(pause) + 1);
    m_nextLook = now.addMSecs(pause);
}

} // namespace teleconsult::ui
