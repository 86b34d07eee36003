// What of a consultation can be taken elsewhere.
#pragma once

#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QMenu>

#include <optional>

namespace teleconsult::ui {

/// A calendar file, a slip for the patient, and the link of a consultation. Owned by the widget that its dialogs belong
/// to. Does not own what else it is given, all of which must outlive it.
class SharingMenu : public QMenu
{
    Q_OBJECT
public:
    SharingMenu(service::TeleconsultationService &service, const Clock &clock, QWidget *parent);

    void setConsultation(const std::optional<Teleconsultation> &consultation);
    void retranslate();

private:
    void copyLink();
    void saveForCalendar();

    service::TeleconsultationService &m_service;
    const Clock &m_clock;
    std::optional<Teleconsultation> m_consultation;
    QAction *m_calendar;
    QAction *m_slip;
    QAction *m_link;
};

} // namespace teleconsult::ui
