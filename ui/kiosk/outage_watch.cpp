#include "ui/kiosk/outage_watch.h"

#include <QLoggingCategory>

#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcOutage, "teleconsult.kiosk.outage")

} // namespace

OutageWatch::OutageWatch(Look look, Pace pace, QObject *parent) : QObject(parent), m_look(std::move(look)), m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutageWatch::ask);
}

void OutageWatch::start()
{
    if (m_isOn || !m_look)
        return;
    m_isOn = true;
    ask();
}

void OutageWatch::stop()
{
    m_isOn = false;
    m_timer.stop();
    if (!m_outage) // What was seen once before somebody came is no outage that has lasted since.
        m_since.invalidate();
}

void OutageWatch::lookNow()
{
    if (!m_isOn)
        return;
    m_asksAgain = m_isAsking;
    ask();
}

void OutageWatch::ask()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_timer.stop();
    whenDone(m_look(), this, [this](const Result<std::optional<checks::Outage>> &found) {
        m_isAsking = false;
        const std::optional<checks::Outage> outage = found.value_or(std::nullopt);
        if (m_isOn || !outage) // Nobody looks whether it lasts.
            settle(outage);
        if (std::exchange(m_asksAgain, false) && m_isOn)
            ask();
        else if (m_isOn)
            m_timer.start(m_since.isValid() ? m_pace.whenNot : m_pace.whenWell);
    });
}

void OutageWatch::settle(const std::optional<checks::Outage> &found)
{
    if (!found)
        m_since.invalidate();
    else if (!m_since.isValid())
        m_since.start();
    const bool isTold = found && m_since.elapsed() >= m_pace.patience.count();
    const std::optional<checks::Outage> told = isTold ? found : std::nullopt;
    // A wrong clock is told with its offset, which changes by seconds.
    const bool isNews = told.has_value() != m_outage.has_value() || (told && *told != *m_outage);
    if (!isNews)
        return;
    if (!m_outage && told)
        qCWarning(lcOutage) << "This station cannot do its work:" << int(told->what);
    else if (!told)
        qCInfo(lcOutage) << "This station can do its work again";
    m_outage = told;
    emit changed();
}

} // namespace teleconsult::ui
