// The call engine: loaded when first needed, warmed while idle.
#pragma once

#include "core/domain/error.h"
#include "ui/call/call_engine.h"

#include <QObject>
#include <QTimer>

namespace teleconsult::app {

/// Loads the call plugin with the first engine(), or earlier by itself once warmUpWhenIdle() was called and nobody has
/// touched the application for a moment. Each step of the warming stands between two turns of the event loop, so that a
/// key or click waits for one step at most (docs/decisions/0003-lazy-engine.md).
class CallEngineLoader : public QObject
{
    Q_OBJECT
public:
    /// `plugin`: its file. `plainly`: the engine does without the graphics card.
    CallEngineLoader(QString plugin, QString storageDir, bool plainly, QObject *parent = nullptr);

    Result<ui::CallEngine *> engine();
    void warmUpWhenIdle();
    /// Empty: it is not loaded yet.
    QString engineVersion() const { return m_engine ? m_engine->version() : QString(); }

signals:
    /// Nothing is left to warm up. Once.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step();
    bool warmUpStep();
    void finish();

    QString m_plugin;
    QString m_storageDir;
    bool m_plainly;
    bool m_driverLoaded = false;
    ui::CallEngine *m_engine = nullptr;
    QTimer m_idle;
};

} // namespace teleconsult::app
