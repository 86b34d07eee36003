// The one source of "now".
#pragma once

#include <QDateTime>

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

} // namespace teleconsult
