// Consultations that are scheduled, changed or deleted from the agenda.
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/agenda/details_pane.h"
#include "ui/schedule/add_participant_dialog.h"
#include "ui/schedule/local_time.h"
#include "ui/schedule/reschedule_dialog.h"
#include "ui/schedule/schedule_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"

namespace teleconsult::ui {

void AgendaPage::schedule()
{
    QDateTime next = nextHalfHour(m_clock.now().toLocalTime());
    // The same hour, on the day that is looked at.
    if (m_date > next.date())
        next.setDate(m_date);
    scheduleAt(next);
}

void AgendaPage::scheduleAt(const QDateTime &local)
{
    auto *dialog = new ScheduleDialog(m_service, m_settings, m_clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setStart(local);
    connect(dialog, &ScheduleDialog::scheduled, this, &AgendaPage::onScheduled);
    dialog->open();
}

void AgendaPage::rescheduleSelected()
{
    m_details->reschedule();
}

void AgendaPage::reschedule(const Teleconsultation &consultation)
{
    auto *dialog = new RescheduleDialog(m_service, consultation, m_clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RescheduleDialog::rescheduled, this, &AgendaPage::showOnItsDay);
    dialog->open();
}

void AgendaPage::addParticipant(const Teleconsultation &consultation)
{
    auto *dialog = new AddParticipantDialog(m_service, consultation, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddParticipantDialog::added, this, &AgendaPage::onScheduled);
    dialog->open();
}

void AgendaPage::onScheduled(const QString &id)
{
    showConsultation(id);
    m_wantedId = id;
    m_model->reload(false);
}

void AgendaPage::askToDelete(const QString &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_deletion->ask(m_model->consultation(row), this);
}

void AgendaPage::onDeletionFailed(const Teleconsultation &consultation, const Error &error)
{
    m_notice->say({.topic = AgendaNotice::Topic::Deletion,
                   .tone = Tone::Danger,
                   .iconName = QStringLiteral("alert"),
                   .text =
                       [consultation, error, privileges = m_service.policy().privileges] {
                           return tr("The consultation was not deleted (%1). %2", "participants, why")
                               .arg(participantNames(consultation, privileges), errorText(error));
                       },
                   .action = [] { return tr("Try again"); },
                   .onAction = [this, consultation] { m_deletion->remove(consultation); }});
}

void AgendaPage::onDeleted(const QString &id)
{
    // The next one takes its place under the eye.
    const int row = m_model->rowOf(id);
    if (id == m_selectedId && row >= 0) {
        const int neighbour = row + 1 < m_model->rowCount() ? row + 1 : row - 1;
        m_selectedId = neighbour >= 0 ? m_model->consultation(neighbour).id : QString();
    }
    m_model->reload(false);
}

} // namespace teleconsult::ui
