#include "ui/call/engine/web_download.h"

#include "ui/call/download_name.h"

#include <QDir>
#include <QFile>
#include <QWebEngineDownloadRequest>

namespace teleconsult::ui {

WebDownload *WebDownload::begin(QWebEngineDownloadRequest *request, const QString &folder, QObject *parent)
{
    const QString name = reserveFile(folder, safeFileName(request->suggestedFileName()));
    if (name.isEmpty() || request->isSavePageDownload()) {
        request->cancel();
        return nullptr;
    }
    return new WebDownload(request, folder, name, parent);
}

WebDownload::WebDownload(QWebEngineDownloadRequest *request, QString folder, QString name, QObject *parent)
    : m_request(request), m_folder(std::move(folder)), m_name(std::move(name))
{
    setParent(parent);
    connect(request, &QWebEngineDownloadRequest::receivedBytesChanged, this, &WebDownload::follow);
    connect(request, &QWebEngineDownloadRequest::totalBytesChanged, this, &WebDownload::follow);
    connect(request, &QWebEngineDownloadRequest::stateChanged, this, &WebDownload::follow);
    request->setDownloadDirectory(m_folder);
    request->setDownloadFileName(m_name);
    request->accept();
}

WebDownload::~WebDownload()
{
    cancel();
}

void WebDownload::outliveCall(QObject *keeper)
{
    m_isOnItsOwn = true;
    setParent(keeper);
}

void WebDownload::cancel()
{
    if (m_state != State::Running)
        return;
    if (m_request) {
        m_request->disconnect(this);
        m_request->cancel();
    }
    finish(State::Cancelled);
}

void WebDownload::follow()
{
    if (m_state != State::Running)
        return;
    m_received = m_request->receivedBytes();
    m_total = m_request->totalBytes();
    switch (m_request->state()) {
    case QWebEngineDownloadRequest::DownloadCompleted:
        finish(State::Saved);
        return;
    case QWebEngineDownloadRequest::DownloadCancelled:
        finish(State::Cancelled);
        return;
    case QWebEngineDownloadRequest::DownloadInterrupted:
        finish(State::Failed);
        return;
    case QWebEngineDownloadRequest::DownloadRequested:
    case QWebEngineDownloadRequest::DownloadInProgress:
        emit changed();
        return;
    }
}

void WebDownload::finish(State state)
{
    m_state = state;
    const QString path = QDir(m_folder).filePath(m_name);
    if (state == State::Saved)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner); // The engine goes by the umask.
    else
        QFile::remove(path);
    emit changed();
    if (m_isOnItsOwn)
        deleteLater();
}

} // namespace teleconsult::ui
