// A file from the call on its way to the disk.
#pragma once

#include "ui/call/call_engine.h"

#include <QPointer>

class QWebEngineDownloadRequest;

namespace teleconsult::ui {

/// Saves what a page offers. The file is the person's alone (mode 600), has a harmless name and takes no other file's
/// place; one that did not arrive in full is removed. Destroying it cancels it.
class WebDownload final : public CallDownload
{
    Q_OBJECT
public:
    /// Accepts the request; null, and the request is refused, when the folder cannot be written to.
    static WebDownload *begin(QWebEngineDownloadRequest *request, const QString &folder, QObject *parent);
    ~WebDownload() override;

    /// The call is over, and the file still on its way: from now on it belongs to `keeper`, and goes once it has ended.
    void outliveCall(QObject *keeper);

    State state() const override { return m_state; }
    QString fileName() const override { return m_name; }
    QString folder() const override { return m_folder; }
    qint64 received() const override { return m_received; }
    qint64 total() const override { return m_total; }
    void cancel() override;

private:
    WebDownload(QWebEngineDownloadRequest *request, QString folder, QString name, QObject *parent);
    void follow();
    void finish(State state);

    QPointer<QWebEngineDownloadRequest> m_request;
    QString m_folder;
    QString m_name;
    bool m_isOnItsOwn = false; ///< Nobody but its keeper owns it.
    State m_state = State::Running;
    qint64 m_received = 0;
    qint64 m_total = -1;
};

} // namespace teleconsult::ui
