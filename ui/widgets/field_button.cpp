#include "ui/widgets/field_button.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QLineEdit>

namespace teleconsult::ui {

FieldButton::FieldButton(QLineEdit *line, QWidget *field, const QString &iconName) : QPushButton(field), m_line(line)
{
    setProperty("variant", QStringLiteral("ghost"));
    setProperty("iconOnly", true);
    setThemedIcon(this, iconName, &Colors::textMuted);
    setFocusPolicy(Qt::NoFocus);
    setAutoDefault(false);
    setCursor(Qt::ArrowCursor);
    field->installEventFilter(this);
    place();
}

bool FieldButton::event(QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        place();
    return QPushButton::event(event);
}

bool FieldButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void FieldButton::place()
{
    const QWidget *field = parentWidget();
    setGeometry(field->width() - size::control, 0, size::control, field->height());
    // The sheet's padding is there already.
    m_line->setTextMargins(0, 0, isHidden() ? 0 : size::control - spacing::m, 0);
}

} // namespace teleconsult::ui
