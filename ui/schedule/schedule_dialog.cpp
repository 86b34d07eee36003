#include "ui/schedule/schedule_dialog.h"

#include "ui/schedule/participant_row.h"
#include "ui/schedule/schedule_form.h"

namespace teleconsult::ui {

ScheduleDialog::ScheduleDialog(service::TeleconsultationService &service, ScheduleForm *form, QWidget *parent)
    : FormDialog(QStringLiteral("schedule"), form, QSize(880, 720), parent), m_service(service), m_form(form)
{}

ScheduleDialog::ScheduleDialog(service::TeleconsultationService &service, config::Settings &settings,
                               const Clock &clock, QWidget *parent)
    : ScheduleDialog(
          service,
          new ScheduleForm(peopleSourceOf(service), service.policy().privileges, settings.station(), clock, nullptr),
          parent)
{
    m_form->setLength(settings.usualLength());
    m_form->offerPeople([&service](QString words) { return service.peopleSeen(std::move(words)); });
    retranslate();
}

void ScheduleDialog::setStart(const QDateTime &local)
{
    m_form->setStart(local);
}

FormDialog::Words ScheduleDialog::words() const
{
    return {.title = tr("Schedule a consultation"),
            .submit = tr("Schedule"),
            .submitting = tr("Scheduling…"),
            .notDone = tr("Not scheduled."),
            .closingEarly = tr("Close while scheduling?"),
            .closingMeans = tr("The consultation is scheduled all the same, and then appears in the agenda. If it "
                               "cannot be, this form comes back."),
            .discardedMeans = tr("This consultation has not been scheduled.")};
}

void ScheduleDialog::send()
{
    whenDone(m_service.create(m_form->request()), this, [this](const Result<QString> &result) {
        finish(result ? Result<void>() : failure(result.error()), [&] { emit scheduled(*result); });
    });
}

} // namespace teleconsult::ui
