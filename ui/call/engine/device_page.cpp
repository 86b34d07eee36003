#include "ui/call/engine/device_page.h"

#include "ui/call/engine/engine_compat.h"
#include "ui/call/engine/navigation_policy.h"
#include "ui/call/engine/page_script.h"

#include <QFile>
#include <QPointer>
#include <QUrl>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <QWebEngineView>

#include <chrono>
#include <utility>

namespace teleconsult::ui {

namespace {

/// The name of no host (RFC 2606), and an encrypted one, without which pages may use no devices.
const QUrl ownOrigin(QStringLiteral("https://devices.teleconsult.invalid/"));
constexpr std::chrono::seconds reloadAfter{1};
constexpr int maximumReloads = 3;

/// Goes nowhere, and uses camera and microphone only.
class OwnPage final : public QWebEnginePage
{
public:
    using QWebEnginePage::QWebEnginePage;

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame) override
    {
        return isMainFrame && url.scheme() == QLatin1String("data"); // What setHtml() does.
    }
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) override {}
};

} // namespace

DevicePage::DevicePage(QWebEngineProfile *profile, const QString &name, QObject *parent)
    : QObject(parent), m_view(std::make_unique<QWebEngineView>()), m_name(name)
{
    auto *page = new OwnPage(profile, m_view.get());
    page->settings()->setAttribute(QWebEngineSettings::PlaybackRequiresUserGesture, false);
    page->setBackgroundColor(m_view->palette().color(QPalette::Window));
    page->scripts().insert(pageScript(QStringLiteral("open_device"), ownOrigin));
    compat::watchPermissions(page, [](const compat::PermissionRequest &request) {
        request.answer(isSameOrigin(request.origin, ownOrigin) &&
                       request.capability == compat::Capability::CameraOrMicrophone);
    });
    m_view->setPage(page);
    m_view->setContextMenuPolicy(Qt::PreventContextMenu);
    m_view->setFocusPolicy(Qt::NoFocus);
    connect(page, &QWebEnginePage::loadFinished, this, [this](bool ok) {
        m_isLoaded = ok;
        if (ok)
            emit loaded();
        else
            onLost();
    });
    connect(page, &QWebEnginePage::renderProcessTerminated, this, &DevicePage::onLost);
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadAfter);
    connect(&m_reload, &QTimer::timeout, this, &DevicePage::load);
    load();
}

/// A page that goes answers every open question with nothing, and may say that it is lost: members must be there still,
/// and nobody listen.
DevicePage::~DevicePage()
{
    shutDown();
}

QWidget *DevicePage::view() const
{
    return m_view.get();
}

void DevicePage::load()
{
    QFile file(QStringLiteral(":/call-engine/%1.html").arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a page of the call engine is not built in");
    m_view->page()->setHtml(QString::fromUtf8(file.readAll()), ownOrigin);
}

/// An empty picture says nothing: words of the owner's do, until it is back.
void DevicePage::onLost()
{
    m_isLoaded = false;
    if (m_losses++ < maximumReloads)
        m_reload.start();
    emit lost();
}

void DevicePage::run(const QString &script)
{
    if (m_isLoaded)
        m_view->page()->runJavaScript(script);
}

void DevicePage::ask(const QString &script, std::function<void(const QVariantMap &)> onAnswer)
{
    if (!m_isLoaded)
        return;
    m_view->page()->runJavaScript(script,
                                  [self = QPointer(this), onAnswer = std::move(onAnswer)](const QVariant &answer) {
                                      if (self && self->m_isLoaded) // A page that is lost answers with nothing.
                                          onAnswer(answer.toMap());
                                  });
}

void DevicePage::shutDown()
{
    m_reload.stop();
    m_isLoaded = false;
    if (m_view)
        m_view->page()->disconnect(this); // One that is still loading says so while it goes.
    m_view.reset();
}

} // namespace teleconsult::ui
