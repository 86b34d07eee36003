#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace teleconsult::app {

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
            socket->deleteLater();
            emit activationRequested();
        }
    });
}

SingleInstance::Claim SingleInstance::claim()
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
    socket.waitForConnected(1000);
    return Claim::Another;
}

} // namespace teleconsult::app
