// What the agenda says in place of rows.
#pragma once

#include "ui/widgets/empty_state.h"

namespace teleconsult::ui {

class AgendaModel;

/// Nothing on that day, nothing found, or that the agenda cannot be loaded; each with what can be done about it. Does
/// not own the model.
class AgendaEmptyState : public EmptyState
{
    Q_OBJECT
public:
    AgendaEmptyState(const AgendaModel &model, QWidget *parent);

    /// Whether an empty day offers to make the demo clinic again.
    void setDemoOffered(bool offered);
    /// Looks at the model anew.
    void updateWords();

signals:
    void retryRequested();
    void clearSearchRequested();
    void scheduleRequested();
    void restoreDemoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void onAction();

    const AgendaModel &m_model;
    bool m_demoOffered = false;
};

} // namespace teleconsult::ui
