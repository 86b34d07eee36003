// The call engine: loaded when first needed, warmed while idle.
#pragma once

#include "core/config/settings.h"
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
    /// `plugin`: its file.
    CallEngineLoader(QString plugin, QString storageDir, config::GraphicsCard card, QObject *parent = nullptr);

    Result<ui::CallEngine *> engine();
    /// Empty: it is not loaded.
    QString engineVersion() const;
    /// Whether the engine, once it is loaded, does without the graphics card.
    bool drawsPlainly() const { return m_plainly; }

    /// Throws away what call pages have kept: cookies and the like. The engine need not be loaded for that. Errors:
    /// kind Conflict, code site_data_in_use (a call, a device check or a download goes on); kind Storage, code
    /// site_data_stuck (the folder cannot be removed).
    Result<void> clearSiteData();
    void warmUpWhenIdle();

signals:
    /// Nothing is left to warm up. Once.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void loadDriver();
    void step();
    bool warmUpStep();
    void finish();

    QString m_plugin;
    QString m_storageDir;
    config::GraphicsCard m_card;
    bool m_plainly = false;
    bool m_driverLoaded = false;
    ui::CallEngine *m_engine = nullptr;
    QTimer m_idle;
};

} // namespace teleconsult::app
