#include "app/recovery.h"

#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcRecovery, "teleconsult.app.recovery")

} // namespace

Recovery::Recovery(Backend &backend, std::chrono::milliseconds pause) : m_backend(backend)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Recovery::recover);
}

void Recovery::start()
{
    recover();
}

void Recovery::recover()
{
    whenDone(m_backend.recover(), this, [this](const Result<int> &count) {
        if (!count)
            qCWarning(lcRecovery).noquote() << "Recovery failed:" << count.error().toLogLine();
        else if (*count > 0)
            emit settled();
        m_pause.start();
    });
}

} // namespace teleconsult::app
