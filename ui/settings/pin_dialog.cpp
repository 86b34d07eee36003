#include "ui/settings/pin_dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/field.h"
#include "ui/widgets/tab_order.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 440;

} // namespace

PinDialog::PinDialog(config::PinGate &gate, QWidget *parent)
    : FramedDialog(QStringLiteral("pin"), parent),
      m_gate(gate),
      m_pin(new QLineEdit(this)),
      m_field(new Field(m_pin, this)),
      m_cancel(addButton(QStringLiteral("Cancel"))),
      m_open(addButton(QStringLiteral("Open"), QStringLiteral("primary")))
{
    m_pin->setObjectName(QStringLiteral("pinEdit"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(config::longestPin);
    m_field->setReservedLines(2);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    setScrolledContent(content);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &PinDialog::updateState);
    connect(m_pin, &QLineEdit::textEdited, this, [this] {
        m_wrong = false;
        updateState();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &PinDialog::tryPin);
    retranslate();
    orderTabs(this);
    fitToScreen(this, preferredWidth);
    m_pin->setFocus();
}

void PinDialog::tryPin()
{
    m_trying = true;
    updateState();
    whenDone(m_gate.tryPin(m_pin->text()), this,
             [this](const Result<config::PinGate::Answer> &answer) { onTried(answer); });
}

void PinDialog::onTried(const Result<config::PinGate::Answer> &answer)
{
    using Answer = config::PinGate::Answer;
    m_trying = false;
    if (answer == Answer::Right) {
        if (isVisible()) // Who has left it wants in no longer.
            accept();
        return;
    }
    m_wrong = answer == Answer::Wrong;
    m_pin->clear();
    m_pin->setFocus(Qt::OtherFocusReason);
    updateState();
}

void PinDialog::updateState()
{
    // A try counts while it is looked at; what it comes to is not known yet.
    const int seconds = m_trying ? 0 : int(m_gate.wait().count());
    const bool pauses = seconds > 0;
    if (pauses != m_tick.isActive())
        pauses ? m_tick.start() : m_tick.stop();
    m_pin->setReadOnly(m_trying);
    m_open->setEnabled(!pauses && !m_trying && !m_pin->text().isEmpty());
    if (pauses)
        m_field->setError(tr("Too many wrong tries. Wait %n second(s).", nullptr, seconds));
    else
        m_field->setError(m_wrong ? tr("This is not the PIN. Try again.") : QString());
}

void PinDialog::retranslate()
{
    setTitle(tr("Settings"));
    setExplanation(tr("The settings of this station are behind a PIN. Ask whoever set Teleconsult up."));
    m_field->setLabel(tr("PIN"));
    m_cancel->setText(tr("Cancel"));
    m_open->setText(tr("Open settings"));
    updateState();
}

} // namespace teleconsult::ui
