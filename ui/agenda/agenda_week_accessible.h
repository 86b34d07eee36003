// The painted week as assistive technology sees it: a list of consultations.
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace teleconsult::ui {

class AgendaWeekView;

/// Made by Qt for each AgendaWeekView; owns the interfaces of its blocks.
class AgendaWeekAccessible : public QAccessibleWidget
{
public:
    /// Tells Qt about this class; more than once does no harm.
    static void install();
    static void announceFocus(AgendaWeekView *view, int block);

    explicit AgendaWeekAccessible(AgendaWeekView *view);
    ~AgendaWeekAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessibleInterface *childAt(int x, int y) const override;

private:
    AgendaWeekView *view() const;

    mutable QHash<int, QAccessible::Id> m_children;
};

} // namespace teleconsult::ui
