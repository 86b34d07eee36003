#include "ui/widgets/pin_entry.h"

#include <QLineEdit>

namespace teleconsult::ui {

PinEntry::PinEntry(QLineEdit *field, QObject *parent) : QObject(parent), m_field(field)
{
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(config::maximumPinLength);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &PinEntry::update);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        m_isWrong = false;
        update();
    });
}

void PinEntry::begin(config::PinGate &gate)
{
    m_gate = &gate;
    ++m_asked;
    m_isTrying = false;
    m_isWrong = false;
    m_field->clear();
    update();
}

void PinEntry::tryPin()
{
    if (!mayTry())
        return;
    m_isTrying = true;
    const QString pin = m_field->text();
    m_field->clear();
    update();
    whenDone(m_gate->tryPin(pin), this,
             [this, asked = m_asked](const Result<config::PinGate::Answer> &answer) { onTried(asked, answer); });
}

void PinEntry::onTried(int asked, const Result<config::PinGate::Answer> &answer)
{
    using Answer = config::PinGate::Answer;
    if (asked != m_asked)
        return; // Whoever tried has gone.
    m_isTrying = false;
    m_isWrong = answer == Answer::Wrong;
    update();
    if (answer == Answer::Right)
        emit right();
    else
        m_field->setFocus(Qt::OtherFocusReason);
}

bool PinEntry::mayTry() const
{
    return m_gate && m_gate->isSet() && !m_isTrying && pause() == 0 && !m_field->text().isEmpty();
}

QString PinEntry::problem() const
{
    if (const int seconds = pause(); seconds > 0)
        return tr("Too many wrong tries. Wait %n second(s).", nullptr, seconds);
    return m_isWrong ? tr("This is not the PIN. Try again.") : QString();
}

/// A try counts while it is looked at; what it comes to is not known yet.
int PinEntry::pause() const
{
    return m_gate && m_gate->isSet() && !m_isTrying ? int(m_gate->wait().count()) : 0;
}

void PinEntry::update()
{
    const bool pauses = pause() > 0;
    if (pauses != m_tick.isActive())
        pauses ? m_tick.start() : m_tick.stop();
    emit changed();
}

} // namespace teleconsult::ui
