// One consultation of the agenda, painted.
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace teleconsult::ui {

/// Paints a row: the heading of its day and the line of the current time where they belong, the time at the left, a
/// card with who takes part, the state, and a button to enter. Cheap enough for any number of rows: heights follow from
/// roles alone, no text is measured for them.
class AgendaDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the card is in an item's rectangle.
    static QRect cardRect(const QRect &item, const QModelIndex &index);
    /// Height of a row of its own, without a heading or a line; its card within such a row.
    static int rowHeight();
    static QRect plainCardRect(const QRect &row);
    /// Where the button is; empty when the row offers none.
    static QRect buttonRect(const QRect &item, const QModelIndex &index);

    /// The row whose button the pointer is on, or is pressing.
    void setHovered(const QModelIndex &index) { m_hovered = index; }
    const QPersistentModelIndex &hovered() const { return m_hovered; }
    void setPressed(const QModelIndex &index) { m_pressed = index; }
    const QPersistentModelIndex &pressed() const { return m_pressed; }

private:
    void paintTime(QPainter *painter, const QRect &card, const QModelIndex &index) const;
    void paintCard(QPainter *painter, const QRect &card, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintWords(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintButton(QPainter *painter, const QRect &button, const QModelIndex &index) const;
    void paintNow(QPainter *painter, const QRect &item, const QModelIndex &index) const;

    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_pressed;
};

} // namespace teleconsult::ui
