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

/// Two sudden ends within this time belong together. A start that has lasted so long is a good one.
inline constexpr std::chrono::minutes memory{10};
/// As many sudden ends within `memory` are taken for chance.
inline constexpr int forgiven = 2;
inline constexpr std::chrono::seconds firstWait{30};
inline constexpr std::chrono::minutes longestWait{10};

/// How long to show the page before the next try; 0: none, go on. `starts`: when the program was started and then ended
/// without a word, in UTC, in any order; those that lie in the future (the clock was set back) count as just now.
inline std::chrono::milliseconds wait(const QList<QDateTime> &starts, const QDateTime &now)
{
    // Each wait is a time in which no start can have been: it lengthens what is remembered.
    const std::chrono::milliseconds remembered = memory + longestWait;
    const auto recent = std::count_if(starts.begin(), starts.end(),
                                      [&](const QDateTime &start) { return start.addMSecs(remembered.count()) > now; });
    if (recent <= forgiven)
        return {};
    return doubled(firstWait, int(recent) - forgiven - 1, longestWait);
}

} // namespace crash_loop

} // namespace teleconsult
