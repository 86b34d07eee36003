#include "app/single_instance.h"

#include "core/domain/json.h"
#include "core/domain/teleconsultation_link.h"

#include <QFile>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcInstance, "teleconsult.app.instance")

constexpr unsigned long pause = 100;       // milliseconds
constexpr qint64 maximumTokenLength = 256; // bytes; longer than any desktop's
/// A link in UTF-8, in bytes, the token after it, and the end of the message.
constexpr qint64 maximumMessageLength = 4 * (maximumLinkLength + 1) + 1 + maximumTokenLength + 1;
constexpr char beforeToken = '\n';
constexpr char endOfMessage = '\0'; ///< No argument of a program has it in it.
constexpr char taken = 1;           ///< The answer to a link.
/// No link. The answer is JSON and the end of a message.
const QByteArray statusQuestion = "status?";
constexpr qint64 maximumAnswerLength = 64 * 1024;

} // namespace

SingleInstance::Folder::Folder(const QString &path)
    : m_fd(::open(QFile::encodeName(path).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC)),
      m_isHidden(m_fd < 0 && errno == EACCES)
{}

SingleInstance::Folder::~Folder()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

/// By its descriptor: a socket's path has room for about 100 characters, a folder's for many more.
QString SingleInstance::Folder::socketName() const
{
    return QStringLiteral("/proc/self/fd/%1/running.socket").arg(m_fd);
}

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent), m_folder(dataDir), m_lock(dataDir + QStringLiteral("/running.lock"))
{
    m_lock.setStaleLockTime(0); // held for as long as the program runs; a dead owner is noticed by its process id
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, this, [this, socket] { receive(socket); });
            // With more than is wanted the end is not waited for: none of our programs sends that.
            const auto look = [this, socket] {
                if (socket->bytesAvailable() > maximumMessageLength ||
                    socket->peek(maximumMessageLength).endsWith(endOfMessage) ||
                    socket->state() == QLocalSocket::UnconnectedState)
                    receive(socket);
            };
            connect(socket, &QLocalSocket::readyRead, this, look);
            look();
        }
    });
}

void SingleInstance::receive(QLocalSocket *socket)
{
    socket->disconnect(this);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    QByteArray message = socket->read(maximumMessageLength + 1);
    const bool isWhole = message.endsWith(endOfMessage);
    if (isWhole)
        message.chop(1);
    const bool isQuestion = isWhole && message == statusQuestion;
    if (isQuestion)
        socket->write(compactJson(m_status ? m_status() : QJsonObject()) + endOfMessage);
    else if (isWhole)
        socket->write(QByteArray(1, taken));
    socket->flush();
    socket->disconnectFromServer(); // once everything is written
    if (socket->state() == QLocalSocket::UnconnectedState)
        socket->deleteLater();
    if (isQuestion)
        return;
    if (message.size() > maximumMessageLength)
        message.clear();
    const auto end = message.lastIndexOf(beforeToken);
    emit activationRequested(QString::fromUtf8(message.left(end)), end < 0 ? QByteArray() : message.mid(end + 1));
}

void SingleInstance::stopListening()
{
    m_server.close();
}

SingleInstance::Claim SingleInstance::claim(const QString &link, std::chrono::milliseconds patience)
{
    const QDeadlineTimer limit(patience);
    while (true) {
        if (m_lock.tryLock(0)) {
            QLocalServer::removeServer(socketName()); // what a crash left behind
            if (!m_server.listen(socketName()))
                qCWarning(lcInstance).noquote()
                    << "Links from other programs cannot be taken:" << m_server.errorString();
            return Claim::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return Claim::Failed;
        if (handOver(link, limit))
            return Claim::Another;
        if (limit.hasExpired())
            return Claim::Deaf;
        // Nobody listens: the other program begins or ends.
        QThread::msleep(pause);
    }
}

/// Whether the program that listens has taken it. One that hangs can be connected to, and written to, all the same.
bool SingleInstance::handOver(const QString &link, QDeadlineTimer limit) const
{
    const auto left = [&limit] { return int(limit.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(socketName());
    if (!socket.waitForConnected(left()))
        return false;
    // A longer one is no link, and the first program says so of what is left of it.
    socket.write(link.left(maximumLinkLength + 1).toUtf8() + beforeToken + m_token + endOfMessage);
    while (socket.bytesAvailable() == 0) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    return true;
}

Result<QJsonObject> SingleInstance::askStatus(const QString &dataDir, std::chrono::milliseconds patience)
{
    const QDeadlineTimer limit(patience);
    const auto left = [&limit] { return int(limit.remainingTime()); };
    const Folder folder(dataDir);
    if (folder.isHidden())
        return failure(makeError(Error::Kind::Unauthorized, QStringLiteral("folder_of_another")));
    QLocalSocket socket;
    socket.connectToServer(folder.socketName());
    if (!socket.waitForConnected(left())) {
        const bool isThere = socket.error() != QLocalSocket::ServerNotFoundError &&
                             socket.error() != QLocalSocket::ConnectionRefusedError;
        return failure(isThere ? makeError(Error::Kind::Unreachable, QStringLiteral("no_answer"), socket.errorString())
                               : makeError(Error::Kind::NotFound, QStringLiteral("not_running")));
    }
    socket.write(statusQuestion + endOfMessage);
    QByteArray answer;
    while (!answer.endsWith(endOfMessage)) {
        if (!socket.waitForReadyRead(left()))
            return failure(makeError(Error::Kind::Unreachable, QStringLiteral("no_answer"), socket.errorString()));
        answer += socket.readAll();
        if (answer.size() > maximumAnswerLength)
            break;
    }
    answer.chop(1);
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return failure(makeError(Error::Kind::BadAnswer, QStringLiteral("not_json")));
    return document.object();
}

} // namespace teleconsult::app
