// Serves the one page that both engines show, and hears from it when it has been painted.
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace teleconsult::bench {

/// An HTTP server for this page alone, on loopback.
class PageServer : public QObject
{
    Q_OBJECT
public:
    explicit PageServer(QObject *parent = nullptr);

    bool isOpen() const { return m_server.isListening(); }
    QUrl pageUrl() const;

signals:
    /// The page has been loaded, and a frame of it is on the screen.
    void painted();

private:
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
};

} // namespace teleconsult::bench
