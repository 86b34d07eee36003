#include "ui/widgets/confirm_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/held_dialog.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 440;

} // namespace

ConfirmDialog::ConfirmDialog(std::function<Words()> words, QWidget *parent)
    : QDialog(parent),
      m_words(std::move(words)),
      m_title(new WrappedLabel({}, QStringLiteral("title"), this)),
      m_sentence(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_cancel(new QPushButton(this)),
      m_action(new QPushButton(this))
{
    standInWindow(this);
    setObjectName(QStringLiteral("confirmDialog"));
    setModal(true);
    m_cancel->setObjectName(QStringLiteral("confirmCancelButton"));
    m_action->setObjectName(QStringLiteral("confirmActionButton"));
    m_action->setProperty("variant", QStringLiteral("danger"));
    m_cancel->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_action);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addSpacing(spacing::l);
    layout->addLayout(buttons);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    m_cancel->setFocus();
    m_sentence->setMinimumWidth(scaled(preferredWidth) - 2 * spacing::xl);
}

void ConfirmDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ConfirmDialog::retranslate()
{
    const Words words = m_words();
    setWindowTitle(words.title);
    m_title->setText(words.title);
    m_sentence->setText(words.sentence);
    m_cancel->setText(words.cancel);
    m_action->setText(words.action);
    setAccessibleDescription(words.sentence);
}

} // namespace teleconsult::ui
