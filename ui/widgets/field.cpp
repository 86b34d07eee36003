#include "ui/widgets/field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int lineIconSize = 14;

/// A line of caption text with its leading.
int lineHeight()
{
    return scaled(type::caption + spacing::xs);
}

QString joined(const QString &one, const QString &other)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + QLatin1Char(' ') + other;
}

} // namespace

Field::Field(QWidget *control, QWidget *parent)
    : QWidget(parent),
      m_control(control),
      m_label(new WrappedLabel({}, QStringLiteral("fieldLabel"), this)),
      m_icon(new QLabel(this)),
      m_line(new WrappedLabel(this))
{
    m_control->setParent(this);
    m_label->setBuddy(m_control);
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_icon->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::xs);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_line, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    layout->addWidget(m_label);
    layout->addWidget(m_control);
    layout->addLayout(line);
    layout->addStretch();

    if (m_control->focusPolicy() == Qt::WheelFocus)
        m_control->setFocusPolicy(Qt::StrongFocus);
    m_control->installEventFilter(this);
    connect(&Theme::instance(), &Theme::textScaled, this, &Field::updateLine);
    updateLine();
}

void Field::setLabel(const QString &text)
{
    m_label->setText(text);
    m_label->setVisible(!text.isEmpty());
    if (!m_ownAccessibleName)
        m_control->setAccessibleName(text);
}

void Field::setAccessibleLabel(const QString &text)
{
    m_ownAccessibleName = true;
    m_control->setAccessibleName(text);
}

void Field::setHint(const QString &text)
{
    m_hint = text;
    updateLine();
}

void Field::setOrigin(const QString &text, Origin how)
{
    m_origin = text;
    m_originShown = how;
    m_control->setToolTip(text);
    updateLine();
}

void Field::setWarning(const QString &text)
{
    m_warning = text;
    updateLine();
}

void Field::setError(const QString &text)
{
    m_error = text;
    updateLine();
}

void Field::setReservedLines(int lines)
{
    m_reservedLines = lines;
    updateLine();
}

bool Field::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling a form must not change what it says.
    if (watched == m_control && event->type() == QEvent::Wheel && !m_control->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Field::updateLine()
{
    const bool isError = !m_error.isEmpty();
    const bool isWarning = !isError && !m_warning.isEmpty();
    const QString explained = joined(m_hint, m_originShown == Origin::InWords ? m_origin : QString());
    const QString text = isError ? m_error : isWarning ? m_warning : explained;
    const QString said = isError || isWarning ? text : joined(m_hint, m_origin);

    setStyleProperty(m_line, "role", isError ? QStringLiteral("error") : QStringLiteral("caption"));
    setStyleProperty(m_line, "tone", isWarning ? QVariant(QStringLiteral("warning")) : QVariant());
    setStyleProperty(m_control, "invalid", isError);
    m_line->setText(text);
    m_line->setMinimumHeight(m_reservedLines * lineHeight());
    m_line->setVisible(m_reservedLines > 0 || !text.isEmpty());

    m_icon->setVisible(isError || isWarning);
    if (isError || isWarning) {
        setThemedIcon(m_icon, QStringLiteral("alert"), isError ? &Colors::danger : &Colors::warning, lineIconSize);
    }
    if (m_control->accessibleDescription() != said)
        m_control->setAccessibleDescription(said);
}

} // namespace teleconsult::ui
