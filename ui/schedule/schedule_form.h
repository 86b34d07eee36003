// The form that schedules a consultation.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/teleconsultation.h"
#include "ui/schedule/form.h"
#include "ui/schedule/people_offer.h"

class QLabel;

namespace teleconsult::ui {

class Field;
class ParticipantsEditor;
enum class PeopleSource;
class WhenEditor;

/// Collects a request and checks it with every change: the rules are those of check(), or of checkByIds() where people
/// are looked up. The clock must outlive the form.
class ScheduleForm : public Form
{
    Q_OBJECT
public:
    ScheduleForm(PeopleSource source, const Privileges &privileges, const StationIdentity &station, const Clock &clock,
                 QWidget *parent);

    /// Local time. What the form says then is where it begins: isChanged() is false.
    void setStart(const QDateTime &local);

    /// How long it takes, likewise.
    void setLength(std::chrono::minutes length);

    /// People seen before, while somebody types a name.
    void offerPeople(const FindPeople &find);

    TeleconsultationRequest request() const;

    bool isChanged() const override;
    bool validate() override;
    bool showServiceError(const Error &error) override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<Field *> fields() const;
    QList<Error> mistakes() const;
    void showErrors();
    bool focusFirstError();
    void retranslate();

    PeopleSource m_source;
    Privileges m_privileges;
    QLabel *m_whenTitle;
    WhenEditor *m_when;
    QLabel *m_participantsTitle;
    ParticipantsEditor *m_participants;
    QList<Error> m_serviceErrors;
    TeleconsultationRequest m_beginning;
    bool m_startGiven = false;
};

} // namespace teleconsult::ui
