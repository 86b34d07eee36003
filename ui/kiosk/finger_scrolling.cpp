#include "ui/kiosk/finger_scrolling.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPlainTextEdit>
#include <QScroller>
#include <QScrollerProperties>
#include <QTextEdit>
#include <QVariant>

namespace teleconsult::ui {

FingerScrolling::FingerScrolling(QWidget *window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

FingerScrolling::~FingerScrolling() = default;

/// Each widget is told once, before it is shown for the first time.
bool FingerScrolling::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        auto *area = qobject_cast<QAbstractScrollArea *>(watched);
        if (area && area->window() == m_window)
            enable(area);
    }
    return QObject::eventFilter(watched, event);
}

void FingerScrolling::enable(QAbstractScrollArea *area)
{
    if (qobject_cast<QPlainTextEdit *>(area) || qobject_cast<QTextEdit *>(area))
        return;
    if (auto *list = qobject_cast<QAbstractItemView *>(area)) {
        list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    }
    QScroller *scroller = QScroller::scroller(area->viewport());
    QScrollerProperties properties = scroller->scrollerProperties();
    // A page that is pulled off its edge looks broken to whoever has not met it.
    const QVariant never = QVariant::fromValue(QScrollerProperties::OvershootAlwaysOff);
    properties.setScrollMetric(QScrollerProperties::VerticalOvershootPolicy, never);
    properties.setScrollMetric(QScrollerProperties::HorizontalOvershootPolicy, never);
    scroller->setScrollerProperties(properties);
    // A touch arrives as the left button where nobody takes it as a touch.
    QScroller::grabGesture(area->viewport(), QScroller::LeftMouseButtonGesture);
}

} // namespace teleconsult::ui
