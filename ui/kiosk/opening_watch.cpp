#include "ui/kiosk/opening_watch.h"

#include <chrono>
#include <utility>

namespace teleconsult::ui {

OpeningWatch::OpeningWatch(OpeningHours hours, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_hours(std::move(hours)),
      m_clock(clock),
      m_isOpen(m_hours.isOpenAt(now())),
      m_day(now().date()),
      m_next(m_hours.nextChange(now()))
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &OpeningWatch::look);
    if (!m_hours.isAlwaysOpen())
        m_timer.start();
}

void OpeningWatch::look()
{
    const QDateTime moment = now();
    const bool wasOpen = std::exchange(m_isOpen, m_hours.isOpenAt(moment));
    const QDate before = std::exchange(m_day, moment.date());
    // Another one without the two: the machine has slept, or the clock was set, from one pause to the next.
    const QDateTime next = std::exchange(m_next, m_hours.nextChange(moment));
    if (wasOpen != m_isOpen || before != m_day || next != m_next)
        emit changed();
}

} // namespace teleconsult::ui
