#include "ui/agenda/agenda_empty_state.h"

#include "ui/agenda/agenda_model.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/error_text.h"

#include <QEvent>

namespace teleconsult::ui {

AgendaEmptyState::AgendaEmptyState(const AgendaModel &model, QWidget *parent) : EmptyState(parent), m_model(model)
{
    // The toolbar has the page's one filled button.
    setActionPrimary(false);
    connect(this, &EmptyState::actionTriggered, this, &AgendaEmptyState::onAction);
    connect(this, &EmptyState::secondaryActionTriggered, this, &AgendaEmptyState::restoreDemoRequested);
    updateWords();
}

void AgendaEmptyState::setDemoOffered(bool offered)
{
    m_demoOffered = offered;
    updateWords();
}

void AgendaEmptyState::updateWords()
{
    if (m_model.state() == AgendaModel::State::Error) {
        setIconName(QStringLiteral("alert"), Tone::Warning);
        setHeadline(tr("The agenda cannot be loaded"));
        setSentence(m_model.error() ? errorText(*m_model.error()) : QString());
        setAction(tr("Try again"));
        setSecondaryAction({});
        return;
    }
    if (m_model.range().isSearch()) {
        setIconName(QStringLiteral("search"));
        setHeadline(tr("Nothing found for “%1”").arg(m_model.range().text));
        setSentence(tr("Type the beginning of a first or a last name of somebody who takes part."));
        setAction(tr("Clear search"));
        setSecondaryAction({});
        return;
    }
    const QDate day = m_model.range().first;
    const QDate today = m_model.today();
    setIconName(QStringLiteral("calendar"));
    setHeadline(day == today ? tr("No consultations today")
                             : tr("No consultations on %1", "on Monday 12 May").arg(DateText::longDay(day, today)));
    setSentence(tr("What you schedule appears here, and everyone who takes part gets a link of their own."));
    setAction(tr("Schedule for this day"));
    setSecondaryAction(m_demoOffered ? tr("Restore the demo clinic") : QString());
}

void AgendaEmptyState::onAction()
{
    if (m_model.state() == AgendaModel::State::Error)
        emit retryRequested();
    else if (m_model.range().isSearch())
        emit clearSearchRequested();
    else
        emit scheduleRequested();
}

void AgendaEmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateWords();
    EmptyState::changeEvent(event);
}

} // namespace teleconsult::ui
