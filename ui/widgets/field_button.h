// A button in a field.
#pragma once

#include "ui/widgets/icon_button.h"

class QLineEdit;

namespace teleconsult::ui {

/// Stands at the end of a field, as high as it and as wide as a finger needs, and keeps the text out of its way; Qt's
/// own actions in a field are half as large. The field has a key for the same, so Tab passes the button by.
class FieldButton : public IconButton
{
    Q_OBJECT
public:
    /// `line` takes the text; `field`, which owns the button, is what is seen as the field: the line itself, or what it
    /// is a part of.
    FieldButton(const QString &objectName, const QString &iconName, QLineEdit *line, QWidget *field);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLineEdit *m_line;
};

} // namespace teleconsult::ui
