// Reminders, notifications and the icon in the panel, wired together.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/reminders/attention.h"
#include "ui/waiting/return_watch.h"

#include <QObject>

#include <memory>

class QWidget;

namespace teleconsult::app {

/// Makes its parts with start() and not before: the agenda comes first. Does not own what it is given, all of which
/// must outlive it.
class Reminding : public QObject
{
    Q_OBJECT
public:
    Reminding(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
              const ui::ReturnWatch &returns, ui::Attention attention);
    ~Reminding() override;

    /// To be called once.
    void start();
    /// The consultations may be others now, a call may have ended, or other settings hold. It does so by itself when
    /// the network is back or the machine has woken.
    void refresh();
    /// A call, or waiting for one, has begun or ended.
    void look();
    /// Lets the person change the settings. `window`: what the dialog belongs to.
    void editSettings(QWidget *window);
    /// Whether the icon is there, from which the window can be brought back.
    bool isInPanel() const;
    /// Says, once, that the program goes on at its icon though its window was closed.
    void tellOfPanel();

signals:
    void joinRequested(const QString &consultationId);
    void showRequested(const QString &consultationId);
    void windowRequested();
    void quitRequested();

private:
    struct Parts;

    /// Of the icon, and of whose the consultations are.
    void followWishes();

    service::TeleconsultationService &m_service;
    config::Settings &m_settings;
    const Clock &m_clock;
    ui::Attention m_attention;
    bool m_hasToldOfPanel = false;
    std::unique_ptr<Parts> m_parts; ///< Null until start().
};

} // namespace teleconsult::app
