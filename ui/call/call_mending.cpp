#include "ui/call/call_mending.h"

#include "core/domain/backoff.h"

#include <utility>

namespace teleconsult::ui {

namespace {

constexpr int triesAsUsual = 3;
constexpr std::chrono::seconds firstWait{1};
constexpr std::chrono::seconds longestWait{30};
constexpr std::chrono::minutes stable{1};

} // namespace

CallMending::Plan CallMending::next(Cause cause, const QDateTime &now, double random, std::chrono::seconds retryAfter)
{
    const QDateTime thereSince = std::exchange(m_thereSince, {});
    if (thereSince.isValid() && thereSince.addDuration(stable) <= now) {
        m_crashes = 0;
        m_misses = 0;
    }
    if (cause == Cause::NotReached)
        return {.giveUp = false,
                .plainly = m_plainly,
                .wait = aroundOrLater(doubled(firstWait, m_misses++, longestWait), retryAfter, random)};
    if (m_crashes < triesAsUsual)
        return {.giveUp = false, .plainly = m_plainly, .wait = doubled(firstWait, m_crashes++, longestWait)};
    const bool triedPlainly = m_crashes > triesAsUsual;
    ++m_crashes;
    m_plainly = true;
    return {.giveUp = triedPlainly, .plainly = true, .wait = firstWait};
}

void CallMending::succeeded(const QDateTime &now)
{
    m_thereSince = now;
}

} // namespace teleconsult::ui
