#include "ui/agenda/agenda_content.h"

#include "ui/agenda/agenda_day_view.h"
#include "ui/agenda/agenda_empty_state.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_week_view.h"
#include "ui/agenda/loading_rows.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/tab_order.h"

#include <QEvent>
#include <QStackedLayout>

namespace teleconsult::ui {

AgendaContent::AgendaContent(AgendaModel &model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_stack(new QStackedLayout(this)),
      m_list(new AgendaDayView(model, this)),
      m_loading(new LoadingRows(this)),
      m_rows(m_list)
{
    m_list->setObjectName(QStringLiteral("agendaList"));
    m_loading->setObjectName(QStringLiteral("agendaLoading"));
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_list);
    connect(m_list, &AgendaDayView::selectionMoved, this, [this](const QString &id) {
        // A list that gets the focus makes its first row the current one: that is nobody's choice.
        if (m_painted && m_list->hasSelection())
            emit selectionMoved(id);
    });
    connect(m_list, &AgendaDayView::joinRequested, this, &AgendaContent::joinRequested);
    connect(m_list, &AgendaDayView::openRequested, this, &AgendaContent::openRequested);
    connect(m_list, &AgendaDayView::deleteRequested, this, &AgendaContent::deleteRequested);
    connect(&model, &AgendaModel::stateChanged, this, &AgendaContent::updateForm);
    connect(&model, &AgendaModel::loaded, this, &AgendaContent::updateForm);
    watch(m_list->viewport());
    nameViews();
    updateForm();
}

void AgendaContent::showList()
{
    setRows(m_list);
}

void AgendaContent::showWeek(QDate firstDay)
{
    week()->setFirstDay(firstDay);
    setRows(m_week);
}

bool AgendaContent::showsWeek() const
{
    return m_rows == m_week;
}

void AgendaContent::setRows(QWidget *rows)
{
    m_rows = rows;
    updateForm();
}

void AgendaContent::updateForm()
{
    switch (m_model.state()) {
    case AgendaModel::State::Loading:
        m_stack->setCurrentWidget(showsWeek() ? m_rows : m_loading);
        break;
    case AgendaModel::State::Ready:
        m_stack->setCurrentWidget(m_rows);
        break;
    case AgendaModel::State::Empty:
        m_stack->setCurrentWidget(showsWeek() ? m_rows : words());
        break;
    case AgendaModel::State::Error:
        m_stack->setCurrentWidget(words());
        break;
    }
    // A hidden widget cannot keep the keyboard: until the rows are there it stays here.
    setFocusProxy(m_stack->currentWidget() == m_rows ? m_rows : nullptr);
}

AgendaWeekView *AgendaContent::week()
{
    if (!m_week) {
        m_week = new AgendaWeekView(m_model, this);
        m_week->setObjectName(QStringLiteral("agendaWeek"));
        m_stack->addWidget(m_week);
        orderTabs(this);
        nameViews();
        watch(m_week->viewport());
        connect(m_week, &AgendaWeekView::selectionMoved, this, &AgendaContent::selectionMoved);
        connect(m_week, &AgendaWeekView::joinRequested, this, &AgendaContent::joinRequested);
        connect(m_week, &AgendaWeekView::openRequested, this, &AgendaContent::openRequested);
        connect(m_week, &AgendaWeekView::deleteRequested, this, &AgendaContent::deleteRequested);
        connect(m_week, &AgendaWeekView::slotRequested, this, &AgendaContent::slotRequested);
        connect(m_week, &AgendaWeekView::dayRequested, this, &AgendaContent::dayRequested);
    }
    return m_week;
}

AgendaEmptyState *AgendaContent::words()
{
    if (!m_words) {
        m_words = new AgendaEmptyState(m_model, this);
        m_words->setObjectName(QStringLiteral("agendaEmptyState"));
        m_words->setContentsMargins(0, 0, scrollBarRoom, 0);
        m_words->setDemoOffered(m_demoOffered);
        m_stack->addWidget(m_words);
        orderTabs(this);
        watch(m_words);
        connect(m_words, &AgendaEmptyState::retryRequested, this, &AgendaContent::retryRequested);
        connect(m_words, &AgendaEmptyState::clearSearchRequested, this, &AgendaContent::clearSearchRequested);
        connect(m_words, &AgendaEmptyState::scheduleRequested, this, &AgendaContent::scheduleRequested);
        connect(m_words, &AgendaEmptyState::restoreDemoRequested, this, &AgendaContent::restoreDemoRequested);
    }
    m_words->updateWords();
    return m_words;
}

void AgendaContent::setDemoOffered(bool offered)
{
    m_demoOffered = offered;
    if (m_words)
        m_words->setDemoOffered(offered);
}

void AgendaContent::select(const QString &id)
{
    if (showsWeek())
        m_week->selectId(id);
    else
        m_list->selectRow(m_model.rowOf(id));
}

void AgendaContent::restore(const QString &id)
{
    if (showsWeek())
        m_week->restoreId(id);
    else if (m_list->selectedId() != id || !m_list->hasSelection())
        m_list->restoreRow(m_model.rowOf(id));
}

void AgendaContent::focusRows()
{
    m_rows->setFocus(Qt::ShortcutFocusReason);
    if (!showsWeek() && !m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->selectRow(0);
}

void AgendaContent::scrollToWorkingDay()
{
    if (showsWeek())
        m_week->scrollToWorkingDay();
}

void AgendaContent::nameViews()
{
    m_list->setAccessibleName(tr("Consultations"));
    if (m_week)
        m_week->setAccessibleName(tr("Consultations of the week"));
}

void AgendaContent::watch(QWidget *widget)
{
    if (!m_painted)
        widget->installEventFilter(this);
}

bool AgendaContent::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_painted && event->type() == QEvent::Paint && m_model.state() != AgendaModel::State::Loading) {
        m_painted = true;
        // The paint itself comes right after the filters.
        QMetaObject::invokeMethod(this, &AgendaContent::painted, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void AgendaContent::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameViews();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
