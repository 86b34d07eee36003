// When to try again to get back into a call whose page was lost. Rules only: no timer, no page.
#pragma once

#include <QDateTime>

#include <chrono>

namespace teleconsult::ui {

/// Counts what went wrong in one call, and says what to do about it. A value; made anew for every call.
///
/// A page whose process ended is tried again after 1, 2 and 4 seconds, then once more drawn plainly (without the
/// graphics card in the page), then no more: what ends four times will end a fifth time. A page that cannot be reached
/// is asked for again for as long as it takes, about every half minute at most: networks come back. Other stations have
/// lost the same one: these waits have jitter, and a Retry-After is obeyed().
class CallMending
{
public:
    enum class Cause {
        Crash,      ///< The page's process ended.
        NotReached, ///< The page, or the service that knows its link, cannot be reached.
    };

    /// What is to be done about a call that is hurt.
    struct Plan
    {
        bool giveUp = false;
        bool plainly = false; ///< Draw the page without the graphics card, from now on.
        std::chrono::milliseconds wait{0};

        friend bool operator==(const Plan &, const Plan &) = default;
    };

    /// What to do now that this has happened. `random` in [0, 1). `retryAfter`: what the service has asked for, not to
    /// be asked before; 0: nothing.
    Plan next(Cause cause, const QDateTime &now, double random, std::chrono::seconds retryAfter = {});
    /// The page is there. When it stays for a minute, what was counted before is forgotten.
    void succeeded(const QDateTime &now);

private:
    QDateTime m_thereSince; ///< Null: the page is not there.
    int m_crashes = 0;
    int m_misses = 0;
    bool m_plainly = false;
};

} // namespace teleconsult::ui
