#include "ui/widgets/status_pill.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace teleconsult::ui {

namespace {

int pillHeight()
{
    return scaled(spacing::xl);
}

int pillIcon()
{
    return scaled(spacing::l);
}

QFont pillFont()
{
    return Theme::instance().font(type::caption, QFont::DemiBold);
}

} // namespace

ToneColors toneColors(Tone tone, const Colors &colors)
{
    switch (tone) {
    case Tone::Neutral:
        return {colors.textMuted, colors.surfaceSunken};
    case Tone::Info:
        return {colors.info, colors.infoSoft};
    case Tone::Success:
        return {colors.success, colors.successSoft};
    case Tone::Warning:
        return {colors.warning, colors.warningSoft};
    case Tone::Danger:
        return {colors.danger, colors.dangerSoft};
    case Tone::Accent:
        return {colors.onAccent, colors.accent};
    }
    Q_UNREACHABLE();
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return QStringLiteral("neutral");
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Success:
        return QStringLiteral("success");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Danger:
        return QStringLiteral("danger");
    case Tone::Accent:
        return QStringLiteral("accent");
    }
    Q_UNREACHABLE();
}

StatusPill::StatusPill(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::textScaled, this, &StatusPill::updateGeometry);
}

void StatusPill::setPill(const Pill &pill)
{
    if (pill == m_pill)
        return;
    m_pill = pill;
    setAccessibleName(pill.words);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    return sizeOf(m_pill);
}

QSize StatusPill::sizeOf(const Pill &pill)
{
    const int words = QFontMetrics(pillFont()).horizontalAdvance(pill.words);
    return {spacing::s + pillIcon() + spacing::xs + words + spacing::m, pillHeight()};
}

void StatusPill::paint(QPainter *painter, const QRect &rect, const Pill &pill)
{
    const Theme &theme = Theme::instance();
    const ToneColors tone = toneColors(pill.tone, theme.colors());
    const QSize wanted = sizeOf(pill);
    QRect shape(rect.left(), rect.center().y() - wanted.height() / 2 + 1, qMin(wanted.width(), rect.width()),
                wanted.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone.ground);
    painter->drawRoundedRect(shape, pillHeight() / 2.0, pillHeight() / 2.0);

    const QPoint iconAt(shape.left() + spacing::s, shape.top() + (shape.height() - pillIcon()) / 2);
    painter->drawPixmap(iconAt,
                        theme.pixmap(pill.iconName, pillIcon(), tone.ink, painter->device()->devicePixelRatioF()));

    const QRect words = shape.adjusted(spacing::s + pillIcon() + spacing::xs, 0, -spacing::s, 0);
    const QFont font = pillFont();
    painter->setFont(font);
    painter->setPen(tone.ink);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(pill.words, Qt::ElideRight, words.width()));
    painter->restore();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_pill);
}

} // namespace teleconsult::ui
