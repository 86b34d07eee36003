// The call engine as the rest of the interface sees it. Includes nothing of WebEngine: only the plugin in this folder
// does.
#pragma once

#include <QUrl>
#include <QWidget>
#include <QtPlugin>

namespace teleconsult::ui {

/// What a call view may do. Both are security boundaries.
struct CallTarget
{
    QUrl link;                ///< The participant's access link: a credential, never shown or logged.
    QUrl endCallRedirectUrl;  ///< Navigating here means: the call is over. May be empty.
    QStringList allowedHosts; ///< Besides the link's own origin: "*.bandyer.com" or an exact host. HTTPS only, except
                              ///< on loopback.
};

/// Shows one call. Destroying it ends the call. After `ended` or `failed` it is done with and can be opened again.
class CallView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Loads the call page. Camera and microphone are granted to the link's origin alone.
    virtual void open(const CallTarget &target) = 0;

    /// The redirect has become known, or changed, since open(). A view that cannot take it keeps the one of open().
    virtual void setEndCallRedirectUrl(const QUrl &url) { Q_UNUSED(url) }

    /// Leaves the call as the page's own hang-up would be left: devices released, page gone. Emits ended(), once;
    /// nothing when no call is open.
    virtual void leave() = 0;

signals:
    void pageReady();
    /// The call is over: the page went to the redirect, closed its window, or leave() was called.
    void ended();
    /// The page cannot be shown: not loaded, or its process died. `retryable`: open() again may succeed.
    void failed(bool retryable);
    /// The page offered a file, and it was refused: saving files is not built yet. The person is told (CallPage).
    void downloadRefused();
};

/// Makes call views. Loading the plugin costs little; the engine's own start-up is done in steps while idle.
class CallEngine
{
public:
    virtual ~CallEngine() = default;

    /// Does one step of the start-up on the GUI thread, as short as the engine allows. True: there is nothing left to
    /// do.
    virtual bool warmUpStep(const QString &storageDir) = 0;

    /// A view, owned by `parent`. Warms up whatever is still cold. `storageDir`: where the profile keeps its data.
    /// The first one makes Qt (6.4 and later) create the native window of `parent` anew, which can be seen as one
    /// flash: it is drawn through OpenGL from then on. A window that is so from the start costs 130 ms and 30 MiB more
    /// (measured).
    virtual CallView *createView(const QString &storageDir, QWidget *parent) = 0;
};

} // namespace teleconsult::ui

#define TELECONSULT_CALL_ENGINE_IID "eu.teleconsult.CallEngine/1"
Q_DECLARE_INTERFACE(teleconsult::ui::CallEngine, TELECONSULT_CALL_ENGINE_IID)
