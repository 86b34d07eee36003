// The icon in the panel, with what is still to come today.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>

namespace teleconsult::ui {

class ComingConsultations;

/// The menu of the icon: what the station's person takes part in today, with names if the wishes for reminders allow
/// them, for anybody may look at a panel. Made anew each time it is about to be seen: times pass, and the language may
/// have changed.
class TrayMenu : public QMenu
{
    Q_OBJECT
public:
    TrayMenu(const service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
             const ComingConsultations &coming);

    /// As it is about to be seen.
    void fill();

signals:
    void joinRequested(const QString &consultationId);
    void showRequested(const QString &consultationId);
    void windowRequested();
    void quitRequested();

private:
    void addConsultation(const Teleconsultation &consultation);
    QString nameOf(const Teleconsultation &consultation) const;

    const service::TeleconsultationService &m_service;
    const config::Settings &m_settings;
    const Clock &m_clock;
    const ComingConsultations &m_coming;
};

/// Shows the icon where the desktop has a place for it, which may come and go. Its menu joins what can be joined.
class Tray : public QObject
{
    Q_OBJECT
public:
    Tray(const service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
         const ComingConsultations &coming, QObject *parent = nullptr);
    ~Tray() override;

    /// Whether the icon is wanted; looks again for a place for it.
    void setWanted(bool wanted);
    bool isShown() const { return m_icon && m_icon->isVisible(); }
    TrayMenu &menu() { return m_menu; }

    /// A bubble at the icon, where there is one: for desktops without notifications. Choosing it shows the
    /// consultation.
    void tell(const QString &consultationId, const QString &title, const QString &body);
    /// Says that the program goes on here without its window.
    void tellOfPanel();

private:
    TrayMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< Null until there is a place for it.
    QString m_toldId;                        ///< Of the last bubble; empty: it was of no consultation.
};

} // namespace teleconsult::ui
