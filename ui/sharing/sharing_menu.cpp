#include "ui/sharing/sharing_menu.h"

#include "core/config/at_kiosk.h"
#include "core/config/setting_keys.h"
#include "core/domain/teleconsultation_link.h"
#include "ui/sharing/calendar_dialog.h"
#include "ui/sharing/kiosk_code_dialog.h"
#include "ui/sharing/slip_printing.h"

#include <QClipboard>
#include <QGuiApplication>

namespace teleconsult::ui {

SharingMenu::SharingMenu(service::TeleconsultationService &service, const config::Settings &settings,
                         const Clock &clock, QWidget *parent)
    : QMenu(parent),
      m_service(service),
      m_settings(settings),
      m_clock(clock),
      m_calendar(addAction(QString())),
      m_slip(addAction(QString())),
      m_kiosk(addAction(QString())),
      m_link(addAction(QString()))
{
    setObjectName(QStringLiteral("sharingMenu"));
    connect(m_calendar, &QAction::triggered, this, &SharingMenu::saveForCalendar);
    connect(m_slip, &QAction::triggered, this, [this] {
        if (m_consultation)
            previewSlips(m_service, m_settings, *m_consultation, parentWidget());
    });
    m_kiosk->setObjectName(QStringLiteral("kioskCodesAction"));
    connect(m_kiosk, &QAction::triggered, this, &SharingMenu::showKioskCodes);
    connect(m_link, &QAction::triggered, this, &SharingMenu::copyLink);
    retranslate();
}

bool SharingMenu::isAtKiosk() const
{
    return config::isAtKiosk(m_settings.sources());
}

bool SharingMenu::offersAnything() const
{
    return m_kiosk->isVisible() || !isAtKiosk();
}

QString SharingMenu::summary() const
{
    return isAtKiosk() ? tr("Codes for the kiosk") : tr("Calendar file, slip for the patient, link for colleagues");
}

void SharingMenu::setConsultation(const std::optional<Teleconsultation> &consultation)
{
    m_consultation = consultation;
    setEnabled(m_consultation.has_value());
    m_slip->setEnabled(m_consultation && !m_consultation->participants.isEmpty());
    for (QAction *action : {m_calendar, m_slip, m_link})
        action->setVisible(!isAtKiosk());
    m_kiosk->setVisible(m_settings.isSet(config::keys::appointmentKeyFile));
    m_kiosk->setEnabled(m_slip->isEnabled());
}

void SharingMenu::copyLink()
{
    if (m_consultation)
        QGuiApplication::clipboard()->setText(linkOfConsultation(m_consultation->id));
}

void SharingMenu::saveForCalendar()
{
    if (!m_consultation)
        return;
    auto *dialog = new CalendarDialog(m_clock, *m_consultation, m_service.policy().privileges, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SharingMenu::showKioskCodes()
{
    if (!m_consultation)
        return;
    auto *dialog = new KioskCodeDialog(m_settings, *m_consultation, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SharingMenu::retranslate()
{
    m_kiosk->setText(tr("Codes for the kiosk…"));
    m_calendar->setText(tr("Save for a calendar…"));
    m_slip->setText(tr("Print a slip for the patient…"));
    m_link->setText(tr("Copy the link for colleagues"));
    m_link->setToolTip(tr("It opens the consultation in Teleconsult, for those who take part."));
}

} // namespace teleconsult::ui
