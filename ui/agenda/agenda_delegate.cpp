#include "ui/agenda/agenda_delegate.h"

#include "ui/agenda/agenda_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/phase_text.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int gap = spacing::s;
constexpr int buttonPadding = spacing::l;

int lineHeight()
{
    return scaled(spacing::xl);
}

/// Who comes, and below the state.
int cardHeight()
{
    return 2 * lineHeight() + 2 * spacing::m + spacing::xs;
}

int headingHeight()
{
    return lineHeight() + spacing::l + spacing::xs;
}

int markerHeight()
{
    return scaled(spacing::l);
}

/// Where the times stand, with what keeps them off the cards.
int timeColumn()
{
    return scaled(size::control + spacing::s) + spacing::m;
}

bool isQuiet(Phase phase)
{
    return phase == Phase::Held || phase == Phase::NotHeld;
}

AgendaModel::Entry entryOf(const QModelIndex &index)
{
    return index.data(AgendaModel::EntryRole).value<AgendaModel::Entry>();
}

AgendaModel::NowMarker markerOf(const QModelIndex &index)
{
    return index.data(AgendaModel::NowMarkerRole).value<AgendaModel::NowMarker>();
}

QString buttonText(AgendaModel::Entry entry)
{
    switch (entry) {
    case AgendaModel::Entry::Join:
        return AgendaModel::tr("Join");
    case AgendaModel::Entry::Wait:
        return AgendaModel::tr("Wait", "for a consultation to open");
    case AgendaModel::Entry::ReEnter:
        return AgendaModel::tr("Re-enter");
    case AgendaModel::Entry::None:
        break;
    }
    return {};
}

QFont buttonFont(AgendaModel::Entry entry)
{
    return Theme::instance().font(type::body, entry == AgendaModel::Entry::Join ? QFont::DemiBold : QFont::Medium);
}

int buttonWidth()
{
    // One width for all, so that the buttons of a day stand in a column.
    int widest = 0;
    for (const AgendaModel::Entry entry :
         {AgendaModel::Entry::Join, AgendaModel::Entry::Wait, AgendaModel::Entry::ReEnter})
        widest = std::max(widest, QFontMetrics(buttonFont(entry)).horizontalAdvance(buttonText(entry)));
    return widest + size::icon + spacing::s + 2 * buttonPadding;
}

} // namespace

QSize AgendaDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    int height = rowHeight();
    if (!index.data(AgendaModel::DayHeadingRole).toString().isEmpty())
        height += headingHeight();
    if (markerOf(index) != AgendaModel::NowMarker::None)
        height += markerHeight();
    return {10 * size::control, height};
}

int AgendaDelegate::rowHeight()
{
    return cardHeight() + gap;
}

QRect AgendaDelegate::plainCardRect(const QRect &row)
{
    return {row.left() + timeColumn(), row.top(), row.width() - timeColumn(), cardHeight()};
}

QRect AgendaDelegate::cardRect(const QRect &item, const QModelIndex &index)
{
    QRect card = plainCardRect(item);
    if (!index.data(AgendaModel::DayHeadingRole).toString().isEmpty())
        card.setTop(card.top() + headingHeight());
    if (markerOf(index) == AgendaModel::NowMarker::Before)
        card.setTop(card.top() + markerHeight());
    card.setHeight(cardHeight());
    return card;
}

QRect AgendaDelegate::buttonRect(const QRect &item, const QModelIndex &index)
{
    if (entryOf(index) == AgendaModel::Entry::None)
        return {};
    const QRect card = cardRect(item, index);
    const int width = buttonWidth();
    return {card.right() + 1 - spacing::l - width, card.top() + (card.height() - size::control) / 2, width,
            size::control};
}

void AgendaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const QString heading = index.data(AgendaModel::DayHeadingRole).toString();
    if (!heading.isEmpty()) {
        painter->setFont(theme.font(type::body, QFont::DemiBold));
        painter->setPen(theme.colors().text);
        painter->drawText(QRect(option.rect.left(), option.rect.top(), option.rect.width(), headingHeight()),
                          Qt::AlignLeft | Qt::AlignVCenter, heading);
    }
    const QRect card = cardRect(option.rect, index);
    paintTime(painter, card, index);
    paintCard(painter, card, option, index);
    paintNow(painter, option.rect, index);
    painter->restore();
}

void AgendaDelegate::paintTime(QPainter *painter, const QRect &card, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const Phase phase = Phase(index.data(AgendaModel::PhaseRole).toInt());
    const QRect column(card.left() - timeColumn(), card.top(), timeColumn() - spacing::m, card.height());
    const int middle = column.center().y();

    painter->setFont(theme.font(type::body, QFont::DemiBold));
    painter->setPen(isQuiet(phase) ? theme.colors().textMuted : theme.colors().text);
    painter->drawText(QRect(column.left(), middle - lineHeight(), column.width(), lineHeight()),
                      Qt::AlignLeft | Qt::AlignVCenter, index.data(AgendaModel::StartTimeRole).toString());
    painter->setFont(theme.font(type::caption));
    painter->setPen(theme.colors().textMuted);
    painter->drawText(QRect(column.left(), middle, column.width(), lineHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(AgendaModel::EndTimeRole).toString());
}

void AgendaDelegate::paintCard(QPainter *painter, const QRect &card, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Colors &colors = Theme::instance().colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    const bool hovered = option.state & QStyle::State_MouseOver;

    QPen outline(colors.border, 1);
    if (focused)
        outline = QPen(colors.focus, 2);
    else if (selected)
        outline = QPen(colors.accent, 1);
    else if (hovered)
        outline = QPen(colors.controlBorder, 1);
    const qreal inset = outline.widthF() / 2;
    painter->setPen(outline);
    painter->setBrush(selected ? colors.accentSoft : colors.surface);
    painter->drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), radius::large, radius::large);

    const QRect button = buttonRect(option.rect, index);
    QRect words = card.adjusted(spacing::l, 0, -spacing::l, 0);
    if (!button.isEmpty())
        words.setRight(button.left() - spacing::l);
    paintWords(painter, words, index);
    if (!button.isEmpty())
        paintButton(painter, button, index);
}

void AgendaDelegate::paintWords(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const Phase phase = Phase(index.data(AgendaModel::PhaseRole).toInt());

    const QFont nameFont = theme.font(type::body, QFont::DemiBold);
    const QRect first(area.left(), area.top() + spacing::m, area.width(), lineHeight());
    painter->setFont(nameFont);
    painter->setPen(isQuiet(phase) ? theme.colors().textMuted : theme.colors().text);
    painter->drawText(
        first, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(nameFont).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, first.width()));

    QRect second(area.left(), area.bottom() + 1 - spacing::m - lineHeight(), area.width(), lineHeight());
    const Pill pill = PhaseText::pill(phase);
    StatusPill::paint(painter, second, pill);
    second.setLeft(second.left() + StatusPill::sizeOf(pill).width() + spacing::m);
    const QFont detailFont = theme.font(type::caption);
    painter->setFont(detailFont);
    painter->setPen(theme.colors().textMuted);
    if (second.width() > size::control)
        painter->drawText(
            second, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(detailFont)
                .elidedText(index.data(AgendaModel::DetailRole).toString(), Qt::ElideRight, second.width()));
}

void AgendaDelegate::paintButton(QPainter *painter, const QRect &button, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const Colors &colors = theme.colors();
    const AgendaModel::Entry entry = entryOf(index);
    const bool primary = entry == AgendaModel::Entry::Join;
    const bool hovered = m_hovered == index;
    const bool pressed = m_pressed == index;

    QColor ground = primary ? colors.accent : colors.surface;
    if (hovered || pressed)
        ground = primary ? colors.accentHover : colors.surfaceSunken;
    painter->setPen(primary ? QPen(Qt::NoPen) : QPen(colors.controlBorder, 1));
    painter->setBrush(ground);
    const qreal inset = primary ? 0 : 0.5;
    painter->drawRoundedRect(QRectF(button).adjusted(inset, inset, -inset, -inset), radius::medium, radius::medium);

    const QColor ink = primary ? colors.onAccent : colors.text;
    const QFont font = buttonFont(entry);
    const QString text = buttonText(entry);
    const int content = size::icon + spacing::s + QFontMetrics(font).horizontalAdvance(text);
    const QPoint iconAt(button.left() + (button.width() - content) / 2, button.center().y() - size::icon / 2 + 1);
    painter->drawPixmap(
        iconAt, theme.pixmap(entry == AgendaModel::Entry::Wait ? QStringLiteral("clock") : QStringLiteral("video"),
                             size::icon, ink, painter->device()->devicePixelRatioF()));
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(button.adjusted(iconAt.x() - button.left() + size::icon + spacing::s, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter, text);
}

void AgendaDelegate::paintNow(QPainter *painter, const QRect &item, const QModelIndex &index) const
{
    const AgendaModel::NowMarker marker = markerOf(index);
    if (marker == AgendaModel::NowMarker::None)
        return;
    const Colors &colors = Theme::instance().colors();
    const QRect card = cardRect(item, index);
    // In the middle of the free strip between two cards; above the first card the strip has no gap of its own.
    const int free = markerHeight() + gap;
    const qreal y = marker == AgendaModel::NowMarker::Before ? card.top() - free / 2.0 : card.bottom() + 1 + free / 2.0;
    const qreal dot = spacing::xs;
    painter->setPen(QPen(colors.danger, 2));
    painter->drawLine(QPointF(card.left(), y), QPointF(card.right(), y));
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.danger);
    painter->drawEllipse(QPointF(card.left(), y), dot, dot);
    painter->setFont(Theme::instance().font(type::caption, QFont::DemiBold));
    painter->setPen(colors.danger);
    painter->drawText(QRectF(item.left(), y - lineHeight() / 2.0, timeColumn() - spacing::s, lineHeight()),
                      Qt::AlignLeft | Qt::AlignVCenter, AgendaModel::tr("Now"));
}

} // namespace teleconsult::ui
