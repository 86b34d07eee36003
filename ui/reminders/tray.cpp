#include "ui/reminders/tray.h"

#include "ui/reminders/coming_consultations.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/phase_text.h"

#include <QIcon>

namespace teleconsult::ui {

namespace {

/// A menu longer than this is no help.
constexpr int maximumEntries = 12;

} // namespace

TrayMenu::TrayMenu(const service::TeleconsultationService &service, const config::Settings &settings,
                   const Clock &clock, const ComingConsultations &coming)
    : m_service(service), m_settings(settings), m_clock(clock), m_coming(coming)
{
    setObjectName(QStringLiteral("trayMenu"));
    // Panels show a copy of the menu, and read it before it is opened.
    for (const auto change : {&ComingConsultations::listed, &ComingConsultations::ownKnown}) {
        connect(&coming, change, this, [this] {
            if (!isVisible()) // Nothing moves under the pointer.
                fill();
        });
    }
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::fill);
    // Queued: what was chosen is told after the menu has gone.
    connect(this, &QMenu::aboutToHide, this, &TrayMenu::fill, Qt::QueuedConnection);
    fill();
}

void TrayMenu::fill()
{
    clear();
    const QDate today = m_clock.now().toLocalTime().date();
    int entries = 0;
    bool areAllKnown = true;
    for (const Teleconsultation &consultation : m_coming.list()) {
        if (consultation.schedule.start().toLocalTime().date() > today)
            continue;
        const std::optional<bool> isOwn = m_coming.isOwn(consultation);
        areAllKnown = areAllKnown && isOwn;
        if (isOwn.value_or(false) && entries++ < maximumEntries)
            addConsultation(consultation);
    }
    if (entries == 0 && areAllKnown)
        addAction(tr("Nothing more today"))->setEnabled(false);
    if (entries > maximumEntries)
        connect(addAction(tr("%n more", nullptr, entries - maximumEntries)), &QAction::triggered, this,
                &TrayMenu::windowRequested);
    addSeparator();
    connect(addAction(tr("Open Teleconsult")), &QAction::triggered, this, &TrayMenu::windowRequested);
    connect(addAction(tr("Quit")), &QAction::triggered, this, &TrayMenu::quitRequested);
}

void TrayMenu::addConsultation(const Teleconsultation &consultation)
{
    const QDateTime now = m_clock.now();
    const bool isOpen = isJoinable(consultation, m_service.policy(), now);
    const QString what = nameOf(consultation);
    const QString words = PhaseText::words(phaseAt(consultation, m_service.policy(), now));
    QAction *action = addAction(isOpen ? tr("Join: %1").arg(what) : QStringLiteral("%1 · %2").arg(what, words));
    connect(action, &QAction::triggered, this, [this, isOpen, id = consultation.id] {
        if (isOpen)
            emit joinRequested(id);
        else
            emit showRequested(id);
    });
}

QString TrayMenu::nameOf(const Teleconsultation &consultation) const
{
    const QString time = DateText::time(consultation.schedule.start());
    if (!m_settings.reminders().showNames)
        return time;
    return QStringLiteral("%1  %2").arg(
        time, participantNames(consultation, m_service.policy().privileges).replace(u'&', QStringLiteral("&&")));
}

Tray::Tray(const service::TeleconsultationService &service, const config::Settings &settings, const Clock &clock,
           const ComingConsultations &coming, QObject *parent)
    : QObject(parent), m_menu(service, settings, clock, coming)
{}

Tray::~Tray()
{
    if (m_icon)
        m_icon->setContextMenu(nullptr);
}

void Tray::setWanted(bool wanted)
{
    if (!wanted || !QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.reset();
        return;
    }
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(QIcon(QStringLiteral(":/icons/teleconsult.svg")));
    m_icon->setToolTip(QStringLiteral("Teleconsult"));
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            emit m_menu.windowRequested();
    });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_toldId.isEmpty())
            emit m_menu.windowRequested();
        else
            emit m_menu.showRequested(m_toldId);
    });
    m_icon->show();
}

void Tray::tell(const QString &consultationId, const QString &title, const QString &body)
{
    if (!isShown())
        return;
    m_toldId = consultationId;
    m_icon->showMessage(title, body, QSystemTrayIcon::Information);
}

void Tray::tellOfPanel()
{
    tell({}, tr("Teleconsult goes on here"),
         tr("Reminders come as before. Choose Quit in the menu of this icon to end it."));
}

} // namespace teleconsult::ui
