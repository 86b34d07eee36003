// One consultation, and what can be done with it.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace teleconsult::ui {

class ConsultationDeletion;
class EmptyState;
class ParticipantList;
class SharingMenu;
class StatusPill;

/// When, who, how it stands; joining, inviting, sharing, changing and deleting. Nothing selected is a state of its own.
/// Whether the station's person takes part is asked of the service for each consultation, without waiting for the
/// answer. The phase follows the clock by itself. Does not own what it is given, all of which must outlive it.
class ConsultationDetails : public QWidget
{
    Q_OBJECT
public:
    ConsultationDetails(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                        ConsultationDeletion &deletion, QWidget *parent);

    void setConsultation(const std::optional<Teleconsultation> &consultation);
    /// Asks anew what the room is like, and whether the person takes part where that could not be told. What is shown
    /// holds until the answer. Happens by itself each minute while the room is open and somebody looks.
    void lookAgain();

    /// As a click on its button.
    void reschedule();

signals:
    void joinRequested(const QString &id);
    void rescheduleRequested(const Teleconsultation &consultation);
    void addParticipantRequested(const Teleconsultation &consultation);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// Whether the station's person takes part.
    enum class Membership { Unknown, Asking, Yes, No, Failed };

    void build();
    void prepareButtons();
    /// What is shown of a consultation.
    QWidget *makePage();
    void askMembership();
    void onAdmission(const Result<service::Admission> &admission);
    bool isBeingDeleted() const;
    bool mayInvite() const;
    void openInvitations();
    void updateAll();
    void updateParticipants();
    void updatePhase();
    void updateJoin(Phase phase);
    /// Why joining is not possible now; empty: it is.
    QString obstacle() const;
    /// Whether the waiting room is what there is to enter now.
    bool mayWait(Phase phase) const;
    void updateRoom();
    void updateReschedule(const QDateTime &now);
    void ask();
    void scheduleNextLook();
    bool isStillLeft() const;

    service::TeleconsultationService &m_service;
    config::Settings &m_settings;
    const Clock &m_clock;
    ConsultationDeletion &m_deletion;
    std::optional<Teleconsultation> m_consultation;
    StationIdentity m_station;
    Membership m_membership = Membership::Unknown;
    QString m_stationUserId; ///< The Kaleyra id of the station's person in this consultation; empty: not known.
    std::optional<kaleyra::Room> m_room; ///< As Kaleyra keeps it; nothing: none, or not known.
    QTimer m_nextLook;
    QTimer m_nextAsk;

    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QLabel *m_day;
    QLabel *m_time;
    StatusPill *m_pill;
    QLabel *m_sentence;
    QPushButton *m_join;
    QLabel *m_joinReason;
    QLabel *m_recording; ///< That the call will be recorded.
    QPushButton *m_retry;
    ParticipantList *m_participants;
    QLabel *m_roomTitle;
    QLabel *m_roomText;
    QPushButton *m_invite;
    QLabel *m_inviteHint;
    QPushButton *m_share;
    SharingMenu *m_sharing;
    QPushButton *m_reschedule;
    QPushButton *m_delete;
};

} // namespace teleconsult::ui
