#include "app/call_engine_loader.h"

#include "app/plugins.h"
#include "app/share_context.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcEngine, "teleconsult.app.engine")

/// How long nobody must have touched the application before a step: longer than the pause between two keys or clicks.
constexpr std::chrono::milliseconds idleTime{700};

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        return true;
    default:
        return false;
    }
}

} // namespace

CallEngineLoader::CallEngineLoader(QString storageDir, QObject *parent)
    : QObject(parent), m_storageDir(std::move(storageDir))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, this, &CallEngineLoader::step);
}

Result<ui::CallEngine *> CallEngineLoader::engine()
{
    if (!m_engine) {
        ensureShareContext();
        const Result<ui::CallEngine *> loaded = loadPlugin<ui::CallEngine>(QStringLiteral("call"));
        if (!loaded) {
            qCWarning(lcEngine).noquote() << "The call engine cannot be loaded:" << loaded.error().toLogLine();
            return loaded;
        }
        m_engine = *loaded;
    }
    return m_engine;
}

void CallEngineLoader::warmUpWhenIdle()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_idle.start();
}

bool CallEngineLoader::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()))
        m_idle.start();
    return QObject::eventFilter(watched, event);
}

void CallEngineLoader::step()
{
    // The graphics driver and the library are a step each.
    if (!m_driverLoaded) {
        ensureShareContext();
        m_driverLoaded = true;
        m_idle.start();
        return;
    }
    const bool wasLoaded = m_engine != nullptr;
    const Result<ui::CallEngine *> loaded = engine();
    const bool done = !loaded || (wasLoaded && (*loaded)->warmUpStep(m_storageDir));
    if (done)
        QCoreApplication::instance()->removeEventFilter(this);
    else
        m_idle.start();
}

} // namespace teleconsult::app
