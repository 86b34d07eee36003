// The one source of "now".
#pragma once

#include <QDateTime>

#include <chrono>

namespace teleconsult {

/// Tells the time, in UTC. Whoever needs "now" is given a Clock, so that a test can set it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// Between the clocks of two machines that are set by themselves, with room to spare.
inline constexpr std::chrono::minutes longestClockDifference{1};

} // namespace teleconsult
