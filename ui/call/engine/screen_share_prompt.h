// Asking before a screen is shown to others.
#pragma once

#include "ui/call/engine/engine_compat.h"

#include <QCoreApplication>
#include <QList>
#include <QWidget>

#include <functional>

class QScreen;

namespace teleconsult::ui {

/// The questions around screen sharing. Each belongs to `parent`, and is refused when `context` goes away.
class ScreenSharePrompt
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::ScreenSharePrompt)
public:
    /// Says in words what will be seen, for an engine that shares the whole first screen and offers no choice.
    static void confirm(QWidget *parent, QObject *context, std::function<void(bool share)> answer);

    /// Which of several screens the engine takes, in words: the desktop's main one, which the X server lists first
    /// (Wayland's portal asks by itself). Empty with a single screen, which needs no name. A place is said where the
    /// screens stand side by side.
    static QString sharedScreen(const QScreen *main, const QList<QScreen *> &screens);

    /// Lets a person choose among screens and windows.
    static void choose(QWidget *parent, QObject *context, const compat::ScreenShareRequest &request);
};

} // namespace teleconsult::ui
