// Every difference between the engine's versions, and every way around one of its faults. Each says which versions it
// is for and, where one exists, the bug's number; when the oldest supported Qt moves on, what is outdated is found
// here.
#pragma once

#include <QList>
#include <QPersistentModelIndex>
#include <QUrl>

#include <functional>

class QWebEnginePage;
class QWebEngineProfile;
class QWebEngineSettings;

namespace teleconsult::ui::compat {

/// What a page may ask for, as far as we tell requests apart.
enum class Capability {
    CameraOrMicrophone,
    Screen,
    Other, ///< Location, notifications, mouse lock, fonts, …: a call needs none of them.
};

/// One thing a page asks for. To be answered exactly once, at any time while the page lives.
struct PermissionRequest
{
    QUrl origin;
    Capability capability = Capability::Other;
    std::function<void(bool granted)> answer;
};

/// Calls `handler` for every permission the page asks for.
/// Qt < 6.8: featurePermissionRequested. Qt ≥ 6.8: permissionRequested, QWebEnginePermission.
void watchPermissions(QWebEnginePage *page, std::function<void(PermissionRequest)> handler);

/// A screen or a window that may be shared. The engine's list of them changes while a person thinks: windows open,
/// close and move in it. The index stays with what it was made for, and is invalid once that is gone; its text is the
/// name.
using ScreenShareSource = QPersistentModelIndex;

/// Every row of the engine's list, as it is now.
QList<ScreenShareSource> sourcesIn(const QAbstractItemModel &model);

/// The screens and windows that may be shared. To be answered once, at any time while the page lives, with a source
/// that is still valid; when the last copy goes unanswered, that is a refusal.
struct ScreenShareRequest
{
    QList<ScreenShareSource> screens;
    QList<ScreenShareSource> windows;
    std::function<void(const QModelIndex &screen)> shareScreen;
    std::function<void(const QModelIndex &window)> shareWindow;
    std::function<void()> refuse;
};

/// Qt ≥ 6.7: asked which screen or window to share, once the permission is given. Qt < 6.7 has no choice to offer: with
/// the permission the engine shares the whole first screen (hasScreenPicker() is false), so that is to be said before.
void watchScreenShare(QWebEnginePage *page, std::function<void(const ScreenShareRequest &)> handler);
bool hasScreenPicker();

/// Settings that only some versions know.
void hardenSettings(QWebEngineSettings *settings);
/// Nothing granted in one call is remembered for the next. Qt ≥ 6.8 keeps answers on disk unless told not to.
void forgetPermissions(QWebEngineProfile *profile);

/// Tells the engine what it reads once, at its start: what it needs on its command line, in
/// QTWEBENGINE_CHROMIUM_FLAGS, and (`plainly`) that neither it nor the Qt Quick window that its views are in draws
/// through OpenGL (Qt 6.4 to 6.8). Before the first profile is made.
void prepareEngine(bool plainly);

} // namespace teleconsult::ui::compat
