#include "ui/widgets/banner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

QColor Colors::*inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Warning:
        return &Colors::warning;
    case Tone::Danger:
        return &Colors::danger;
    case Tone::Success:
        return &Colors::success;
    case Tone::Info:
        return &Colors::info;
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return &Colors::textMuted;
}

} // namespace

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent),
      m_tone(tone),
      m_iconName(QStringLiteral("alert")),
      m_icon(new QLabel(this)),
      m_text(new WrappedLabel(this)),
      m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::l, spacing::xs, spacing::xs, spacing::xs);
    m_layout->setSpacing(spacing::s);
    m_layout->addWidget(m_icon);
    m_layout->addSpacing(spacing::xs);
    m_layout->addWidget(m_text, 1);
    m_text->setMinimumHeight(size::control);
    restyle();
}

void Banner::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    restyle();
}

void Banner::setIconName(const QString &name)
{
    m_iconName = name;
    restyle();
}

void Banner::setText(const QString &text, bool isTold)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    if (isTold)
        tell();
}

QString Banner::text() const
{
    return m_text->text();
}

QPushButton *Banner::addAction(const QString &objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("variant", QStringLiteral("ghost"));
    m_layout->insertWidget(m_close ? m_layout->indexOf(m_close) : m_layout->count(), button);
    return button;
}

void Banner::setDismissable(bool dismissable)
{
    if (!dismissable || m_close) {
        if (m_close)
            m_close->setVisible(dismissable);
        return;
    }
    m_close = new IconButton(QStringLiteral("bannerDismiss"), QStringLiteral("close"), this);
    m_layout->addWidget(m_close);
    connect(m_close, &IconButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    retranslate();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Banner::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    tell();
}

void Banner::tell()
{
    if (m_isAboutToTell)
        return;
    m_isAboutToTell = true;
    // Whoever sets the text before or after showing or hiding it: once, with the words that stay.
    const auto now = [this] {
        m_isAboutToTell = false;
        if (isVisible())
            announce(this);
    };
    QMetaObject::invokeMethod(this, now, Qt::QueuedConnection);
}

void Banner::restyle()
{
    setStyleProperty(this, "tone", toneName(m_tone));
    setThemedIcon(m_icon, m_iconName, inkOf(m_tone), size::icon);
}

void Banner::retranslate()
{
    if (m_close)
        m_close->setWords(tr("Dismiss"));
}

} // namespace teleconsult::ui
