// Whether a kiosk is open, as time goes by.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/opening_hours.h"

#include <QObject>
#include <QTimer>

namespace teleconsult::ui {

/// Looks at the clock once a second, rather than waiting for the moment: the clock may be set, and the machine may have
/// slept. The clock must outlive it.
class OpeningWatch : public QObject
{
    Q_OBJECT
public:
    OpeningWatch(OpeningHours hours, const Clock &clock, QObject *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    QDateTime now() const { return m_clock.now().toLocalTime(); }
    /// When it opens or closes next, in local time; null: never.
    QDateTime nextChange() const { return m_hours.nextChange(now()); }

signals:
    /// It has opened or closed, another day has begun, or nextChange() is another one.
    void changed();

private:
    void look();

    OpeningHours m_hours;
    const Clock &m_clock;
    bool m_isOpen;
    QDate m_day;
    QDateTime m_next;
    QTimer m_timer;
};

} // namespace teleconsult::ui
