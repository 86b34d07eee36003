#include "ui/call/engine/web_call_view.h"

#include "core/http/secure_url.h"
#include "ui/call/engine/call_web_page.h"
#include "ui/call/engine/page_pulse.h"
#include "ui/call/engine/text_menu.h"
#include "ui/call/engine/web_download.h"

#include <QDesktopServices>
#include <QMenu>
#include <QVBoxLayout>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineView>

#include <utility>

namespace teleconsult::ui {

CallSurface::CallSurface() = default;
CallSurface::CallSurface(CallSurface &&) noexcept = default;
CallSurface &CallSurface::operator=(CallSurface &&) noexcept = default;
CallSurface::~CallSurface() = default;

CallSurface CallSurface::make(QWebEngineProfile *profile)
{
    CallSurface surface;
    surface.view = std::make_unique<QWebEngineView>();
    surface.view->setObjectName(QStringLiteral("callWebView"));
    surface.view->setAccessibleName(WebCallView::tr("Call"));
    surface.view->setContextMenuPolicy(Qt::PreventContextMenu);
    surface.page = new CallWebPage(profile, surface.view.get());
    surface.page->setBackgroundColor(
        surface.view->palette().color(QPalette::Window)); // No white flash before the page.
    surface.view->setPage(surface.page);
    return surface;
}

WebCallView::WebCallView(QWebEngineProfile *profile, CallSurface warm, QWidget *parent)
    : CallView(parent), m_profile(profile)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    if (warm.view)
        adopt(std::move(warm));
    connect(profile, &QWebEngineProfile::downloadRequested, this, &WebCallView::onDownload);
}

WebCallView::~WebCallView()
{
    closeSurface();
}

void WebCallView::open(const CallTarget &target)
{
    if (m_open)
        closeSurface();
    const NavigationPolicy policy(target);
    m_target = target;
    m_open = true;
    const quint64 call = ++m_call;
    if (!m_profile || !policy.mayOpenLink()) {
        const auto refuse = [this, call] {
            if (m_open && call == m_call)
                finishFailed(false);
        };
        QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
        return;
    }
    if (!m_surface.view)
        adopt(CallSurface::make(m_profile));
    watch(m_surface.page, target.link);
    m_surface.view->setContextMenuPolicy(target.isGuest ? Qt::PreventContextMenu : Qt::CustomContextMenu);
    connect(m_surface.view.get(), &QWidget::customContextMenuRequested, this, &WebCallView::showTextMenu,
            Qt::UniqueConnection);
    m_surface.view->show();
    m_surface.page->begin(policy, target);
}

void WebCallView::setEndCallRedirectUrl(const QUrl &url)
{
    if (!m_open || !m_surface.page || m_target.endCallRedirectUrl == url)
        return;
    m_target.endCallRedirectUrl = url;
    m_surface.page->setPolicy(NavigationPolicy(m_target));
}

void WebCallView::setDownloadFolder(const QString &path)
{
    m_target.downloadFolder = path;
}

void WebCallView::leave()
{
    if (m_open)
        finishEnded();
}

void WebCallView::shutDown()
{
    m_open = false;
    closeSurface();
    m_profile = nullptr;
}

void WebCallView::adopt(CallSurface surface)
{
    m_hadKeyboard = m_hadKeyboard || isActiveWindow();
    m_surface = std::move(surface);
    layout()->addWidget(m_surface.view.get());
    setFocusProxy(m_surface.view.get());
}

void WebCallView::showEvent(QShowEvent *event)
{
    CallView::showEvent(event);
    // For the first call view in a window Qt makes the native window anew (call_engine.h). Where no window manager
    // gives it the keyboard, it has none until a click: the page would not show where the focus is.
    if (std::exchange(m_hadKeyboard, false) && !isActiveWindow())
        activateWindow();
}

/// The engine's own menu would offer to go back, to load again and to see the source.
void WebCallView::showTextMenu(const QPoint &where)
{
    const QWebEngineContextMenuRequest *request = m_surface.view ? m_surface.view->lastContextMenuRequest() : nullptr;
    if (!request)
        return;
    if (QMenu *menu = makeTextMenu(m_surface.page, *request, m_surface.view.get()))
        menu->popup(m_surface.view->mapToGlobal(where));
}

void WebCallView::watch(CallWebPage *page, const QUrl &link)
{
    // Queued: what follows destroys the page, which is still on the stack when it speaks.
    const auto later = [this, call = m_call](auto action) {
        QMetaObject::invokeMethod(
            this,
            [this, call, action] {
                if (m_open && call == m_call)
                    action();
            },
            Qt::QueuedConnection);
    };
    auto *pulse = new PagePulse(page, http::isLoopback(link));
    connect(pulse, &PagePulse::unresponsive, this,
            [this, later](bool on) { later([this, on] { emit unresponsive(on); }); });
    connect(pulse, &PagePulse::connectionChanged, this, [this, later](Connection connection) {
        later([this, connection] { emit connectionChanged(connection); });
    });
    connect(pulse, &PagePulse::devicesMissing, this, [this, later] { later([this] { emit devicesMissing(); }); });
    connect(page, &CallWebPage::ready, pulse, &PagePulse::start);
    connect(page, &CallWebPage::ready, this, [this, later] { later([this] { emit pageReady(); }); });
    connect(page, &CallWebPage::callEnded, this, [this, later] { later([this] { finishEnded(); }); });
    connect(page, &CallWebPage::ledAway, this, [this, later] { later([this] { emit leadsAway(); }); });
    connect(page, &CallWebPage::crashed, this, [this, later] { later([this] { finishCrashed(); }); });
    connect(page, &CallWebPage::loadFailed, this,
            [this, later](bool retryable) { later([this, retryable] { finishFailed(retryable); }); });
    connect(page, &CallWebPage::outsideLinkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void WebCallView::closeSurface()
{
    // A file that is on its way when the other side hangs up may never be offered again: it is the profile's affair.
    for (WebDownload *download : findChildren<WebDownload *>(Qt::FindDirectChildrenOnly)) {
        if (m_profile && download->state() == CallDownload::State::Running)
            download->outliveCall(m_profile);
        else
            delete download;
    }
    if (m_surface.view)
        setFocusProxy(nullptr);
    if (m_surface.page && m_surface.page->isChoosing()) {
        // The dialog's event loop has to end first; this is called from within it.
        m_surface.page->disconnect(this);
        m_surface.page->stopChoosing();
        m_surface.view->hide();
        m_surface.view->setParent(nullptr);
        m_surface.view.release()->deleteLater();
    }
    m_surface.view.reset();
    m_surface.page = nullptr;
    m_target = {}; // Holds a credential.
}

void WebCallView::finishEnded()
{
    m_open = false;
    closeSurface();
    emit ended();
}

void WebCallView::finishFailed(bool retryable)
{
    m_open = false;
    closeSurface();
    emit failed(retryable);
}

void WebCallView::finishCrashed()
{
    m_open = false;
    closeSurface();
    emit crashed();
}

void WebCallView::onDownload(QWebEngineDownloadRequest *request)
{
    if (!m_surface.page || request->page() != m_surface.page)
        return;
    WebDownload *download = nullptr;
    if (m_open && m_surface.page->mayDownload(request->url()))
        download = WebDownload::begin(request, m_target.downloadFolder, this);
    else
        request->cancel();
    if (download)
        emit downloadBegan(download);
    else
        emit downloadRefused();
}

} // namespace teleconsult::ui
