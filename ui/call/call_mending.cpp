#include "ui/call/call_mending.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr int triesAsUsual = 3;
constexpr std::chrono::seconds firstWait{1};
constexpr std::chrono::seconds longestWait{30};
constexpr std::chrono::minutes stable{1};

/// 1, 2, 4, … seconds.
std::chrono::milliseconds doubled(int times)
{
    constexpr int enough = 5; // 32 seconds are more than the longest wait.
    return std::min<std::chrono::milliseconds>(firstWait * (1 << std::min(times, enough)), longestWait);
}

} // namespace

CallMending::Plan CallMending::next(Cause cause, const QDateTime &now)
{
    const QDateTime thereSince = std::exchange(m_thereSince, {});
    if (thereSince.isValid() && thereSince.addDuration(stable) <= now) {
        m_crashes = 0;
        m_misses = 0;
    }
    if (cause == Cause::NotReached)
        return {.giveUp = false, .plainly = m_plainly, .wait = doubled(m_misses++)};
    if (m_crashes < triesAsUsual)
        return {.giveUp = false, .plainly = m_plainly, .wait = doubled(m_crashes++)};
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
