// Mouse and keyboard, as they reach the X server (XTest, by way of the program xdotool).
#pragma once

#include <QPoint>
#include <QString>

namespace teleconsult::test {

/// Every function answers whether the events could be sent. What they do in the program is for the caller to look at.
class InputDriver
{
public:
    static bool click(QPoint point);
    static bool doubleClick(QPoint point);
    /// ASCII only: for other characters xdotool changes the keyboard's layout meanwhile, and programs read the old one.
    static bool type(const QString &text);
    /// X's names of keys: "Return", "ctrl+a", "Escape".
    static bool press(const QString &keys);
};

} // namespace teleconsult::test
