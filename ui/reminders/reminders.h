// Reminds the person at this station of what is about to begin.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/domain/reminder.h"
#include "core/service/teleconsultation_service.h"
#include "ui/reminders/attention.h"
#include "ui/reminders/notifier.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimer>

namespace teleconsult::ui {

class ComingConsultations;

/// Says through a Notifier when a consultation is about to open, when it is open, and when somebody is in its room; of
/// those only that the station's person takes part in, once each, and nothing during a call: what is then still true is
/// said afterwards. Nor of the one that the person has open already, and waits for.
///
/// That somebody waits is known from two facts: the record says that a call is going on (another station of the clinic
/// has joined), or Kaleyra calls the room RUNNING (reference/kaleyra-video-api.md §2.3), for which the service is asked
/// once a minute while a room of this person's is open and nobody is known to be there. No consultation is asked for
/// more often, and after errors more and more seldom, up to every four minutes. Where it is known whose they are
/// (ComingConsultations::isOwn), that one opens soon is said without asking, and after an error that may pass what the
/// list tells: a service that does not answer costs nobody a reminder. Whether Kaleyra calls a room RUNNING
/// from the first person on or from the second is not documented. Does not own what it is given, all of which must
/// outlive it.
class Reminders : public QObject
{
    Q_OBJECT
public:
    /// What they work with; all of it must outlive them.
    struct Parts
    {
        service::TeleconsultationService &service;
        const config::Settings &settings;
        const Clock &clock;
        const ComingConsultations &coming;
        Notifier &notifier;
        Attention attention;
    };

    explicit Reminders(Parts parts, QObject *parent = nullptr);

public slots:
    /// Looks whether there is something to say, or to take back. It does so by itself when the list is read and when
    /// the time comes; to be called when a call has begun or ended, one is waited for, or the settings have changed.
    void look();

private:
    /// Who is reminded of what: a change of either is another question.
    struct Asked
    {
        QString person;
        QString consultationId;
        QString revision;

        friend bool operator==(const Asked &, const Asked &) = default;
        friend size_t qHash(const Asked &asked, size_t seed = 0)
        {
            return qHashMulti(seed, asked.person, asked.consultationId, asked.revision);
        }
    };

    /// How often one question was asked.
    struct Asking
    {
        QDateTime last;
        int errors = 0; ///< In a row.
    };

    bool mayAsk(const Asked &asked) const;
    void consider(const Teleconsultation &consultation, const Reminder &reminder);
    void onAdmission(const Asked &asked, const Reminder &reminder, const Result<service::Admission> &admission);
    void sayWhatIsKnown(const Reminder &reminder);
    /// This, or more of the same opening.
    bool isSaid(const Reminder &reminder) const;
    void say(const Teleconsultation &consultation, const Reminder &reminder);
    bool isNeedless(const QString &id) const;
    void withdrawWhatIsPast(const QList<Reminder> &reminders);
    void scheduleNextLook();
    Notice noticeOf(const Teleconsultation &consultation, const Reminder &reminder) const;
    QString sentence(const Teleconsultation &consultation, const Reminder &reminder) const;

    Parts m_parts;
    QTimer m_next;
    QHash<QString, Reminder> m_said; ///< The last one said of each consultation.
    QSet<QString> m_standing;        ///< Consultations that a notice may still stand of.
    QSet<QString> m_putOff; ///< Taken back while they were waited for: said again to who has thought better of it.
    QSet<Asked> m_notMine;
    QHash<Asked, Asking> m_asking;
};

} // namespace teleconsult::ui
