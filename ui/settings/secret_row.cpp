#include "ui/settings/secret_row.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int maximumSecretLength = 500;

} // namespace

SecretRow::SecretRow(secrets::Secrets &secrets, secrets::Secret which, QWidget *parent)
    : QWidget(parent),
      m_secrets(secrets),
      m_which(which),
      m_edit(new QLineEdit(this)),
      m_field(new Field(m_edit, this)),
      m_set(new QPushButton(this)),
      m_remove(new QPushButton(this))
{
    m_edit->setObjectName(QStringLiteral("secretEdit"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(maximumSecretLength);
    m_set->setObjectName(QStringLiteral("secretSetButton"));
    m_remove->setObjectName(QStringLiteral("secretRemoveButton"));
    m_remove->setProperty("variant", QStringLiteral("dangerGhost"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addWidget(m_set);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        updateState();
        emit changed();
    });
    connect(m_set, &QPushButton::clicked, this, &SecretRow::set);
    connect(m_remove, &QPushButton::clicked, this, &SecretRow::remove);
    connect(&m_secrets, &secrets::Secrets::changed, this, &SecretRow::look);
    updateState();
    look();
}

void SecretRow::setLabel(const QString &text)
{
    m_field->setLabel(text);
}

void SecretRow::look()
{
    whenDone(m_secrets.state(m_which), this, [this](const Result<secrets::Secrets::State> &state) {
        m_known = state.has_value();
        m_state = state.value_or(secrets::Secrets::State());
        updateState();
        m_field->setError(state ? QString() : errorText(state.error()));
    });
}

bool SecretRow::isChanged() const
{
    return !m_edit->text().trimmed().isEmpty();
}

void SecretRow::apply(const std::function<void(const Result<void> &)> &done)
{
    m_known = false;
    updateState();
    whenDone(m_secrets.write(m_which, m_edit->text().trimmed().toUtf8()), this, [this, done](const Result<void> &set) {
        if (set)
            m_edit->clear();
        look();
        done(set);
    });
}

void SecretRow::set()
{
    apply([this](const Result<void> &set) {
        emit told(set ? SettingsVerdict{Tone::Success, [] { return tr("It was changed, and takes effect at once."); }}
                      : verdictOf(set.error()));
    });
}

void SecretRow::remove()
{
    m_known = false;
    updateState();
    whenDone(m_secrets.remove(m_which), this, [this](const Result<void> &removed) { onRemoved(removed); });
}

void SecretRow::onRemoved(const Result<void> &removed)
{
    if (removed)
        emit told({Tone::Success, [] { return tr("It was removed."); }});
    else
        emit told(verdictOf(removed.error()));
    look();
}

void SecretRow::updateState()
{
    using From = secrets::Secrets::State::From;
    const bool isStored = m_known && m_state.from == From::Store;
    m_edit->setEnabled(m_known && m_state.mayChange);
    m_set->setEnabled(m_edit->isEnabled() && isChanged());
    m_remove->setEnabled(isStored && m_state.mayChange);
    m_set->setText(isStored ? tr("Replace") : tr("Set"));
    m_remove->setText(tr("Remove"));
    updateHint();
}

void SecretRow::updateHint()
{
    using From = secrets::Secrets::State::From;
    const bool isToken = m_which == secrets::Secret::ServiceToken;
    if (!m_known)
        m_field->setHint(tr("Looking…"));
    else if (m_state.from == From::Given)
        m_field->setHint(isToken ? tr("A token is given by a file that the settings name, and is changed there.")
                                 : tr("A key is given by a variable or a file that the settings name, and is changed "
                                      "there."));
    else if (m_state.from == From::Store)
        m_field->setHint(isToken ? tr("A token is set. It is never shown again.")
                                 : tr("A key is set. It is never shown again."));
    else if (m_state.mayChange)
        m_field->setHint(isToken ? tr("No token is set.") : tr("No key is set."));
    else
        m_field->setHint(isToken ? tr("No token is set, and none can be set here.")
                                 : tr("No key is set, and none can be set here."));
}

void SecretRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateState();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
