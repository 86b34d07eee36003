// Changes when a consultation takes place (seed 004, PATCH).
#pragma once

#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/schedule/form.h"
#include "ui/schedule/form_dialog.h"

class QLabel;

namespace teleconsult::ui {

class WhenEditor;

/// Begins with the times on record. The clock must outlive it.
class RescheduleForm : public Form
{
    Q_OBJECT
public:
    RescheduleForm(const Teleconsultation &consultation, const Clock &clock);

    TeleconsultationChange change() const;

    bool isChanged() const override;
    bool validate() override;
    bool showServiceError(const Error &error) override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showErrors();
    bool focusFirstError();
    void retranslate();

    Teleconsultation m_consultation;
    WhenEditor *m_when;
    QLabel *m_hint;
    TeleconsultationChange m_beginning;
    QList<Error> m_serviceErrors;
};

/// Sends nothing when nothing was changed. Does not own what it is given, all of which must outlive it.
class RescheduleDialog : public FormDialog
{
    Q_OBJECT
public:
    RescheduleDialog(service::TeleconsultationService &service, const Teleconsultation &consultation,
                     const Clock &clock, QWidget *parent);

signals:
    /// Emitted even when the dialog was closed while the service was still at it.
    void rescheduled(const QString &id);

protected:
    Words words() const override;
    void send() override;

private:
    RescheduleDialog(service::TeleconsultationService &service, const QString &id, RescheduleForm *form,
                     QWidget *parent);

    service::TeleconsultationService &m_service;
    QString m_id;
    RescheduleForm *m_form;
};

} // namespace teleconsult::ui
