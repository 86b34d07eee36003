#include "ui/settings/pin_page.h"

#include "ui/settings/settings_verdict.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace teleconsult::ui {

PinPage::PinPage(config::PinGate &gate, QWidget *parent)
    : SettingsPage(parent),
      m_gate(gate),
      m_explanation(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_wanted(new QCheckBox(this)),
      m_pin(new QLineEdit(this)),
      m_again(new QLineEdit(this)),
      m_pinField(new Field(m_pin, this)),
      m_againField(new Field(m_again, this))
{
    m_wanted->setObjectName(QStringLiteral("pinWanted"));
    m_pin->setObjectName(QStringLiteral("newPin"));
    m_again->setObjectName(QStringLiteral("newPinAgain"));
    for (QLineEdit *edit : {m_pin, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaxLength(config::maximumPinLength);
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_error = {};
            m_differs = false;
            updateState();
        });
    }
    m_wanted->setChecked(m_gate.isSet());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_explanation);
    layout->addWidget(m_wanted);
    layout->addWidget(m_pinField);
    layout->addWidget(m_againField);
    layout->addStretch();
    connect(m_wanted, &QCheckBox::toggled, this, &PinPage::updateState);
    retranslate();
}

bool PinPage::wantsOne() const
{
    return m_wanted->isChecked();
}

bool PinPage::isChanged() const
{
    const bool typed = !m_pin->text().isEmpty() || !m_again->text().isEmpty();
    return wantsOne() != m_gate.isSet() || (wantsOne() && typed);
}

void PinPage::apply()
{
    if (m_saving)
        return;
    m_error = {};
    m_differs = wantsOne() && m_pin->text() != m_again->text();
    if (m_differs || !wantsOne()) {
        onApplied(wantsOne() ? Result<void>() : m_gate.remove());
        return;
    }
    m_saving = true;
    updateState();
    whenDone(m_gate.set(m_pin->text()), this, [this](const Result<void> &set) { onApplied(set); });
}

void PinPage::onApplied(const Result<void> &set)
{
    m_saving = false;
    const bool isMistake = !set && set.error().kind == Error::Kind::Invalid;
    if (isMistake)
        m_error = set.error();
    updateState();
    if (!set && !isMistake) {
        emit applied(false, verdictOf(set.error()));
        return;
    }
    if (m_differs || isMistake) {
        emit applied(false, {});
        (m_differs ? m_again : m_pin)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_pin->clear();
    m_again->clear();
    retranslate();
    emit applied(true, {});
    emit changed();
}

void PinPage::test()
{
    const bool typed = !m_pin->text().isEmpty() || !m_again->text().isEmpty();
    emit told(wantsOne() && (typed || !m_gate.isSet()) ? verdictOfEntered() : verdictOfHeld());
}

SettingsVerdict PinPage::verdictOfEntered()
{
    const Result<void> checked = m_gate.check(m_pin->text());
    m_error = checked ? Error() : checked.error();
    m_differs = m_pin->text() != m_again->text();
    updateState();
    if (!checked || m_differs)
        return valueNotRight();
    return {Tone::Success, [] { return tr("This can be the PIN. Save sets it."); }};
}

SettingsVerdict PinPage::verdictOfHeld() const
{
    const bool isReception = m_gate.which() == config::Pin::Reception;
    if (!wantsOne())
        return {Tone::Warning, [isReception] {
                    return isReception ? tr("Without a PIN a kiosk shows its agenda to nobody, the reception included.")
                                       : tr("Without a PIN, whoever sits at this computer can change its settings.");
                }};
    if (const int seconds = int(m_gate.wait().count()); seconds > 0)
        return {Tone::Warning, [seconds] {
                    return tr("The PIN is set. After wrong tries nobody gets in for %n seconds.", nullptr, seconds);
                }};
    return {Tone::Success, [isReception] {
                return isReception ? tr("The PIN is set: a kiosk's agenda opens with it.")
                                   : tr("The PIN is set: the settings open with it.");
            }};
}

void PinPage::updateState()
{
    // A PIN that a policy sets is the same on every station.
    const bool isLocked = !m_gate.lockText().isEmpty();
    for (QLineEdit *edit : {m_pin, m_again})
        edit->setReadOnly(m_saving);
    m_wanted->setEnabled(!isLocked);
    m_pinField->setEnabled(wantsOne() && !isLocked);
    m_againField->setEnabled(wantsOne() && !isLocked);
    m_pinField->setError(m_error.code.isEmpty() ? QString() : fieldErrorText(m_error));
    m_againField->setError(m_differs ? tr("This is not the same PIN.") : QString());
    emit changed();
}

void PinPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void PinPage::retranslate()
{
    m_explanation->setText(
        !m_gate.lockText().isEmpty() ? m_gate.lockText()
        : m_gate.which() == config::Pin::Reception
            ? tr("Where this computer is a kiosk, its agenda is behind this PIN. Without one it shows no agenda.")
            : tr("Where several people use this computer, a PIN keeps its settings from being changed by "
                 "chance. It does not protect from somebody who can change files here: a policy does."));
    m_wanted->setText(m_gate.which() == config::Pin::Reception ? tr("Open the kiosk's agenda with a PIN")
                                                               : tr("Ask for a PIN before the settings open"));
    m_pinField->setLabel(m_gate.isSet() ? tr("New PIN") : tr("PIN"));
    m_pinField->setHint(
        tr("%1 characters or more. Keep it in a safe place: it cannot be shown again.").arg(config::minimumPinLength));
    m_againField->setLabel(tr("The same again"));
    updateState();
}

} // namespace teleconsult::ui
