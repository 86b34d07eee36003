// The call engine as the rest of the interface sees it. Includes nothing of WebEngine: only the plugin in this folder
// does.
#pragma once

#include "ui/devices/code_camera.h"
#include "ui/devices/device_preview.h"

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
    bool plainly = false;     ///< Without the graphics card in the page (no WebGL, no accelerated canvas): all that can
                              ///< be switched off while the engine runs. More: CallEngine::drawPlainly().
    QString downloadFolder = {}; ///< Where files that the page offers are saved; made when it is not there. Empty:
                                 ///< files are refused.
    bool isGuest = false; ///< Whoever sits there is not known here, as at a kiosk: the page opens no window and no
                          ///< dialog for files, shares no screen, and reaches no clipboard.
    config::DeviceChoice devices = {}; ///< Used where the page leaves the choice to the system.
};

/// How the page stands to the others in its call, as far as can be seen from outside.
enum class Connection {
    Unknown, ///< Nobody is connected yet, or the page does not say.
    Good,
    Unsteady, ///< Neither picture nor sound arrive, but the call's server is still heard: the page sees to it.
    Lost,     ///< It was connected, and is not any more. Pages commonly mend that themselves.
};

/// One file on its way from the call to the folder.
class CallDownload : public QObject
{
    Q_OBJECT
public:
    enum class State { Running, Saved, Failed, Cancelled };

    using QObject::QObject;

    virtual State state() const = 0;
    virtual QString fileName() const = 0; ///< Without a folder; safe to show.
    virtual QString folder() const = 0;
    virtual qint64 received() const = 0; ///< Bytes.
    virtual qint64 total() const = 0;    ///< Bytes; -1 when the page does not say.
    virtual void cancel() = 0;           ///< Nothing when it is over.

signals:
    void changed();
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

    /// Where files are saved that the page offers from now on; what is arriving already goes where it began.
    virtual void setDownloadFolder(const QString &path) { Q_UNUSED(path) }

    /// Leaves the call as the page's own hang-up would be left: devices released, page gone. Emits ended(), once;
    /// nothing when no call is open.
    virtual void leave() = 0;

signals:
    void pageReady();
    /// The call is over: the page went to the redirect, closed its window, or leave() was called.
    void ended();
    /// The page cannot be loaded. `retryable`: open() again may succeed; otherwise this link is dead.
    void failed(bool retryable);
    /// The page's process ended. open() again may succeed.
    void crashed();
    /// The page stopped answering (true), or answers again (false). It is still shown.
    void unresponsive(bool on);
    /// Told when it changes; Connection::Unknown when a page is opened.
    void connectionChanged(teleconsult::ui::Connection connection);
    /// The page wanted to go to an address that is not of the call, and was not let; it is still shown. When
    /// setEndCallRedirectUrl() tells afterwards that this was the way out, the call ends.
    void leadsAway();
    /// A file from the call is being saved. Owned by the view; one that is still running when the call ends goes on,
    /// and is aborted with the engine.
    void downloadBegan(teleconsult::ui::CallDownload *download);
    /// A file was offered that is not of the call, or that cannot be saved in the folder.
    void downloadRefused();
    /// A device that was chosen is not there, or the page found none at all of a kind that it asked for. Once a call.
    void devicesMissing();
};

/// Makes call views. Loading the plugin costs little; the engine's own start-up is done in steps while idle.
class CallEngine
{
public:
    virtual ~CallEngine() = default;

    /// From now on without the graphics card and without OpenGL, for as long as the program runs. Before anything else
    /// is asked of it.
    virtual void drawPlainly() {}

    /// Does one step of the start-up on the GUI thread, as short as the engine allows. True: there is nothing left to
    /// do.
    virtual bool warmUpStep(const QString &storageDir) = 0;

    /// "Chromium 102.0.5005.177", as far as it is known.
    virtual QString version() const { return {}; }

    /// Lets go of everything that it keeps in `storageDir` and in memory for call pages, so that the folder can be
    /// thrown away; what is asked for next begins anew. False, and nothing has changed: a view, a preview or a camera
    /// is there, or a file is still on its way.
    virtual bool letGo() { return true; }

    /// Ends every view, preview and camera, without a word, and erases whatever their pages have kept in `storageDir`:
    /// storage, cookies, databases. The next one begins with nothing. False: something could not be erased yet; it is
    /// tried again until it is gone, and never opened.
    virtual bool forget(const QString &storageDir) = 0;

    /// A view, owned by `parent`. Warms up whatever is still cold. `storageDir`: where the profile keeps its data.
    /// Unless it draws plainly, the first one makes Qt (6.4 and later) create the native window of `parent` anew, which
    /// can be seen as one flash: it is drawn through OpenGL from then on. A window that is so from the start costs 130
    /// ms and 30 MiB more (measured); one that is made anew while nobody waits loses the click of whoever comes back in
    /// that moment (tried).
    virtual CallView *createView(const QString &storageDir, QWidget *parent) = 0;

    /// For the device check; otherwise as createView().
    virtual DevicePreview *createDevicePreview(const QString &storageDir, QWidget *parent) = 0;

    /// For the codes of slips; otherwise as createView().
    virtual CodeCamera *createCodeCamera(const QString &storageDir, QWidget *parent) = 0;
};

} // namespace teleconsult::ui

#define TELECONSULT_CALL_ENGINE_IID "eu.teleconsult.CallEngine/1"
Q_DECLARE_INTERFACE(teleconsult::ui::CallEngine, TELECONSULT_CALL_ENGINE_IID)
