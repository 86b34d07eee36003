#include "ui/settings/call_colours_preview.h"

#include "ui/theme/contrast.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace teleconsult::ui {

namespace {

constexpr QSize usualSize(320, 120);

} // namespace

CallColoursPreview::CallColoursPreview(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::textScaled, this, &QWidget::updateGeometry);
}

QSize CallColoursPreview::sizeHint() const
{
    return {scaled(usualSize.width()), scaled(usualSize.height())};
}

void CallColoursPreview::setColours(const QColor &primary, const QColor &accent)
{
    m_primary = primary;
    m_accent = accent;
    update();
}

void CallColoursPreview::setWords(const QString &heading, const QString &button)
{
    m_heading = heading;
    m_button = button;
    update();
}

void CallColoursPreview::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colors().border);
    painter.setBrush(m_primary.isValid() ? m_primary : theme.colors().surfaceSunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::medium, radius::medium);
    if (!m_primary.isValid())
        return;
    const QRect inner = rect().adjusted(spacing::l, spacing::m, -spacing::l, -spacing::m);
    painter.setFont(theme.font(type::title, QFont::DemiBold));
    painter.setPen(readableOn(m_primary));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_heading);
    if (!m_accent.isValid())
        return;
    painter.setFont(theme.font(type::body, QFont::DemiBold));
    const int width = painter.fontMetrics().horizontalAdvance(m_button) + 2 * spacing::l;
    const QRect button(inner.left(), inner.bottom() - scaled(size::control) + 1, std::min(width, inner.width()),
                       scaled(size::control));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_accent);
    painter.drawRoundedRect(button, radius::medium, radius::medium);
    painter.setPen(readableOn(m_accent));
    painter.drawText(button, Qt::AlignCenter, m_button);
}

} // namespace teleconsult::ui
