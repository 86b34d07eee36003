// What stands under the agenda's toolbar.
#pragma once

#include <QDate>
#include <QWidget>

class QStackedLayout;

namespace teleconsult::ui {

class AgendaDayView;
class AgendaEmptyState;
class AgendaModel;
class AgendaWeekView;

/// The agenda in the form that fits what the model holds: a list or a week of rows, rows that are loading, or words in
/// place of rows. The week and the words are made when they are first needed. Does not own the model.
class AgendaContent : public QWidget
{
    Q_OBJECT
public:
    AgendaContent(AgendaModel &model, QWidget *parent);

    /// The form that rows take. The week begins with that day.
    void showList();
    void showWeek(QDate firstDay);

    /// Selects in the form that is shown, and brings it into view; empty or not among the rows: nothing.
    void select(const QString &id);
    /// The same after it was read again: what is looked at stays where it is.
    void restore(const QString &id);
    /// Takes the keyboard to the rows.
    void focusRows();
    void scrollToWorkingDay();
    /// Whether empty days offer to make the demo clinic again.
    void setDemoOffered(bool offered);

signals:
    /// A person moved it.
    void selectionMoved(const QString &id);
    void joinRequested(const QString &id);
    void openRequested(const QString &id);
    void deleteRequested(const QString &id);
    void dayRequested(QDate day);
    void slotRequested(const QDateTime &localStart);
    void retryRequested();
    void clearSearchRequested();
    void scheduleRequested();
    void restoreDemoRequested();
    /// What the first load brought has been painted. Emitted once.
    void painted();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool showsWeek() const;
    void setRows(QWidget *rows);
    void updateForm();
    AgendaWeekView *week();
    AgendaEmptyState *words(); ///< Up to date.
    void watch(QWidget *widget);
    void nameViews();

    AgendaModel &m_model;
    QStackedLayout *m_stack;
    AgendaDayView *m_list;
    QWidget *m_loading;
    QWidget *m_rows; ///< The list or the week.
    AgendaWeekView *m_week = nullptr;
    AgendaEmptyState *m_words = nullptr;
    bool m_demoOffered = false;
    bool m_painted = false;
};

} // namespace teleconsult::ui
