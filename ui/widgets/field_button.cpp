#include "ui/widgets/field_button.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QLineEdit>

namespace teleconsult::ui {

FieldButton::FieldButton(const QString &objectName, const QString &iconName, QLineEdit *line, QWidget *field)
    : IconButton(objectName, iconName, field, &Colors::textMuted), m_line(line)
{
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
    return IconButton::event(event);
}

bool FieldButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return IconButton::eventFilter(watched, event);
}

void FieldButton::place()
{
    const QWidget *field = parentWidget();
    setGeometry(field->width() - size::control, 0, size::control, field->height());
    // The sheet's padding is there already.
    m_line->setTextMargins(0, 0, isHidden() ? 0 : size::control - spacing::m, 0);
}

} // namespace teleconsult::ui
