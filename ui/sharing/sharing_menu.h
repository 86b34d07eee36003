// What of a consultation can be taken elsewhere.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QMenu>

#include <optional>

namespace teleconsult::ui {

/// A calendar file, a slip for the patient, codes for the kiosk where there is a key for them, and the link of a
/// consultation. At a kiosk only the codes: nothing is saved, printed or copied there (docs/kiosk-escapes.md). Owned by
/// the widget that its dialogs belong to. Does not own what else it is given, all of which must outlive it.
class SharingMenu : public QMenu
{
    Q_OBJECT
public:
    SharingMenu(service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
                QWidget *parent);

    void setConsultation(const std::optional<Teleconsultation> &consultation);
    void retranslate();
    /// Whether anything can be shared here.
    bool offersAnything() const;
    /// What, for whoever cannot see the menu.
    QString summary() const;

private:
    bool isAtKiosk() const;
    void copyLink();
    void saveForCalendar();
    void showKioskCodes();

    service::TeleconsultationService &m_service;
    const config::Settings &m_settings;
    const Clock &m_clock;
    std::optional<Teleconsultation> m_consultation;
    QAction *m_calendar;
    QAction *m_slip;
    QAction *m_kiosk;
    QAction *m_link;
};

} // namespace teleconsult::ui
