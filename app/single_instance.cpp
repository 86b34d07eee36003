#include "app/single_instance.h"

#include "core/domain/teleconsultation_link.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace teleconsult::app {

namespace {

constexpr int patience = 1000; // milliseconds
/// A link in UTF-8, in bytes.
constexpr qint64 longestMessage = 4 * (longestLink + 1);

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent),
      // A socket's path is limited to about 100 characters: a digest stands for the folder.
      m_socketName(QStringLiteral("teleconsult-") +
                   QString::fromLatin1(
                       QCryptographicHash::hash(QDir(dataDir).absolutePath().toUtf8(), QCryptographicHash::Sha256)
                           .toHex()
                           .left(16))),
      m_lock(dataDir + QStringLiteral("/running.lock"))
{
    m_lock.setStaleLockTime(0); // held for as long as the program runs; a dead owner is noticed by its process id
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, this, [this, socket] { receive(socket); });
            // With more than is wanted the end is not waited for: none of our programs sends that.
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->bytesAvailable() > longestMessage)
                    receive(socket);
            });
            if (socket->state() == QLocalSocket::UnconnectedState)
                receive(socket);
        }
    });
}

void SingleInstance::receive(QLocalSocket *socket)
{
    socket->disconnect(this);
    const QByteArray message = socket->read(longestMessage + 1);
    socket->deleteLater();
    emit activationRequested(message.size() > longestMessage ? QString() : QString::fromUtf8(message));
}

SingleInstance::Claim SingleInstance::claim(const QString &link)
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_socketName); // what a crash left behind
        m_server.listen(m_socketName);
        return Claim::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return Claim::Failed;
    QLocalSocket socket;
    socket.connectToServer(m_socketName, QIODevice::WriteOnly);
    if (!socket.waitForConnected(patience))
        return Claim::Another;
    // A longer one is no link, and the first program says so of what is left of it.
    socket.write(link.left(longestLink + 1).toUtf8());
    socket.disconnectFromServer();
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(patience);
    return Claim::Another;
}

} // namespace teleconsult::app
