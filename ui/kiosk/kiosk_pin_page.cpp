#include "ui/kiosk/kiosk_pin_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/pin_entry.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

namespace teleconsult::ui {

KioskPinPage::KioskPinPage(config::PinGate &reception, config::PinGate &settings, QWidget *parent)
    : ChoicePage(QStringLiteral("kioskPin"), parent),
      m_reception(reception),
      m_settings(settings),
      m_pin(new QLineEdit(this)),
      m_entry(new PinEntry(m_pin, this)),
      m_open(addChoice(QStringLiteral("Open"), QStringLiteral("primary"), QStringLiteral("lock"))),
      m_back(addChoice(QStringLiteral("Back"), {}, QStringLiteral("chevron-left")))
{
    m_pin->setObjectName(QStringLiteral("kioskPinEdit"));
    m_pin->setAlignment(Qt::AlignHCenter);
    m_pin->setProperty("kiosk", true);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    addContent(m_pin);
    setChoicesInRow(); // The keyboard leaves half of the screen.
    connect(m_entry, &PinEntry::changed, this, &KioskPinPage::updateState);
    connect(m_entry, &PinEntry::right, this, [this] { emit opened(m_for); });
    connect(m_pin, &QLineEdit::returnPressed, m_entry, &PinEntry::tryPin);
    connect(m_open, &QPushButton::clicked, m_entry, &PinEntry::tryPin);
    connect(m_back, &QPushButton::clicked, this, &KioskPinPage::backRequested);
    reset();
    retranslate();
}

config::PinGate &KioskPinPage::gate()
{
    return m_for == For::Schedule ? m_reception : m_settings;
}

void KioskPinPage::ask(For what)
{
    m_for = what;
    reset();
    retranslate();
    m_pin->setFocus(Qt::OtherFocusReason);
}

void KioskPinPage::reset()
{
    m_entry->begin(gate());
}

void KioskPinPage::updateState()
{
    const bool isSet = gate().isSet();
    m_pin->setVisible(isSet);
    m_open->setVisible(isSet);
    m_open->setEnabled(m_entry->mayTry());
    setProblem(isSet ? m_entry->problem() : tr("No PIN has been set for this. Ask whoever looks after this computer."));
}

void KioskPinPage::retranslate()
{
    setHeadline(m_for == For::Schedule ? tr("For the reception") : tr("Leave the kiosk"));
    setSentence(m_for == For::Schedule ? tr("The appointments are behind the reception's PIN.")
                                       : tr("Only with the PIN of whoever looks after this computer."));
    m_pin->setAccessibleName(tr("PIN"));
    m_open->setText(m_for == For::Schedule ? tr("Open the agenda") : tr("Leave the kiosk"));
    m_back->setText(tr("Back"));
    updateState();
}

void KioskPinPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui
