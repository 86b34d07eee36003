#include "core/domain/admission_schedule.h"

#include "core/domain/backoff.h"

#include <algorithm>

namespace teleconsult {

AdmissionSchedule::AdmissionSchedule(Random random) : AdmissionSchedule(std::move(random), Pace()) {}

AdmissionSchedule::AdmissionSchedule(Random random, Pace pace) : m_random(std::move(random)), m_pace(pace) {}

void AdmissionSchedule::onClosed(const QDateTime &now, const QDateTime &opensAt, bool allKnown)
{
    m_errors = 0;
    m_notBefore = {};
    m_opensAt = opensAt;
    setNext(now, closedWait(now, allKnown));
}

void AdmissionSchedule::onError(const QDateTime &now, const QDateTime &opensAt, std::chrono::seconds retryAfter)
{
    m_opensAt = opensAt;
    m_pause = obeyed(retryAfter);
    m_notBefore = m_pause > std::chrono::seconds(0) ? now.addDuration(m_pause) : QDateTime();
    const std::chrono::milliseconds longest = isOverdue(now) ? m_pace.openLongest : m_pace.errorLongest;
    setNext(now, around(doubled(m_pace.errorFirst, m_errors++, longest)));
}

void AdmissionSchedule::onNews(const QDateTime &now)
{
    m_errors = 0;
    if (m_notBefore.isValid()) // A clock that was set back does not make the pause longer than it is.
        m_notBefore = std::min(m_notBefore, now.addDuration(m_pause));
    m_next = m_notBefore > now ? soonAfter(m_notBefore) : now;
}

void AdmissionSchedule::onWish(const QDateTime &now)
{
    m_notBefore = {};
    m_next = now;
}

std::chrono::milliseconds AdmissionSchedule::closedWait(const QDateTime &now, bool allKnown)
{
    if (allKnown && isOverdue(now))
        return around(doubled(m_pace.overdueFirst, m_overdue++, m_pace.openLongest));
    m_overdue = 0;
    if (allKnown)
        return around(m_pace.known);
    const std::chrono::milliseconds left(m_opensAt.isValid() ? now.msecsTo(m_opensAt) : 0);
    return around(std::clamp(left / 4, m_pace.unknownShortest, m_pace.unknownLongest));
}

void AdmissionSchedule::setNext(const QDateTime &now, std::chrono::milliseconds wait)
{
    m_next = now.addMSecs(wait.count());
    if (m_opensAt > now)
        m_next = std::min(m_next, soonAfter(m_opensAt));
    if (m_notBefore.isValid())
        m_next = std::max(m_next, soonAfter(m_notBefore));
}

std::chrono::milliseconds AdmissionSchedule::around(std::chrono::milliseconds wait) const
{
    return teleconsult::around(wait, m_random());
}

QDateTime AdmissionSchedule::soonAfter(const QDateTime &moment) const
{
    return moment.addMSecs(qint64(double(m_pace.spread.count()) * m_random()));
}

} // namespace teleconsult
