#include "ui/widgets/tab_order.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLayout>
#include <QMainWindow>
#include <QScrollArea>

namespace teleconsult::ui {

namespace {

void collect(QWidget *widget, QList<QWidget *> &order);

void collect(QLayout *layout, QList<QWidget *> &order)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), order);
        else if (item->layout())
            collect(item->layout(), order);
    }
}

void collect(QWidget *widget, QList<QWidget *> &order)
{
    // Of exclusive buttons only the checked one takes Tab at the moment: the others have their place all the same. What
    // is inside of a control is the control's own affair.
    if (widget->focusPolicy() != Qt::NoFocus)
        order << widget;
    else if (const auto *area = qobject_cast<QScrollArea *>(widget); area && area->widget())
        collect(area->widget(), order);
    else if (widget->layout())
        collect(widget->layout(), order);
}

} // namespace

void orderTabs(const QWidget *widget)
{
    QWidget *window = widget->window();
    const auto *mainWindow = qobject_cast<QMainWindow *>(window);
    QWidget *root = mainWindow ? mainWindow->centralWidget() : window;
    QList<QWidget *> order;
    if (root && root->layout())
        collect(root->layout(), order);
    for (int i = 1; i < int(order.size()); ++i)
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
}

void tabToChecked(QButtonGroup *group)
{
    const auto letTabStop = [](QAbstractButton *button, bool checked) {
        button->setFocusPolicy(checked ? Qt::StrongFocus : Qt::ClickFocus);
    };
    for (QAbstractButton *button : group->buttons())
        letTabStop(button, button->isChecked());
    QObject::connect(group, &QButtonGroup::buttonToggled, group, letTabStop);
}

} // namespace teleconsult::ui
