// The call view on top of Qt WebEngine.
#pragma once

#include "ui/call/call_engine.h"

#include <QPointer>

#include <memory>

class QWebEngineDownloadRequest;
class QWebEngineProfile;
class QWebEngineView;

namespace teleconsult::ui {

class CallWebPage;

/// A web view together with the page of a call, hidden and empty. The page belongs to the view.
struct CallSurface
{
    std::unique_ptr<QWebEngineView> view;
    CallWebPage *page = nullptr;

    /// `profile` must outlive the surface.
    static CallSurface make(QWebEngineProfile *profile);
    CallSurface();
    CallSurface(CallSurface &&) noexcept;
    CallSurface &operator=(CallSurface &&) noexcept;
    ~CallSurface();
};

/// Shows a call in a CallSurface that lives exactly as long as the call: with it go the page's process, its connections
/// and the devices it holds.
class WebCallView final : public CallView
{
    Q_OBJECT
public:
    /// `warm`: a surface made earlier, or an empty one. The profile must outlive every surface (see closeSurface()).
    WebCallView(QWebEngineProfile *profile, CallSurface warm, QWidget *parent);
    ~WebCallView() override;

    void open(const CallTarget &target) override;
    void setEndCallRedirectUrl(const QUrl &url) override;
    void setDownloadFolder(const QString &path) override;
    void leave() override;

    /// Lets go of page and profile without a word, because the engine is being shut down. open() then fails.
    void shutDown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void adopt(CallSurface surface);
    void watch(CallWebPage *page, const QUrl &link);
    void showTextMenu(const QPoint &where);
    void closeSurface();
    void finishEnded();
    void finishFailed(bool retryable);
    void finishCrashed();
    void onDownload(QWebEngineDownloadRequest *request);

    QPointer<QWebEngineProfile> m_profile;
    CallSurface m_surface;
    CallTarget m_target; ///< Of the call that is open.
    quint64 m_call = 0;  ///< Counts calls, so that a late word from an earlier page is not taken for this one's.
    bool m_open = false;
    bool m_hadKeyboard = false; ///< The window was active when a page was put into it.
};

} // namespace teleconsult::ui
