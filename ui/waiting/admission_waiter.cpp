#include "ui/waiting/admission_waiter.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds tickInterval = std::chrono::seconds(1);
constexpr std::chrono::milliseconds shortestTick{20};
/// Further than this from what has passed, the clock was set or the machine slept.
constexpr std::chrono::milliseconds longestDrift = std::chrono::seconds(5);

} // namespace

AdmissionWaiter::AdmissionWaiter(const Clock &clock, AdmissionSchedule::Random random, QObject *parent)
    : QObject(parent), m_clock(clock), m_random(std::move(random))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AdmissionWaiter::tick);
}

AdmissionWaiter::~AdmissionWaiter() = default;

AdmissionSchedule &AdmissionWaiter::schedule()
{
    if (!m_schedule) {
        m_schedule = std::make_unique<AdmissionSchedule>(m_random);
        m_sinceTick.start();
        m_tickedAt = m_clock.now();
    }
    return *m_schedule;
}

void AdmissionWaiter::onClosed(const QDateTime &opensAt, bool allKnown)
{
    schedule().onClosed(m_clock.now(), opensAt, allKnown);
    onOutcome();
}

void AdmissionWaiter::onError(const QDateTime &opensAt, std::chrono::seconds retryAfter)
{
    schedule().onError(m_clock.now(), opensAt, retryAfter);
    onOutcome();
}

void AdmissionWaiter::onOutcome()
{
    m_isAsking = false;
    if (std::exchange(m_hasNews, false))
        m_schedule->onNews(m_clock.now());
    startTimer();
}

void AdmissionWaiter::onNews()
{
    if (!isWaiting())
        return;
    if (m_isAsking) {
        m_hasNews = true;
        return;
    }
    m_schedule->onNews(m_clock.now());
    askIfDue();
}

void AdmissionWaiter::onReturn()
{
    m_isAsking = false;
    onNews();
}

void AdmissionWaiter::onWish()
{
    if (!isWaiting())
        return;
    m_isAsking = false;
    m_schedule->onWish(m_clock.now());
    askIfDue();
}

void AdmissionWaiter::stop()
{
    m_timer.stop();
    m_schedule.reset();
    m_isAsking = false;
    m_hasNews = false;
}

QDateTime AdmissionWaiter::nextAsk() const
{
    return m_schedule ? m_schedule->nextAsk() : QDateTime();
}

void AdmissionWaiter::tick()
{
    if (clockHasJumped())
        onReturn();
    else
        askIfDue();
    if (!isWaiting())
        return;
    startTimer();
    emit ticked();
}

bool AdmissionWaiter::clockHasJumped()
{
    const QDateTime now = m_clock.now();
    const qint64 passed = m_sinceTick.restart();
    const qint64 shown = std::exchange(m_tickedAt, now).msecsTo(now);
    return std::abs(shown - passed) > longestDrift.count();
}

void AdmissionWaiter::askIfDue()
{
    if (m_isAsking || m_schedule->nextAsk() > m_clock.now())
        return;
    m_isAsking = true;
    emit due();
}

void AdmissionWaiter::startTimer()
{
    const std::chrono::milliseconds left(m_isAsking ? tickInterval.count()
                                                    : m_clock.now().msecsTo(m_schedule->nextAsk()) + 1);
    m_timer.start(std::clamp(left, shortestTick, tickInterval));
}

} // namespace teleconsult::ui
