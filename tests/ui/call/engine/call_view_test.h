// What the tests of the call view have in common: an engine, a window with a view, and two origins.
#pragma once

#include "tests/ui/call/engine/page_server.h"
#include "ui/call/engine/call_engine_plugin.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>

namespace teleconsult::test {

constexpr int patience = 45000; ///< Milliseconds. Only ever used up by a test that fails.

/// A script that asks for camera and microphone and reports "granted" or "denied".
QString askForDevices();

/// An element that fills the page, so that a click anywhere meets it. Reports "drawn" when it can be clicked.
QString everywhere(const QString &attributes);

/// New for every test: a storage folder, an engine, a view in a window that shows, and two servers.
class CallViewTest : public QObject
{
    Q_OBJECT
public slots:
    /// What would have been opened in the person's browser.
    void takeOutsideUrl(const QUrl &url) { m_outside.append(url); }

protected slots:
    void init();
    void cleanup();

protected:
    /// Opens a page of the own origin as the call; "/goodbye" is the redirect.
    void open(const QString &path, const QStringList &allowedHosts = {});
    /// Clicks a page that is covered by everywhere().
    void click();

    int m_count = 0;
    QString m_storage; ///< Of this test alone.
    std::unique_ptr<ui::CallEnginePlugin> m_engine;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<PageServer> m_own;
    std::unique_ptr<PageServer> m_other;
    ui::CallView *m_view = nullptr;
    QList<QUrl> m_outside;
};

/// Runs a test with an application as the engine needs it.
int runCallViewTest(int argc, char **argv, const std::function<std::unique_ptr<QObject>()> &make);

} // namespace teleconsult::test
