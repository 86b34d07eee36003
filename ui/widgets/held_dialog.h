// Dialogs that stand in their window instead of before it.
#pragma once

#include <QDialog>
#include <QVariant>

namespace teleconsult::ui {

/// A kiosk's window holds its dialogs itself (property "holdsDialogs"): a compositor for one program could not place
/// them, and the keyboard on the screen belongs to the window. Any other dialog stays as it is. To be called where it
/// is made, before anything is in it.
inline void standInWindow(QDialog *dialog)
{
    const QWidget *parent = dialog->parentWidget();
    if (!parent || !parent->window()->property("holdsDialogs").toBool())
        return;
    dialog->setParent(parent->window(), Qt::Widget);
    dialog->setAttribute(Qt::WA_StyledBackground);
}

} // namespace teleconsult::ui
