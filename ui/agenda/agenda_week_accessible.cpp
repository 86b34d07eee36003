#include "ui/agenda/agenda_week_accessible.h"

#include "ui/agenda/agenda_week_view.h"

#include <QPointer>

namespace teleconsult::ui {

namespace {

/// One block. Looks everything up in the view when asked, and is invalid when the view has fewer blocks by then.
class BlockAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BlockAccessible(AgendaWeekView *view, int block) : m_view(view), m_block(block) {}

    int block() const { return m_block; }

    bool isValid() const override { return m_view && m_block < m_view->blocks().size(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->blockText(m_block) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->blockRect(m_block);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isCurrent = m_view->currentBlock() == m_block;
        state.focusable = true;
        state.focused = isCurrent && m_view->hasFocus();
        state.selectable = m_view->isConsultation(m_block);
        state.selected = isCurrent && state.selectable;
        state.offscreen = !m_view->blockRect(m_block).intersects(m_view->viewport()->rect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_view->activateBlock(m_block);
    }

private:
    QPointer<AgendaWeekView> m_view;
    int m_block;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<AgendaWeekView *>(object);
    return view ? new AgendaWeekAccessible(view) : nullptr;
}

} // namespace

void AgendaWeekAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void AgendaWeekAccessible::announceFocus(AgendaWeekView *view, int block)
{
    if (!view->hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(block);
    QAccessible::updateAccessibility(&event);
}

AgendaWeekAccessible::AgendaWeekAccessible(AgendaWeekView *view) : QAccessibleWidget(view, QAccessible::List) {}

AgendaWeekAccessible::~AgendaWeekAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

AgendaWeekView *AgendaWeekAccessible::view() const
{
    return static_cast<AgendaWeekView *>(widget());
}

int AgendaWeekAccessible::childCount() const
{
    return int(view()->blocks().size());
}

QAccessibleInterface *AgendaWeekAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (!m_children.contains(index))
        m_children.insert(index, QAccessible::registerAccessibleInterface(new BlockAccessible(view(), index)));
    return QAccessible::accessibleInterface(m_children.value(index));
}

int AgendaWeekAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *block = dynamic_cast<const BlockAccessible *>(child);
    return block ? block->block() : -1;
}

QAccessibleInterface *AgendaWeekAccessible::focusChild() const
{
    return view()->hasFocus() ? child(view()->currentBlock()) : nullptr;
}

QAccessibleInterface *AgendaWeekAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *block = child(i);
        if (block && block->rect().contains(x, y))
            return block;
    }
    return nullptr;
}

} // namespace teleconsult::ui
