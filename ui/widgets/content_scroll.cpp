#include "ui/widgets/content_scroll.h"

#include "ui/theme/theme.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// Between a dialog and the edges of the screen, with the window manager's frame.
constexpr int screenMargin = 64;

} // namespace

ContentScroll::ContentScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    keepScrollBarRoom(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ContentScroll::sizeHint() const
{
    return widget()->sizeHint() + QSize(scrollBarRoom, 0);
}

QSize ContentScroll::minimumSizeHint() const
{
    // A dialog that grows, say by a mistake that is told of, is made larger rather than scrolled while there is room
    // for the rest of it too.
    const int highest = screen()->availableSize().height() * 3 / 5;
    const int width = widget()->minimumSizeHint().width() + scrollBarRoom;
    return {width, std::min(heightForWidth(std::max(width, this->width())), highest)};
}

int ContentScroll::heightForWidth(int width) const
{
    const int content = width - scrollBarRoom;
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(content) : widget()->sizeHint().height();
}

bool ContentScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return handled;
}

namespace {

QSize roomFor(const QDialog *dialog)
{
    return dialog->screen()->availableSize() - QSize(screenMargin, screenMargin);
}

} // namespace

void fitToScreen(QDialog *dialog, int width)
{
    const QSize available = roomFor(dialog);
    dialog->ensurePolished();
    const QLayout *layout = dialog->layout();
    // A minimum that is set takes the place of what the layout needs.
    const int wide = std::min(std::max(scaled(width), layout->totalMinimumSize().width()), available.width());
    dialog->setMinimumWidth(wide);
    const int high = layout->hasHeightForWidth() ? layout->totalHeightForWidth(wide) : layout->totalSizeHint().height();
    dialog->resize(wide, std::min(high, available.height()));
}

void sizeToScreen(QDialog *dialog, const QSize &size)
{
    dialog->resize(QSize(scaled(size.width()), scaled(size.height())).boundedTo(roomFor(dialog)));
}

} // namespace teleconsult::ui
