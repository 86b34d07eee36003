// A button that shows an icon and no words.
#pragma once

#include "ui/theme/tokens.h"

#include <QPushButton>

namespace teleconsult::ui {

/// Quiet until the pointer or the focus is on it. What it does is said by its name, for a screen reader, and by its
/// tooltip: whoever makes one gives it both, in each language.
class IconButton : public QPushButton
{
    Q_OBJECT
public:
    /// `iconName` is one of resources/icons, or empty for one that is given later.
    IconButton(const QString &objectName, const QString &iconName, QWidget *parent,
               QColor Colors::*color = &Colors::text);

    void setIconName(const QString &iconName);
    void setWords(const QString &name, const QString &toolTip);
    /// For a name that says enough, and is no longer than a tooltip may be.
    void setWords(const QString &words);

private:
    QColor Colors::*m_color;
};

} // namespace teleconsult::ui
