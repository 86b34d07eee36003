// The desktop's leave to come to the front.
#pragma once

#include <QByteArray>

class QWidget;

namespace teleconsult::ui {

/// Where programs may not come to the front by themselves, as under Wayland, whoever was clicked hands on a token: the
/// desktop to a program that it starts, a notification to the one that has shown it (xdg-activation-v1; Desktop
/// Notifications Specification 1.2, ActivationToken). It is kept for the next bringToFront(), in the environment
/// variable XDG_ACTIVATION_TOKEN, from which Qt takes it. An empty one, or what can be none, is left aside.
void keepActivationToken(const QByteArray &token);

/// The one that is kept, also by the desktop that has started this program; empty: none.
QByteArray activationToken();

/// Shows the window, whatever has become of it, and asks for the keyboard. Uses up the token.
void bringToFront(QWidget &window);

} // namespace teleconsult::ui
