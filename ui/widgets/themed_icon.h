// Icons that follow the colours.
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QString>

class QAbstractButton;
class QAction;
class QLabel;

namespace teleconsult::ui {

/// Gives a button an icon from resources/icons and keeps it in the scheme's colours; a kiosk's grows with the text, as
/// its words do, and so does that of a button with the property `growingIcon`. Called again, it replaces the icon; an
/// empty name takes it away. The properties `iconOnly`, `kiosk` and `growingIcon` and the layout direction are to be
/// set before. Nobody else sets the icon's size.
void setThemedIcon(QAbstractButton *button, const QString &name, QColor Colors::*color = &Colors::text);
void setThemedIcon(QAction *action, const QString &name, QColor Colors::*color = &Colors::text);
/// For what is no widget of its own, say an entry of a list.
QIcon themedIcon(const QString &name, QColor Colors::*color = &Colors::text);
/// The same for a label; `pixelSize` is a size of tokens.h, and grows with the text.
void setThemedIcon(QLabel *label, const QString &name, QColor Colors::*color, int pixelSize);

} // namespace teleconsult::ui
