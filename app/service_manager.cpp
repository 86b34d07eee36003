#include "app/service_manager.h"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <cstdint>

namespace teleconsult::app {

namespace {

std::chrono::milliseconds wantedInterval()
{
    uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0)
        return {};
    const auto interval =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds));
    return std::max(interval / 2, std::chrono::milliseconds(1));
}

void notify(const QByteArray &state)
{
    sd_notify(0, state.constData());
}

} // namespace

ServiceManager::ServiceManager(QObject *parent) : QObject(parent), m_interval(wantedInterval())
{
    m_signs.setInterval(m_interval);
    connect(&m_signs, &QTimer::timeout, this, [] { notify("WATCHDOG=1"); });
}

bool ServiceManager::isThere()
{
    return qEnvironmentVariableIsSet("NOTIFY_SOCKET");
}

void ServiceManager::ready()
{
    notify("READY=1");
    if (m_interval > std::chrono::milliseconds(0))
        m_signs.start();
}

void ServiceManager::tell(const QString &state)
{
    if (state == m_told)
        return;
    m_told = state;
    QString line = state;
    line.replace(QLatin1Char('\n'), QLatin1Char(' ')); // each line of a message is a variable of its own
    notify("STATUS=" + line.toUtf8());
}

void ServiceManager::stopping()
{
    notify("STOPPING=1");
}

void ServiceManager::restarting()
{
    // The sign of life is the last one until the next start gives some.
    notify("RELOADING=1\nWATCHDOG=1");
}

} // namespace teleconsult::app
