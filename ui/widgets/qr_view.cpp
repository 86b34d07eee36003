#include "ui/widgets/qr_view.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <qrencode.h>

#include <memory>

namespace teleconsult::ui {

namespace {

constexpr int quietZone = 4;
/// Large enough for a phone at arm's length.
constexpr int preferredSize = 240;
constexpr int smallestSize = 160;

QImage encode(const QByteArray &content)
{
    if (content.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(content.size()), reinterpret_cast<const unsigned char *>(content.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    QImage image(code->width + 2 * quietZone, code->width + 2 * quietZone, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.setPixel(x + quietZone, y + quietZone, qRgb(0, 0, 0));
        }
    }
    return image;
}

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setContent(const QByteArray &content)
{
    m_modules = encode(content);
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    return {preferredSize, preferredSize};
}

QSize QrView::minimumSizeHint() const
{
    return {smallestSize, smallestSize};
}

void QrView::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    // Whole device pixels a module: a blurred edge costs a camera more than a smaller code.
    const qreal ratio = devicePixelRatioF();
    const int device = int(std::min(width(), height()) * ratio);
    const qreal module = std::max(1, device / m_modules.width()) / ratio;
    const qreal side = module * m_modules.width();
    const QRectF target((width() - side) / 2, (height() - side) / 2, side, side);

    QPainterPath ground;
    ground.addRoundedRect(QRectF(rect()), radius::medium, radius::medium);
    painter.fillPath(ground, Qt::white);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(target, m_modules);
}

} // namespace teleconsult::ui
