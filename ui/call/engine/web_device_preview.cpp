#include "ui/call/engine/web_device_preview.h"

#include "ui/call/engine/engine_compat.h"
#include "ui/call/engine/navigation_policy.h"
#include "ui/call/engine/page_script.h"

#include <QFile>
#include <QHash>
#include <QPointer>
#include <QVBoxLayout>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

#include <utility>

namespace teleconsult::ui {

namespace {

/// The name of no host (RFC 2606), and an encrypted one, without which pages may use no devices.
const QUrl ownOrigin(QStringLiteral("https://devices.teleconsult.invalid/"));
constexpr std::chrono::milliseconds interval{100};
constexpr std::chrono::seconds reloadAfter{1};
constexpr int mostReloads = 3;

/// Goes nowhere, and uses camera and microphone only.
class PreviewPage final : public QWebEnginePage
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

DevicePreview::State stateOf(const QVariant &word)
{
    using State = DevicePreview::State;
    static const QHash<QString, State> states{{QStringLiteral("working"), State::Working},
                                              {QStringLiteral("off"), State::Off},
                                              {QStringLiteral("missing"), State::Missing},
                                              {QStringLiteral("inUse"), State::InUse},
                                              {QStringLiteral("refused"), State::Refused}};
    return states.value(word.toString(), State::Starting);
}

} // namespace

WebDevicePreview::WebDevicePreview(QWebEngineProfile *profile, QWidget *parent)
    : DevicePreview(parent), m_view(std::make_unique<QWebEngineView>())
{
    auto *page = new PreviewPage(profile, m_view.get());
    page->settings()->setAttribute(QWebEngineSettings::PlaybackRequiresUserGesture, false);
    page->setBackgroundColor(m_view->palette().color(QPalette::Window));
    compat::watchPermissions(page, [](const compat::PermissionRequest &request) {
        request.answer(isSameOrigin(request.origin, ownOrigin) &&
                       request.capability == compat::Capability::CameraOrMicrophone);
    });
    m_view->setPage(page);
    m_view->setContextMenuPolicy(Qt::PreventContextMenu);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view.get());
    connect(page, &QWebEnginePage::loadFinished, this, [this](bool ok) {
        m_isLoaded = ok;
        if (ok)
            begin();
        else
            onLost();
    });
    connect(page, &QWebEnginePage::renderProcessTerminated, this, &WebDevicePreview::onLost);
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadAfter);
    connect(&m_reload, &QTimer::timeout, this, &WebDevicePreview::load);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &WebDevicePreview::ask);
    load();
}

void WebDevicePreview::load()
{
    QFile file(QStringLiteral(":/call-engine/preview.html"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a page of the call engine is not built in");
    m_view->page()->setHtml(QString::fromUtf8(file.readAll()), ownOrigin);
}

/// An empty picture says nothing: words do, until it is back.
void WebDevicePreview::onLost()
{
    m_timer.stop();
    m_isLoaded = false;
    tell(State::Failed, State::Failed);
    if (m_losses++ < mostReloads)
        m_reload.start();
}

/// A page that goes answers every open question with nothing, and may say that it is lost: members must be there still,
/// and nobody listen.
WebDevicePreview::~WebDevicePreview()
{
    shutDown();
}

void WebDevicePreview::shutDown()
{
    m_timer.stop();
    m_reload.stop();
    m_isLoaded = false;
    if (m_view)
        m_view->page()->disconnect(this);
    m_view.reset();
}

void WebDevicePreview::use(const config::DeviceChoice &choice)
{
    m_choice = choice;
    begin();
}

void WebDevicePreview::begin()
{
    if (!m_isLoaded)
        return;
    m_view->page()->runJavaScript(QStringLiteral("preview.use(%1)").arg(toJavaScript(m_choice)));
    m_timer.start();
}

void WebDevicePreview::playTestSound()
{
    if (m_isLoaded)
        m_view->page()->runJavaScript(QStringLiteral("preview.play()"));
}

void WebDevicePreview::ask()
{
    m_view->page()->runJavaScript(QStringLiteral("preview.facts()"), [self = QPointer(this)](const QVariant &facts) {
        if (self && self->m_isLoaded) // A page that is lost answers with nothing.
            self->onFacts(facts.toMap());
    });
}

void WebDevicePreview::onFacts(const QVariantMap &facts)
{
    const Devices devices{.cameras = facts.value(QStringLiteral("cameras")).toStringList(),
                          .microphones = facts.value(QStringLiteral("microphones")).toStringList(),
                          .speakers = facts.value(QStringLiteral("speakers")).toStringList()};
    if (std::exchange(m_devices, devices) != devices)
        emit devicesFound(devices);
    tell(stateOf(facts.value(QStringLiteral("camera"))), stateOf(facts.value(QStringLiteral("microphone"))));
    emit levelChanged(facts.value(QStringLiteral("level")).toDouble());
}

void WebDevicePreview::tell(State camera, State microphone)
{
    if (camera == m_camera && microphone == m_microphone)
        return;
    m_camera = camera;
    m_microphone = microphone;
    emit stateChanged(camera, microphone);
}

} // namespace teleconsult::ui
