// Schedules a consultation.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/schedule/form_dialog.h"

namespace teleconsult::ui {

class ScheduleForm;

/// Does not own what it is given, all of which must outlive it.
class ScheduleDialog : public FormDialog
{
    Q_OBJECT
public:
    ScheduleDialog(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                   QWidget *parent);

    /// Where the form begins; to be called before anything is entered.
    void setStart(const QDateTime &local);

signals:
    /// Emitted even when the dialog was closed while the service was still at it.
    void scheduled(const QString &id);

protected:
    Words words() const override;
    void send() override;

private:
    ScheduleDialog(service::TeleconsultationService &service, ScheduleForm *form, QWidget *parent);

    service::TeleconsultationService &m_service;
    ScheduleForm *m_form;
};

} // namespace teleconsult::ui
