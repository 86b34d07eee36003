#include "app/call_engine_loader.h"

#include "app/graphics_driver.h"
#include "app/plugins.h"

#include <QCoreApplication>
#include <QDir>
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

CallEngineLoader::CallEngineLoader(QString plugin, QString storageDir, config::GraphicsCard card, QObject *parent)
    : QObject(parent), m_plugin(std::move(plugin)), m_storageDir(std::move(storageDir)), m_card(card)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, this, &CallEngineLoader::step);
}

Result<ui::CallEngine *> CallEngineLoader::engine()
{
    if (!m_engine) {
        loadDriver();
        const Result<ui::CallEngine *> loaded = loadPlugin<ui::CallEngine>(m_plugin);
        if (!loaded) {
            qCWarning(lcEngine).noquote() << "The call engine cannot be loaded:" << loaded.error().toLogLine();
            return loaded;
        }
        m_engine = *loaded;
        if (m_plainly)
            m_engine->drawPlainly();
    }
    return m_engine;
}

void CallEngineLoader::loadDriver()
{
    const bool hasCard = loadGraphicsDriver();
    m_driverLoaded = true;
    m_plainly = m_card == config::GraphicsCard::Never || (m_card == config::GraphicsCard::WhereThereIsOne && !hasCard);
}

QString CallEngineLoader::engineVersion() const
{
    return m_engine ? m_engine->version() : QString();
}

Result<void> CallEngineLoader::clearSiteData()
{
    if (m_engine && !m_engine->letGo())
        return failure(makeError(Error::Kind::Conflict, QStringLiteral("site_data_in_use")));
    // Out of the way at once: what the engine has not finished writing finds nothing to write into.
    const QString aside = m_storageDir + QStringLiteral(".cleared");
    const auto remove = [](const QString &path) { return !QDir(path).exists() || QDir(path).removeRecursively(); };
    const bool isGone =
        remove(aside) && (!QDir(m_storageDir).exists() || QDir().rename(m_storageDir, aside)) && remove(aside);
    if (isGone)
        return {};
    qCWarning(lcEngine, "the call page's data cannot be removed");
    return failure(makeError(Error::Kind::Storage, QStringLiteral("site_data_stuck")));
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
    if (warmUpStep())
        finish();
    else
        m_idle.start();
}

/// True: there is nothing left to do.
bool CallEngineLoader::warmUpStep()
{
    // The graphics driver and the library are a step each.
    if (!m_driverLoaded) {
        loadDriver();
        return false;
    }
    const bool wasLoaded = m_engine != nullptr;
    const Result<ui::CallEngine *> loaded = engine();
    return !loaded || (wasLoaded && (*loaded)->warmUpStep(m_storageDir));
}

void CallEngineLoader::finish()
{
    QCoreApplication::instance()->removeEventFilter(this);
    emit finished();
}

} // namespace teleconsult::app
