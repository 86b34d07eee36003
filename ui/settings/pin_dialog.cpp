#include "ui/settings/pin_dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/field.h"
#include "ui/widgets/pin_entry.h"
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
      m_pin(new QLineEdit(this)),
      m_entry(new PinEntry(m_pin, this)),
      m_field(new Field(m_pin, this)),
      m_cancel(addButton(QStringLiteral("Cancel"))),
      m_open(addButton(QStringLiteral("Open"), QStringLiteral("primary")))
{
    m_pin->setObjectName(QStringLiteral("pinEdit"));
    m_field->setReservedLines(2);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    setScrolledContent(content);
    connect(m_entry, &PinEntry::changed, this, &PinDialog::updateState);
    connect(m_entry, &PinEntry::right, this, [this] {
        if (isVisible()) // Who has left it wants in no longer.
            accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, m_entry, &PinEntry::tryPin);
    m_entry->begin(gate);
    retranslate();
    orderTabs(this);
    fitToScreen(this, preferredWidth);
    m_pin->setFocus();
}

void PinDialog::updateState()
{
    m_open->setEnabled(m_entry->mayTry());
    m_field->setError(m_entry->problem());
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
