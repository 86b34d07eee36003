#include "ui/agenda/week_painter.h"

#include "ui/agenda/agenda_model.h"
#include "ui/widgets/phase_text.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// For the names of the hours.
int gutter()
{
    return scaled(size::control + spacing::s) + spacing::s;
}

/// For the names and numbers of the days.
int headerHeight()
{
    return scaled(size::control + spacing::s) + spacing::l;
}

/// Less than this holds no word worth reading; beside the shape of the state, no name worth reading: the initials stand
/// there.
int narrowestWord()
{
    return scaled(size::control);
}

int lineHeight()
{
    return scaled(spacing::l + 1);
}

/// The shape of a state.
int shapeSide()
{
    return scaled(spacing::l);
}

int shapeWidth()
{
    return shapeSide() + spacing::xs;
}

struct BlockColors
{
    QColor ground;
    QColor ink;
    QColor outline;
};

BlockColors blockColors(Phase phase, const Colors &colors)
{
    switch (phase) {
    case Phase::Upcoming:
        return {colors.accentSoft, colors.text, colors.border};
    case Phase::Held:
    case Phase::NotHeld:
        return {colors.surfaceSunken, colors.textMuted, colors.border};
    case Phase::WaitingForParticipants:
    case Phase::Open:
    case Phase::InCall:
        break;
    }
    const ToneColors tone = toneColors(PhaseText::tone(phase), colors);
    return {tone.ground, colors.text, tone.ink};
}

BlockColors colorsOf(const WeekBlock &block, const AgendaModel &model, const Colors &colors)
{
    return block.more > 0 ? BlockColors{colors.surface, colors.text, colors.controlBorder}
                          : blockColors(model.phase(block.row), colors);
}

} // namespace

QRect WeekScene::gridIn(QSize viewport)
{
    return {gutter(), headerHeight(), std::max(WeekLayout::days, viewport.width() - gutter() - 1),
            std::max(0, viewport.height() - headerHeight())};
}

WeekSizes WeekScene::sizes()
{
    // Two lines with their margins in half an hour.
    const int half = std::max(size::control, 2 * lineHeight() + 2 * spacing::xs + 2);
    return {.hourHeight = 2 * half, .narrowest = scaled(size::control)};
}

QRect WeekScene::blockRect(int block) const
{
    return blocks.at(block).rect.translated(grid().topLeft() - QPoint(0, scrolled));
}

WeekPainter::WeekPainter(QPainter &painter, const WeekScene &scene)
    : m_painter(painter), m_scene(scene), m_theme(Theme::instance()), m_colors(m_theme.colors()), m_grid(scene.grid())
{}

void WeekPainter::paint()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(QPointF(), m_scene.size).adjusted(0.5, 0.5, -0.5, -0.5), radius::large, radius::large);
    m_painter.fillPath(card, m_colors.surface);

    m_painter.save();
    m_painter.setClipPath(card);
    paintHeader();
    m_painter.setClipRect(QRect(0, headerHeight(), m_scene.size.width(), m_grid.height()), Qt::IntersectClip);
    paintHours();
    QList<int> seen;
    for (int i = 0; i < int(m_scene.blocks.size()); ++i) {
        if (m_scene.blockRect(i).intersects(m_grid))
            seen << i;
    }
    for (const int i : std::as_const(seen))
        paintGround(i);
    // Over the grounds, so that it is seen in a consultation too, and under the words, which it must not strike out.
    paintNow();
    for (const int i : std::as_const(seen))
        paintText(i);
    m_painter.restore();

    if (m_scene.model.state() == AgendaModel::State::Empty)
        paintEmptyHint();
    m_painter.setPen(QPen(m_colors.border, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(card);
}

void WeekPainter::paintHeader()
{
    const QLocale locale;
    const QDate today = m_scene.model.today();
    const WeekLayout &layout = m_scene.layout;
    for (int day = 0; day < WeekLayout::days; ++day) {
        const QDate date = layout.firstDay().addDays(day);
        const QRect cell(m_grid.left() + layout.dayLeft(day), 0, layout.dayLeft(day + 1) - layout.dayLeft(day),
                         headerHeight());
        m_painter.setFont(m_theme.font(type::caption, QFont::Medium));
        m_painter.setPen(m_colors.textMuted);
        m_painter.drawText(cell.adjusted(0, spacing::s, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                           locale.toString(date, QStringLiteral("ddd")));
        const int side = scaled(spacing::xxl);
        const QRect number(cell.center().x() - side / 2, spacing::s + scaled(spacing::l + spacing::xs), side, side);
        if (date == today) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_colors.accent);
            m_painter.drawEllipse(number);
        }
        m_painter.setFont(m_theme.font(type::title, QFont::DemiBold));
        m_painter.setPen(date == today ? m_colors.onAccent : m_colors.text);
        m_painter.drawText(number, Qt::AlignCenter, QString::number(date.day()));
    }
    m_painter.setPen(QPen(m_colors.border, 1));
    m_painter.drawLine(QPointF(0, headerHeight() - 0.5), QPointF(m_scene.size.width(), headerHeight() - 0.5));
}

void WeekPainter::paintHours()
{
    const int hourHeight = m_scene.layout.hourHeight();
    const auto yOfHour = [&](int hour) { return m_grid.top() + hour * hourHeight - m_scene.scrolled; };

    m_painter.fillRect(QRect(m_grid.left(), yOfHour(0), m_grid.width() + 1, WeekLayout::workBegins * hourHeight),
                       m_colors.canvas);
    m_painter.fillRect(QRect(m_grid.left(), yOfHour(WeekLayout::workEnds), m_grid.width() + 1,
                             (WeekLayout::hours - WeekLayout::workEnds) * hourHeight),
                       m_colors.canvas);
    m_painter.setFont(m_theme.font(type::caption));
    for (int hour = 0; hour < WeekLayout::hours; ++hour) {
        const int y = yOfHour(hour);
        if (y > m_grid.bottom() || y + hourHeight < m_grid.top())
            continue;
        m_painter.setPen(QPen(m_colors.border, 1));
        m_painter.drawLine(QPointF(m_grid.left(), y + 0.5), QPointF(m_grid.right() + 1, y + 0.5));
        m_painter.setPen(m_colors.textMuted);
        m_painter.drawText(QRect(0, y + 1, gutter() - spacing::s, scaled(spacing::xl)),
                           Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(QTime(hour, 0), QLocale::ShortFormat));
    }
    m_painter.setPen(QPen(m_colors.border, 1));
    for (int day = 0; day < WeekLayout::days; ++day) {
        const qreal x = m_grid.left() + m_scene.layout.dayLeft(day) - 0.5;
        m_painter.drawLine(QPointF(x, m_grid.top()), QPointF(x, m_grid.bottom()));
    }
}

void WeekPainter::paintGround(int index)
{
    const QRect rect = m_scene.blockRect(index);
    const BlockColors paint = colorsOf(m_scene.blocks.at(index), m_scene.model, m_colors);
    QPen outline(paint.outline, 1);
    if (index == m_scene.selected)
        outline = QPen(m_scene.focused ? m_colors.focus : m_colors.accent, 2);
    else if (index == m_scene.hovered)
        outline = QPen(m_colors.controlBorder, 1);
    const qreal inset = outline.widthF() / 2;
    m_painter.setPen(outline);
    m_painter.setBrush(paint.ground);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius::small, radius::small);
}

void WeekPainter::paintText(int index)
{
    const WeekBlock &block = m_scene.blocks.at(index);
    const QRect rect = m_scene.blockRect(index);
    m_painter.save();
    m_painter.setClipRect(rect.adjusted(1, 1, -1, -1), Qt::IntersectClip);
    paintWords(block, rect.adjusted(spacing::s, spacing::xs, -spacing::xs, -spacing::xs),
               colorsOf(block, m_scene.model, m_colors).ink);
    m_painter.restore();
}

void WeekPainter::paintWords(const WeekBlock &block, const QRect &inner, const QColor &ink)
{
    const QFont strong = m_theme.font(type::caption, QFont::DemiBold);
    m_painter.setFont(strong);
    m_painter.setPen(ink);
    if (block.more > 0) {
        m_painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, tr("+%1", "that many more").arg(block.more));
        return;
    }
    if (inner.width() - shapeWidth() < narrowestWord()) {
        paintInitials(block, inner, ink);
        return;
    }
    const Phase phase = m_scene.model.phase(block.row);
    const QModelIndex index = m_scene.model.index(block.row);
    const int line = lineHeight();
    const QColor toneInk = toneColors(PhaseText::tone(phase), m_colors).ink;
    const QString time = index.data(AgendaModel::StartTimeRole).toString();
    const int indent = shapeWidth();
    QRect timeRect(inner.left(), inner.top(), inner.width(), line);
    QRect namesRect = timeRect.translated(0, line);
    // The shape of the state goes with the time; where both do not fit, with the names.
    const bool narrow = indent + QFontMetrics(strong).horizontalAdvance(time) > inner.width();
    QRect &shaped = narrow ? namesRect : timeRect;
    const QPoint shapeAt = shaped.topLeft();
    shaped.setLeft(shaped.left() + indent);
    m_painter.drawPixmap(shapeAt, m_theme.pixmap(PhaseText::iconName(phase), shapeSide(), toneInk,
                                                 m_painter.device()->devicePixelRatioF()));
    const QFont plain = m_theme.font(type::caption);
    const QFontMetrics metrics(plain);
    const QString state = PhaseText::words(phase);
    // The state in words has a line of its own; in half an hour or less it stands behind the time, and where both do
    // not fit in its place: when it is can be read off the scale.
    const bool isShort = inner.height() < 3 * line;
    const int timeWidth = QFontMetrics(strong).horizontalAdvance(time) + spacing::s;
    const bool timeFits = timeRect.width() - timeWidth >= metrics.horizontalAdvance(state);
    const bool replacesTime = isShort && !timeFits && timeRect.width() >= narrowestWord();
    if (!replacesTime)
        m_painter.drawText(timeRect, Qt::AlignLeft | Qt::AlignVCenter, time);
    m_painter.setFont(plain);
    m_painter.drawText(namesRect, Qt::AlignLeft | Qt::AlignVCenter,
                       metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, namesRect.width()));
    if (isShort && !timeFits && !replacesTime)
        return;
    QRect stateRect(inner.left(), inner.top() + 2 * line, inner.width(), line);
    if (isShort)
        stateRect = replacesTime ? timeRect : timeRect.adjusted(timeWidth, 0, 0, 0);
    m_painter.setPen(toneInk);
    m_painter.drawText(stateRect, Qt::AlignLeft | Qt::AlignVCenter,
                       metrics.elidedText(state, Qt::ElideRight, stateRect.width()));
}

/// Of a block that lies beside or under others: when it begins where that fits, then the shape of its state and who
/// comes. All of it is in the tooltip, and in what a screen reader says.
void WeekPainter::paintInitials(const WeekBlock &block, const QRect &inner, const QColor &ink)
{
    const QModelIndex index = m_scene.model.index(block.row);
    const QString time = index.data(AgendaModel::StartTimeRole).toString();
    QRect line(inner.left(), inner.top(), inner.width(), lineHeight());
    m_painter.setPen(ink);
    if (QFontMetrics(m_painter.font()).horizontalAdvance(time) <= inner.width()) {
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, time);
        line.translate(0, lineHeight());
    }
    const Phase phase = m_scene.model.phase(block.row);
    m_painter.drawPixmap(line.topLeft(), m_theme.pixmap(PhaseText::iconName(phase), shapeSide(),
                                                        toneColors(PhaseText::tone(phase), m_colors).ink,
                                                        m_painter.device()->devicePixelRatioF()));
    m_painter.drawText(line.adjusted(shapeWidth(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       index.data(AgendaModel::InitialsRole).toString());
}

void WeekPainter::paintNow()
{
    const QDateTime local = m_scene.model.now().toLocalTime();
    const qint64 day = m_scene.layout.firstDay().daysTo(local.date());
    if (day < 0 || day >= WeekLayout::days)
        return;
    const qreal y = m_grid.top() + m_scene.layout.yOf(local.time()) - m_scene.scrolled;
    const qreal left = m_grid.left() + m_scene.layout.dayLeft(int(day));
    m_painter.setPen(QPen(m_colors.danger, 2));
    m_painter.drawLine(QPointF(left, y), QPointF(m_grid.left() + m_scene.layout.dayLeft(int(day) + 1), y));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colors.danger);
    m_painter.drawEllipse(QPointF(left, y), spacing::xs, spacing::xs);
}

void WeekPainter::paintEmptyHint()
{
    const QFont font = m_theme.font(type::body, QFont::Medium);
    const QString text = tr("No consultations this week");
    const int width = QFontMetrics(font).horizontalAdvance(text) + 2 * spacing::xl;
    QRect box(0, 0, width, size::control + spacing::s);
    box.moveCenter(m_grid.center());
    m_painter.setPen(QPen(m_colors.border, 1));
    m_painter.setBrush(m_colors.surface);
    m_painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius::large, radius::large);
    m_painter.setFont(font);
    m_painter.setPen(m_colors.textMuted);
    m_painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace teleconsult::ui
