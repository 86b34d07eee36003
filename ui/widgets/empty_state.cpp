#include "ui/widgets/empty_state.h"

#include "ui/theme/theme.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int textWidth = 10 * size::control;

int iconGround()
{
    return scaled(2 * size::control);
}

QColor Colors::*inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Warning:
        return &Colors::warning;
    case Tone::Danger:
        return &Colors::danger;
    case Tone::Neutral:
    case Tone::Info:
    case Tone::Success:
    case Tone::Accent:
        break;
    }
    return &Colors::accent;
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_words(new QWidget(this)),
      m_headline(new WrappedLabel({}, QStringLiteral("title"), m_words)),
      m_sentence(new WrappedLabel({}, QStringLiteral("muted"), m_words)),
      m_action(new QPushButton(this)),
      m_secondary(new QPushButton(this)),
      m_actions(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_headline->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(spacing::s);
    words->addWidget(m_headline);
    words->addWidget(m_sentence);
    // Not aligned: only a stretched item is as high as its wrapped words.
    auto *wordsRow = new QHBoxLayout;
    // As wide as it may be, and narrower where there is no room.
    wordsRow->addStretch(1);
    wordsRow->addWidget(m_words, 1000);
    wordsRow->addStretch(1);
    m_action->setObjectName(QStringLiteral("emptyStateAction"));
    m_action->setProperty("variant", QStringLiteral("primary"));
    m_secondary->setObjectName(QStringLiteral("emptyStateSecondaryAction"));
    m_action->hide();
    m_secondary->hide();

    m_actions->setSpacing(spacing::m);
    m_actions->addWidget(m_action);
    m_actions->addWidget(m_secondary);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addLayout(m_actions);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    layout->setSpacing(spacing::s);
    layout->addStretch(2);
    constexpr int iconMargin = (2 * size::control - size::iconLarge) / 2;
    layout->addSpacing(iconMargin);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(iconMargin + spacing::s);
    layout->addLayout(wordsRow);
    layout->addSpacing(spacing::l);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyState::secondaryActionTriggered);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::textScaled, this, [this] {
        setTextWidth(m_textWidth);
        arrangeActions();
    });
    setTextWidth(textWidth);
}

void EmptyState::setIconName(const QString &name, Tone tone)
{
    m_tone = tone;
    setThemedIcon(m_icon, name, inkOf(tone), size::iconLarge);
    update();
}

void EmptyState::setHeadline(const QString &text)
{
    m_headline->setText(text);
    setAccessibleName(text);
}

void EmptyState::setSentence(const QString &text)
{
    m_sentence->setText(text);
    m_sentence->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

void EmptyState::setTextWidth(int width)
{
    m_textWidth = width;
    m_words->setMaximumWidth(scaled(width));
}

QString EmptyState::headline() const
{
    return m_headline->text();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::setAction(const QString &text, const QString &iconName)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    arrangeActions();
    m_actionIcon = iconName;
    updateActionIcon();
}

void EmptyState::setActionPrimary(bool primary)
{
    m_actionPrimary = primary;
    setStyleProperty(m_action, "variant", primary ? QStringLiteral("primary") : QStringLiteral("secondary"));
    updateActionIcon();
}

void EmptyState::updateActionIcon()
{
    setThemedIcon(m_action, m_actionIcon, m_actionPrimary ? &Colors::onAccent : &Colors::text);
}

void EmptyState::setSecondaryAction(const QString &text)
{
    m_secondary->setText(text);
    m_secondary->setVisible(!text.isEmpty());
    arrangeActions();
}

void EmptyState::arrangeActions()
{
    const int room = contentsRect().width() - 2 * spacing::xl;
    const int both = m_action->sizeHint().width() + spacing::m + m_secondary->sizeHint().width();
    const bool sideBySide = m_action->isHidden() || m_secondary->isHidden() || both <= room;
    m_actions->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeActions();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (m_icon->pixmap(Qt::ReturnByValue).isNull())
        return;
    const Colors &colors = Theme::instance().colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Neutral ? colors.accentSoft : toneColors(m_tone, colors).ground);
    painter.drawEllipse(QRectF(m_icon->geometry()).center(), iconGround() / 2.0, iconGround() / 2.0);
}

} // namespace teleconsult::ui
