#include "ui/call/engine/web_code_camera.h"

#include "ui/call/engine/device_state.h"
#include "ui/call/engine/page_script.h"
#include "ui/scanning/qr_reader.h"

#include <QFuture>
#include <QImage>
#include <QVBoxLayout>

#include <chrono>

namespace teleconsult::ui {

namespace {

/// Between two pictures. A hand does not hold still for less.
constexpr std::chrono::milliseconds pause{150};

/// `grey`: in base 64, a byte a pixel.
QList<QByteArray> codesIn(const QString &grey, int width, int height)
{
    const QByteArray pixels = QByteArray::fromBase64(grey.toLatin1());
    if (width < 1 || height < 1 || pixels.size() != qsizetype(width) * height)
        return {};
    return readQrCodes(
        QImage(reinterpret_cast<const uchar *>(pixels.constData()), width, height, width, QImage::Format_Grayscale8));
}

} // namespace

WebCodeCamera::WebCodeCamera(QWebEngineProfile *profile, QWidget *parent)
    : CodeCamera(parent), m_page(profile, QStringLiteral("scan"), this)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_page.view());
    m_next.setSingleShot(true);
    m_next.setInterval(pause);
    connect(&m_next, &QTimer::timeout, this, &WebCodeCamera::ask);
    connect(&m_page, &DevicePage::loaded, this, &WebCodeCamera::begin);
    connect(&m_page, &DevicePage::lost, this, [this] {
        m_next.stop();
        tell(State::Failed);
    });
}

void WebCodeCamera::use(const config::DeviceChoice &choice)
{
    m_choice = choice;
    m_isWanted = true;
    begin();
}

void WebCodeCamera::begin()
{
    if (!m_isWanted || !m_page.isLoaded())
        return;
    m_page.run(QStringLiteral("scan.use(%1)").arg(toJavaScript(m_choice)));
    m_next.start();
}

void WebCodeCamera::ask()
{
    m_page.ask(QStringLiteral("scan.picture()"), [this](const QVariantMap &picture) { onPicture(picture); });
}

void WebCodeCamera::onPicture(const QVariantMap &picture)
{
    tell(deviceStateOf(picture.value(QStringLiteral("camera"))));
    const QString grey = picture.value(QStringLiteral("grey")).toString();
    if (grey.isEmpty()) {
        m_next.start();
        return;
    }
    const int width = picture.value(QStringLiteral("width")).toInt();
    const int height = picture.value(QStringLiteral("height")).toInt();
    m_reader.run([grey, width, height] { return codesIn(grey, width, height); })
        .then(this, [this](const QList<QByteArray> &contents) {
            if (!m_page.isLoaded())
                return; // It begins again when it is loaded.
            m_next.start();
            emit seen(contents);
        });
}

void WebCodeCamera::tell(State camera)
{
    if (camera == m_camera)
        return;
    m_camera = camera;
    emit stateChanged(camera);
}

} // namespace teleconsult::ui
