#include "ui/call/engine/call_web_page.h"

#include "ui/call/engine/page_script.h"
#include "ui/call/engine/screen_share_prompt.h"

#include <QWebEngineCertificateError>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineProfile>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <QWebEngineView>

#include <utility>

namespace teleconsult::ui {

namespace {

/// How long a page may take to be loaded to the last picture before it is asked, and how often it then is.
constexpr std::chrono::seconds patience{5};
constexpr std::chrono::seconds askingInterval{1};

constexpr int notFound = 404;
constexpr int gone = 410;
const QUrl aboutBlank(QStringLiteral("about:blank"));

/// Only a link that is dead is a reason to try no more: certificates are renewed, and proxies refuse for a while.
bool isRetryable(const QWebEngineLoadingInfo &info)
{
    const bool isDead = info.errorCode() == notFound || info.errorCode() == gone;
    return info.errorDomain() != QWebEngineLoadingInfo::HttpStatusCodeDomain || !isDead;
}

} // namespace

CallWebPage::CallWebPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    hardenSettings();
    compat::watchPermissions(this, [this](const compat::PermissionRequest &request) { answerPermission(request); });
    compat::watchScreenShare(this, [this](const compat::ScreenShareRequest &request) {
        if (m_policy && !m_isGuest && m_policy->mayCapture(url(), url()))
            ScreenSharePrompt::choose(QWebEngineView::forPage(this), &m_questions, request);
        else
            request.refuse();
    });
    connect(this, &QWebEnginePage::loadingChanged, this, &CallWebPage::onLoadingChanged);
    connect(&m_stillLoading, &QTimer::timeout, this, &CallWebPage::askWhetherItWorks);
    connect(this, &QWebEnginePage::newWindowRequested, this, &CallWebPage::onNewWindowRequested);
    connect(this, &QWebEnginePage::windowCloseRequested, this, &CallWebPage::callEnded);
    connect(this, &QWebEnginePage::renderProcessTerminated, this, &CallWebPage::crashed);
    connect(this, &QWebEnginePage::certificateError, this, [](QWebEngineCertificateError error) {
        error.rejectCertificate(); // No way past it: the page would be given camera and microphone.
    });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    // A page that changes its address without loading anything (history.pushState) passes no acceptNavigationRequest().
    connect(this, &QWebEnginePage::urlChanged, this, [this](const QUrl &url) {
        if (m_policy && m_policy->mainFrame(url) == NavigationPolicy::Verdict::EndCall)
            emit callEnded();
    });
}

void CallWebPage::begin(const NavigationPolicy &policy, const CallTarget &target)
{
    m_policy = policy;
    m_shown = false;
    m_isGuest = target.isGuest;
    if (m_isGuest) {
        settings()->setAttribute(QWebEngineSettings::JavascriptCanAccessClipboard, false);
        settings()->setAttribute(QWebEngineSettings::ScreenCaptureEnabled, false);
    }
    if (target.plainly) {
        settings()->setAttribute(QWebEngineSettings::WebGLEnabled, false);
        settings()->setAttribute(QWebEngineSettings::Accelerated2dCanvasEnabled, false);
    }
    scripts().insert(pageScript(QStringLiteral("watch"), target.link));
    scripts().insert(deviceScript(target.devices, target.link));
    load(target.link);
    m_stillLoading.start(patience);
}

/// The engine says that a page is loaded when the last picture in it is, which a firewall may let nobody have. One that
/// talks to its server, or to the others, needs none: neither a page whose program is missing nor a gateway's does
/// that.
void CallWebPage::askWhetherItWorks()
{
    m_stillLoading.start(askingInterval);
    if (!hasLoadedAnything())
        return;
    runJavaScript(QStringLiteral("(w => !!w && (w.sockets > 0 || w.peers.length > 0))"
                                 "(window[Symbol.for('teleconsult.watch')]?.())"),
                  QWebEngineScript::MainWorld, [self = QPointer<CallWebPage>(this)](const QVariant &works) {
                      if (self && works.toBool())
                          self->showOnce();
                  });
}

void CallWebPage::showOnce()
{
    m_stillLoading.stop();
    if (std::exchange(m_shown, true))
        return;
    emit ready();
}

void CallWebPage::setPolicy(const NavigationPolicy &policy)
{
    m_policy = policy;
    if (m_refused.isValid() && policy.mainFrame(m_refused) == NavigationPolicy::Verdict::EndCall)
        emit callEnded();
}

bool CallWebPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    if (!m_policy)
        return url == aboutBlank;
    if (!isMainFrame)
        return m_policy->subFrame(url) == NavigationPolicy::Verdict::Allow;
    switch (m_policy->mainFrame(url)) {
    case NavigationPolicy::Verdict::Allow:
        return true;
    case NavigationPolicy::Verdict::EndCall:
        emit callEnded();
        return false;
    case NavigationPolicy::Verdict::Refuse:
        break;
    }
    m_refused = url;
    if (hasLoadedAnything())
        emit ledAway();
    else
        emit loadFailed(false);
    return false;
}

QWebEnginePage *CallWebPage::createWindow(WebWindowType)
{
    return nullptr;
}

void CallWebPage::onNewWindowRequested(const QWebEngineNewWindowRequest &request)
{
    if (m_policy && !m_isGuest && m_policy->mayOpenOutside(request.requestedUrl(), request.isUserInitiated()))
        emit outsideLinkActivated(request.requestedUrl());
}

void CallWebPage::onLoadingChanged(const QWebEngineLoadingInfo &info)
{
    if (!m_policy || info.url() == aboutBlank)
        return;
    // A load is also stopped when a page that is already there was refused to go on to somewhere else.
    const bool stoppedEarly = info.status() == QWebEngineLoadingInfo::LoadStoppedStatus && hasLoadedAnything();
    if (info.status() == QWebEngineLoadingInfo::LoadFailedStatus) {
        m_stillLoading.stop();
        emit loadFailed(isRetryable(info));
    } else if (info.status() == QWebEngineLoadingInfo::LoadSucceededStatus || stoppedEarly) {
        showOnce();
    }
}

bool CallWebPage::hasLoadedAnything() const
{
    // Not url(), which follows later than a script of the new page may ask for the next one.
    const QUrl committed = history()->currentItem().url();
    return !committed.isEmpty() && committed != aboutBlank;
}

void CallWebPage::answerPermission(const compat::PermissionRequest &request)
{
    const bool mayCapture = m_policy && m_policy->mayCapture(request.origin, url());
    const bool isScreenOfGuest = m_isGuest && request.capability == compat::Capability::Screen;
    if (!mayCapture || isScreenOfGuest || request.capability == compat::Capability::Other)
        request.answer(false);
    else if (request.capability == compat::Capability::Screen && !compat::hasScreenPicker())
        ScreenSharePrompt::confirm(QWebEngineView::forPage(this), &m_questions, request.answer);
    else
        request.answer(true);
}

/// Not the engine's own dialog, which cannot be closed when the call ends and would go with the view while it is open.
/// A guest would look through this computer's folders.
QStringList CallWebPage::chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                                     const QStringList &acceptedMimeTypes)
{
    if (m_isGuest || m_chooser || mode == FileSelectSave)
        return {};
    const QWebEngineView *view = QWebEngineView::forPage(this);
    const QPointer<QFileDialog> chooser = new QFileDialog(view ? view->window() : nullptr);
    m_chooser = chooser;
    chooser->setObjectName(QStringLiteral("callUploadDialog"));
    chooser->setFileMode(mode == FileSelectOpenMultiple   ? QFileDialog::ExistingFiles
                         : mode == FileSelectUploadFolder ? QFileDialog::Directory
                                                          : QFileDialog::ExistingFile);
    QStringList types = acceptedMimeTypes.filter(QStringLiteral("/"));
    if (!types.isEmpty() && types.size() == acceptedMimeTypes.size())
        chooser->setMimeTypeFilters(types << QStringLiteral("application/octet-stream")); // The last is any file.
    if (!oldFiles.isEmpty())
        chooser->selectFile(oldFiles.first());
    const bool isChosen = chooser->exec() == QDialog::Accepted;
    if (!chooser) // It went with its window.
        return {};
    const QStringList files = isChosen ? chooser->selectedFiles() : QStringList();
    delete chooser;
    return files;
}

void CallWebPage::stopChoosing()
{
    if (m_chooser)
        m_chooser->reject();
}

// The page's own dialogs would stop the event loop of the whole program, and outlive the page. Kaleyra's page draws its
// own; what is left is the browser's question before an address is left, which must not hold up the end of a call.
void CallWebPage::javaScriptAlert(const QUrl &, const QString &) {}

bool CallWebPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return true;
}

bool CallWebPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

void CallWebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) {}

void CallWebPage::hardenSettings()
{
    using S = QWebEngineSettings;
    QWebEngineSettings *s = settings();
    // What a call needs: sound without a click (reference §4.4, 14), screen sharing, copying.
    s->setAttribute(S::PlaybackRequiresUserGesture, false);
    s->setAttribute(S::ScreenCaptureEnabled, true);
    s->setAttribute(S::JavascriptCanAccessClipboard, true);
    // What it does not.
    s->setAttribute(S::JavascriptCanPaste, false);
    s->setAttribute(S::JavascriptCanOpenWindows, false);
    s->setAttribute(S::AllowWindowActivationFromJavaScript, false);
    s->setAttribute(S::LocalContentCanAccessRemoteUrls, false);
    s->setAttribute(S::LocalContentCanAccessFileUrls, false);
    s->setAttribute(S::AllowRunningInsecureContent, false);
    s->setAttribute(S::AllowGeolocationOnInsecureOrigins, false);
    s->setAttribute(S::PluginsEnabled, false);
    s->setAttribute(S::PdfViewerEnabled, false);
    s->setAttribute(S::HyperlinkAuditingEnabled, false);
    s->setAttribute(S::DnsPrefetchEnabled, false);
    s->setAttribute(S::FullScreenSupportEnabled, false);
    s->setAttribute(S::ErrorPageEnabled, false); // The application shows its own.
    // The icon database would keep the link's address on disk.
    s->setAttribute(S::AutoLoadIconsForPage, false);
    s->setAttribute(S::TouchIconsEnabled, false);
    s->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
    compat::hardenSettings(s);
}

} // namespace teleconsult::ui
