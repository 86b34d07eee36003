// A clock that a test sets.
#pragma once

#include "core/domain/clock.h"

#include <QDateTime>

#include <atomic>
#include <chrono>

namespace teleconsult::test {

/// May be read and set from any thread: records are looked at on one of their own.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)) { set(now); }

    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
    void set(const QDateTime &now) { m_now = now.toMSecsSinceEpoch(); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now; ///< Milliseconds since 1970.
};

} // namespace teleconsult::test
