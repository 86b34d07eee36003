// What a program that nobody looks after does when it keeps ending without a word. Rules only.
#pragma once

#include "core/domain/backoff.h"

#include <QDateTime>
#include <QList>

#include <algorithm>
#include <chrono>

namespace teleconsult {

/// How a station comes back after it has ended without a word: at once for the first times, so that a single fault
/// costs a patient nothing; then more and more slowly, with a page that says whom to call, so that a fault which comes
/// with every start does not flicker for a night. The service manager starts it again in any case.
namespace crash_loop {

/// A start that can be used for so long is a good one.
inline constexpr std::chrono::minutes enough{10};
/// As many sudden ends in a row are taken for chance.
inline constexpr int forgiven = 2;
inline constexpr std::chrono::seconds firstWait{30};
inline constexpr std::chrono::minutes longestWait{10};
/// Starts that lie no further apart are in a row: the longest wait, and what was not long enough to be good.
inline constexpr std::chrono::minutes longestGap = longestWait + enough;

/// How long to show the page before the next try; 0: none, go on. `starts`: when the program was started and then ended
/// without a word, in UTC, in any order; those that lie in the future (the clock was set back) count as just now.
inline std::chrono::milliseconds wait(QList<QDateTime> starts, const QDateTime &now)
{
    std::sort(starts.begin(), starts.end());
    int row = 0;
    QDateTime next = now;
    while (!starts.isEmpty()) {
        const QDateTime start = std::min(starts.takeLast(), next);
        if (start.addMSecs(std::chrono::milliseconds(longestGap).count()) <= next)
            break;
        ++row;
        next = start;
    }
    return row <= forgiven ? std::chrono::milliseconds(0) : doubled(firstWait, row - forgiven - 1, longestWait);
}

} // namespace crash_loop

} // namespace teleconsult
