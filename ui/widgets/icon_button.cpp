#include "ui/widgets/icon_button.h"

#include "ui/widgets/themed_icon.h"

namespace teleconsult::ui {

IconButton::IconButton(const QString &objectName, const QString &iconName, QWidget *parent, QColor Colors::*color)
    : QPushButton(parent), m_color(color)
{
    setObjectName(objectName);
    setProperty("variant", QStringLiteral("ghost"));
    setProperty("iconOnly", true); // Before the icon, which has less room beside words.
    setIconName(iconName);
}

void IconButton::setIconName(const QString &iconName)
{
    setThemedIcon(this, iconName, m_color);
}

void IconButton::setWords(const QString &name, const QString &toolTip)
{
    setAccessibleName(name);
    setToolTip(toolTip);
}

void IconButton::setWords(const QString &words)
{
    setWords(words, words);
}

} // namespace teleconsult::ui
