#include "ui/settings/background_preview.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace teleconsult::ui {

namespace {

constexpr QSize pictureSize(400, 225);
constexpr QSize seenAtMost(1280, 1280);

/// Head and shoulders of somebody who sits before a camera, in a frame of 1600 by 900.
QPainterPath silhouette()
{
    QPainterPath path;
    path.addEllipse(QPointF(800, 390), 145, 185);
    QPainterPath shoulders;
    shoulders.moveTo(360, 900);
    shoulders.cubicTo(380, 690, 540, 650, 690, 615);
    shoulders.lineTo(715, 520);
    shoulders.lineTo(885, 520);
    shoulders.lineTo(910, 615);
    shoulders.cubicTo(1060, 650, 1220, 690, 1240, 900);
    shoulders.closeSubpath();
    return path.united(shoulders);
}

} // namespace

BackgroundPreview::BackgroundPreview(QWidget *parent) : QWidget(parent)
{
    setFixedSize(pictureSize);
}

void BackgroundPreview::setPicture(const QImage &picture)
{
    m_size = picture.size();
    m_picture = picture.isNull() ? QImage() : picture.scaled(seenAtMost, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    m_from = QRectF(0, 0, 1, 1);
    update();
}

void BackgroundPreview::setCut(const BackgroundCut &cut)
{
    if (m_size.isEmpty())
        return;
    m_from = QRectF(double(cut.from.x()) / m_size.width(), double(cut.from.y()) / m_size.height(),
                    double(cut.from.width()) / m_size.width(), double(cut.from.height()) / m_size.height());
    update();
}

QImage BackgroundPreview::thumbnail(const QImage &picture, const QSize &size)
{
    const QImage filled = picture.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((filled.width() - size.width()) / 2, (filled.height() - size.height()) / 2);
    return filled.copy(QRect(corner, size));
}

void BackgroundPreview::paintEvent(QPaintEvent *)
{
    const Colors &colors = Theme::instance().colors();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF ground(rect());
    QPainterPath corners;
    corners.addRoundedRect(ground, radius::medium, radius::medium);
    painter.setClipPath(corners);
    painter.fillRect(ground, colors.surfaceSunken);
    if (m_picture.isNull())
        return;
    // A call page fills its room and cuts off the rest.
    const QRectF cut(m_from.x() * m_picture.width(), m_from.y() * m_picture.height(),
                     m_from.width() * m_picture.width(), m_from.height() * m_picture.height());
    const QSizeF seen = ground.size().scaled(cut.size(), Qt::KeepAspectRatio);
    const QPointF corner(cut.center().x() - seen.width() / 2, cut.center().y() - seen.height() / 2);
    painter.drawImage(ground, m_picture, QRectF(corner, seen));
    painter.scale(ground.width() / 1600, ground.height() / 900);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.controlBorder);
    painter.drawPath(silhouette());
}

} // namespace teleconsult::ui
