// A clock that a test sets.
#pragma once

#include "core/domain/clock.h"

namespace teleconsult::test {

class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)) : m_now(std::move(now)) {}

    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
};

} // namespace teleconsult::test
