#include "ui/agenda/consultation_deletion.h"

#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/person_text.h"

namespace teleconsult::ui {

ConsultationDeletion::ConsultationDeletion(service::TeleconsultationService &service, const Clock &clock,
                                           QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock)
{}

void ConsultationDeletion::ask(const Teleconsultation &consultation, QWidget *asker)
{
    if (isUnderWay(consultation.id))
        return;
    const auto words = [consultation, today = m_clock.now().toLocalTime().date(),
                        privileges = m_service.policy().privileges] {
        const QDateTime start = consultation.schedule.start();
        return ConfirmDialog::Words{
            .title = tr("Delete this consultation?"),
            .sentence = tr("%1, %2, with %3. It disappears from every agenda, and the links handed out stop working. "
                           "This cannot be undone.",
                           "day, times, participants")
                            .arg(DateText::capitalized(DateText::longDay(start.toLocalTime().date(), today)),
                                 DateText::timeRange(start, consultation.schedule.end()),
                                 participantNames(consultation, privileges)),
            .action = tr("Delete consultation"),
            .cancel = tr("Keep it")};
    };
    auto *dialog = new ConfirmDialog(words, asker->window());
    dialog->setObjectName(QStringLiteral("deleteDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, consultation] { remove(consultation); });
    dialog->open();
}

void ConsultationDeletion::remove(const Teleconsultation &consultation)
{
    if (isUnderWay(consultation.id))
        return;
    m_underWay.insert(consultation.id);
    emit begun(consultation.id);
    whenDone(m_service.remove(consultation.id), this, [this, consultation](const Result<void> &result) {
        m_underWay.remove(consultation.id);
        // Somebody else was faster: what was wanted is so.
        if (result || result.error().kind == Error::Kind::NotFound)
            emit deleted(consultation.id);
        else
            emit failed(consultation, result.error());
    });
}

} // namespace teleconsult::ui
