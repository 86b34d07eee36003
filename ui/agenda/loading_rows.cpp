#include "ui/agenda/loading_rows.h"

#include "ui/agenda/agenda_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QEvent>
#include <QPainter>

namespace teleconsult::ui {

LoadingRows::LoadingRows(QWidget *parent) : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void LoadingRows::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LoadingRows::retranslate()
{
    setAccessibleName(tr("Loading the agenda"));
}

void LoadingRows::paintEvent(QPaintEvent *)
{
    constexpr int rows = 5;
    const Colors &colors = Theme::instance().colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int step = AgendaDelegate::rowHeight();
    for (int row = 0; row < rows; ++row) {
        const QRect card = AgendaDelegate::plainCardRect(QRect(0, row * step, width() - scrollBarRoom, step));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.surfaceSunken);
        const int bar = spacing::m;
        painter.drawRoundedRect(0, card.center().y() - bar / 2, size::control, bar, radius::small, radius::small);
        painter.setPen(QPen(colors.border, 1));
        painter.setBrush(colors.surface);
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius::large, radius::large);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.surfaceSunken);
        // As wide as names usually are, and not all the same.
        const int words = card.width() * (4 + row * 3 % 4) / 14;
        painter.drawRoundedRect(card.left() + spacing::l, card.top() + spacing::l + 2, words, bar, radius::small,
                                radius::small);
        painter.drawRoundedRect(card.left() + spacing::l, card.bottom() - spacing::l - bar, words / 2, bar,
                                radius::small, radius::small);
    }
}

} // namespace teleconsult::ui
