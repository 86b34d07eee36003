// The page of one call: what it may load, use and open.
#pragma once

#include "ui/call/engine/engine_compat.h"
#include "ui/call/engine/navigation_policy.h"

#include <QFileDialog>
#include <QPointer>
#include <QTimer>
#include <QWebEnginePage>

#include <optional>

class QWebEngineLoadingInfo;
class QWebEngineNewWindowRequest;

namespace teleconsult::ui {

/// Keeps a page within its NavigationPolicy. Until begin() it loads nothing but about:blank. Must be destroyed before
/// its profile. Signals come from within the engine: whoever destroys the page on one of them connects queued.
///
/// What the page writes to its console is dropped: it may hold the access link.
class CallWebPage : public QWebEnginePage
{
    Q_OBJECT
public:
    explicit CallWebPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    /// Starts a call: sets the rules and loads the link, which must be one that the policy may open. Once a page.
    void begin(const NavigationPolicy &policy, const CallTarget &target);
    /// Whether a file that the page offers is of the call.
    bool mayDownload(const QUrl &url) const { return m_policy && m_policy->mayDownload(url); }
    /// Other rules for the call that goes on, for what comes from now on, and for where the page was last refused to
    /// go when that turns out to be the end of the call.
    void setPolicy(const NavigationPolicy &policy);

    /// Whether the person chooses files for the page. Then the call stack goes through the page: it must outlive that.
    bool isChoosing() const { return m_chooser; }
    /// As if the person had chosen none.
    void stopChoosing();

signals:
    /// It is loaded, or works although something of it does not come.
    void ready();
    void callEnded();
    /// The page cannot be shown; `retryable` unless it led somewhere else or the link is dead (404, 410).
    void loadFailed(bool retryable);
    void crashed();
    /// The page, which has loaded something, wanted to go to somewhere that is not of the call.
    void ledAway();
    /// The person clicked a link that opens a window, to a place outside the call.
    void outsideLinkActivated(const QUrl &url);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &securityOrigin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &securityOrigin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &securityOrigin, const QString &message, const QString &defaultValue,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int lineNumber,
                                  const QString &sourceId) override;

private:
    void hardenSettings();
    /// Whether an address of the call has been reached, loaded completely or not.
    bool hasLoadedAnything() const;
    void answerPermission(const compat::PermissionRequest &request);
    void onLoadingChanged(const QWebEngineLoadingInfo &info);
    void onNewWindowRequested(const QWebEngineNewWindowRequest &request);
    void askWhetherItWorks();
    void showOnce();

    std::optional<NavigationPolicy> m_policy;
    QUrl m_refused; ///< Where the page was last not let to.
    bool m_shown = false;
    QTimer m_stillLoading; ///< Until the page is asked whether it works already.
    bool m_isGuest = false;
    QPointer<QFileDialog> m_chooser;
    /// Open questions are refused when it goes, which is before the engine's page does: it must not see an answer
    /// later.
    QObject m_questions;
};

} // namespace teleconsult::ui
