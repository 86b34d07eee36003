// The pane beside the agenda.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QWidget>

#include <optional>

class QFrame;

namespace teleconsult::ui {

class ConsultationDetails;
class ConsultationDeletion;

/// A card with the details of what is selected; hidden while that is nothing. The details are made when there is
/// something to show. Does not own what it is given, all of which must outlive it.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    DetailsPane(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                ConsultationDeletion &deletion, QWidget *parent);

    void setConsultation(const std::optional<Teleconsultation> &consultation);
    /// What the service says of it may be another thing by now.
    void lookAgain();
    /// Takes the keyboard to the first thing that can be done.
    void focusFirst();
    /// Takes its share of a page that is so wide.
    void fitInto(int pageWidth);

    /// As a click on the button of what is shown.
    void reschedule();

signals:
    void joinRequested(const QString &id);
    void rescheduleRequested(const Teleconsultation &consultation);
    void addParticipantRequested(const Teleconsultation &consultation);

private:
    service::TeleconsultationService &m_service;
    config::Settings &m_settings;
    const Clock &m_clock;
    ConsultationDeletion &m_deletion;
    QFrame *m_card;
    ConsultationDetails *m_details = nullptr;
    std::optional<Teleconsultation> m_shown;
    StationIdentity m_station; ///< For whom that is shown.
};

} // namespace teleconsult::ui
