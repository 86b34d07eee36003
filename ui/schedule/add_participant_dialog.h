// Adds a participant to a consultation that still waits for some (seed 004, POST …/participants/data).
#pragma once

#include "core/service/teleconsultation_service.h"
#include "ui/schedule/form.h"
#include "ui/schedule/form_dialog.h"
#include "ui/schedule/participant_row.h"

class QLabel;

namespace teleconsult::ui {

/// One person, for the next free seat.
class AddParticipantForm : public Form
{
    Q_OBJECT
public:
    AddParticipantForm(const Teleconsultation &consultation, PeopleSource source, const Privileges &privileges);

    /// People seen before, while somebody types a name.
    void offerPeople(const FindPeople &find);
    ParticipantData person() const;

    bool isChanged() const override;
    bool validate() override;
    bool showServiceError(const Error &error) override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<Error> mistakes() const;
    void showErrors();
    bool focusFirstError();
    void retranslate();

    Teleconsultation m_consultation;
    PeopleSource m_source;
    Privileges m_privileges;
    QLabel *m_hint;
    ParticipantRow *m_row;
    QList<Error> m_serviceErrors;
};

/// Does not own what it is given, all of which must outlive it.
class AddParticipantDialog : public FormDialog
{
    Q_OBJECT
public:
    AddParticipantDialog(service::TeleconsultationService &service, const Teleconsultation &consultation,
                         QWidget *parent);

signals:
    /// Emitted even when the dialog was closed while the service was still at it.
    void added(const QString &id);

protected:
    Words words() const override;
    void send() override;

private:
    AddParticipantDialog(service::TeleconsultationService &service, const QString &id, AddParticipantForm *form,
                         QWidget *parent);

    service::TeleconsultationService &m_service;
    QString m_id;
    AddParticipantForm *m_form;
};

} // namespace teleconsult::ui
