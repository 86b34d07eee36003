#include "ui/widgets/qr_view.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/qr_image.h"

#include <QPainter>
#include <QPainterPath>

namespace teleconsult::ui {

namespace {

/// Large enough for a phone at arm's length.
constexpr int preferredSize = 240;
constexpr int minimumSide = 160;

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setContent(const QByteArray &content)
{
    m_modules = qrImage(content);
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    return {preferredSize, preferredSize};
}

QSize QrView::minimumSizeHint() const
{
    return {minimumSide, minimumSide};
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
