// How long to wait before something is tried again. Rules only; used by whatever tries again by itself.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace teleconsult {

/// `first`, twice that, four times that, …, never more than `longest`. `times`: how often it was tried already, ≥ 0.
inline std::chrono::milliseconds doubled(std::chrono::milliseconds first, int times, std::chrono::milliseconds longest)
{
    constexpr int enough = 20;
    return std::min<std::chrono::milliseconds>(first * (1LL << std::min(times, enough)), longest);
}

/// Between three quarters and five quarters of `wait`, so that the stations of a clinic that lost the same service do
/// not come back in step. `random` in [0, 1).
inline std::chrono::milliseconds around(std::chrono::milliseconds wait, double random)
{
    constexpr double least = 0.75;
    constexpr double breadth = 0.5;
    return std::chrono::milliseconds(qint64(double(wait.count()) * (least + breadth * random)));
}

/// The longest that a Retry-After is obeyed: by then a consultation is beginning without somebody, and one that asks
/// for more is a mistake, or meant for programs that nobody sits in front of.
inline constexpr std::chrono::minutes longestObeyed{3};

/// What is obeyed of a Retry-After; 0: nothing.
inline std::chrono::seconds obeyed(std::chrono::seconds retryAfter)
{
    return std::clamp<std::chrono::seconds>(retryAfter, std::chrono::seconds(0), longestObeyed);
}

/// around(wait), but not before a server wants to be asked again (Retry-After, as obeyed(); 0: it did not say), and
/// then not all at once.
inline std::chrono::milliseconds aroundOrLater(std::chrono::milliseconds wait, std::chrono::seconds retryAfter,
                                               double random)
{
    constexpr std::chrono::milliseconds spread{1000};
    const std::chrono::milliseconds usual = around(wait, random);
    const std::chrono::seconds pause = obeyed(retryAfter);
    if (pause == std::chrono::seconds(0))
        return usual;
    return std::max(usual, pause + std::chrono::milliseconds(qint64(double(spread.count()) * random)));
}

} // namespace teleconsult
