// One running program for each data folder, and how others talk to it.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QJsonObject>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <functional>

class QLocalSocket;

namespace teleconsult::app {

/// The first program on a data folder holds it; a later one hands the first what it was started with, asks it to come
/// to the front and ends. They meet at a socket in that folder: whoever is named the folder finds the program, nobody
/// who may not look into it can take its place, and nothing else has to be writable.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    enum class Claim {
        First,
        Another, ///< holds the folder; it has been asked to come to the front.
        Deaf,    ///< Another holds the folder and does not answer: it hangs, or cannot be talked to.
        Failed,  ///< The folder cannot be written to.
    };
    /// `link`: handed to the program that holds the folder, if there is one; empty: none. One that ends gives the
    /// folder free: it is waited for, at most for `patience`, and so is the answer of one that is busy.
    Claim claim(const QString &link = {}, std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// The desktop's leave to come to the front that this program was started with (ui/widgets/window_activation.h). It
    /// is handed over with the link, for it is the other's window that is wanted.
    void setActivationToken(const QByteArray &token) { m_token = token; }

    /// How the first program answers askStatus(). Without it the answer is empty.
    void setStatus(std::function<QJsonObject()> status) { m_status = std::move(status); }

    /// Asks the program that runs on this folder about its state, as its own user or root. Errors: NotFound
    /// "not_running"; Unauthorized "folder_of_another"; Unreachable "no_answer" (it hangs, or is being started);
    /// BadAnswer.
    static Result<QJsonObject> askStatus(const QString &dataDir,
                                         std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// This program is about to end, and takes no more links: whoever brings one waits for the folder instead.
    void stopListening();

    /// Where the first program listens.
    QString socketName() const { return m_folder.socketName(); }

signals:
    /// A second program was started, with this link to open: nobody has looked at it yet. Empty: with none.
    /// `token`: as it was set there, and as little looked at; empty: none.
    void activationRequested(const QString &link, const QByteArray &token);

private:
    /// The data folder, held open.
    class Folder
    {
    public:
        explicit Folder(const QString &path);
        ~Folder();
        Q_DISABLE_COPY_MOVE(Folder)

        /// Whether this user may not get to it.
        bool isHidden() const { return m_isHidden; }
        /// Of the socket in it, for this process alone. One in a folder that is not there is not there either.
        QString socketName() const;

    private:
        int m_fd; ///< -1: it is not there.
        bool m_isHidden;
    };

    void receive(QLocalSocket *socket);
    bool handOver(const QString &link, QDeadlineTimer limit) const;

    Folder m_folder;
    QLockFile m_lock;
    QByteArray m_token;
    QLocalServer m_server;
    std::function<QJsonObject()> m_status;
};

} // namespace teleconsult::app
