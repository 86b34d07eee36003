#include "ui/kiosk/kiosk_pin_page.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

namespace teleconsult::ui {

KioskPinPage::KioskPinPage(config::PinGate &reception, config::PinGate &settings, QWidget *parent)
    : ChoicePage(QStringLiteral("kioskPin"), parent),
      m_reception(reception),
      m_settings(settings),
      m_pin(new QLineEdit(this)),
      m_open(addChoice(QStringLiteral("Open"), QStringLiteral("primary"), QStringLiteral("lock"))),
      m_back(addChoice(QStringLiteral("Back"), {}, QStringLiteral("chevron-left")))
{
    m_pin->setObjectName(QStringLiteral("kioskPinEdit"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(config::longestPin);
    m_pin->setAlignment(Qt::AlignHCenter);
    m_pin->setProperty("kiosk", true);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    addContent(m_pin);
    setChoicesInRow(); // The keyboard leaves half of the screen.
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &KioskPinPage::updateState);
    connect(m_pin, &QLineEdit::textEdited, this, [this] {
        m_wrong = false;
        updateState();
    });
    connect(m_pin, &QLineEdit::returnPressed, this, &KioskPinPage::tryPin);
    connect(m_open, &QPushButton::clicked, this, &KioskPinPage::tryPin);
    connect(m_back, &QPushButton::clicked, this, &KioskPinPage::backRequested);
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
    ++m_asked;
    m_trying = false;
    m_wrong = false;
    m_pin->clear();
    updateState();
}

void KioskPinPage::tryPin()
{
    if (!m_open->isEnabled())
        return;
    m_trying = true;
    const QString pin = m_pin->text();
    m_pin->clear();
    updateState();
    whenDone(gate().tryPin(pin), this,
             [this, asked = m_asked](const Result<config::PinGate::Answer> &answer) { onTried(asked, answer); });
}

void KioskPinPage::onTried(int asked, const Result<config::PinGate::Answer> &answer)
{
    using Answer = config::PinGate::Answer;
    if (asked != m_asked)
        return; // Whoever tried has gone.
    m_trying = false;
    m_wrong = answer == Answer::Wrong;
    updateState();
    if (answer == Answer::Right)
        emit opened(m_for);
    else
        m_pin->setFocus(Qt::OtherFocusReason);
}

void KioskPinPage::updateState()
{
    const bool isSet = gate().isSet();
    // A try counts while it is looked at; what it comes to is not known yet.
    const int seconds = isSet && !m_trying ? int(gate().wait().count()) : 0;
    const bool pauses = seconds > 0;
    if (pauses != m_tick.isActive())
        pauses ? m_tick.start() : m_tick.stop();
    m_pin->setVisible(isSet);
    m_open->setVisible(isSet);
    m_open->setEnabled(isSet && !pauses && !m_trying && !m_pin->text().isEmpty());
    if (!isSet)
        setProblem(tr("No PIN has been set for this. Ask whoever looks after this computer."));
    else if (pauses)
        setProblem(tr("Too many wrong tries. Wait %n second(s).", nullptr, seconds));
    else
        setProblem(m_wrong ? tr("This is not the PIN. Try again.") : QString());
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
