// One running program for each data folder, and how others talk to it.
#pragma once

#include "core/domain/error.h"

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
/// to the front and ends.
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

    /// How the first program answers askStatus(). Without it the answer is empty.
    void setStatus(std::function<QJsonObject()> status) { m_status = std::move(status); }

    /// Asks the program that runs on this folder about its state, as any user who may write to its socket. Errors:
    /// NotFound "not_running"; Unreachable "no_answer" (it hangs, or is being started); BadAnswer.
    static Result<QJsonObject> askStatus(const QString &dataDir,
                                         std::chrono::milliseconds patience = std::chrono::seconds(5));

    /// This program is about to end, and takes no more links: whoever brings one waits for the folder instead.
    void stopListening();

    /// Where the first program listens.
    QString socketName() const { return m_socketName; }

signals:
    /// A second program was started, with this link to open: nobody has looked at it yet. Empty: with none.
    void activationRequested(const QString &link);

private:
    void receive(QLocalSocket *socket);
    bool handOver(const QString &link, QDeadlineTimer limit) const;

    QString m_socketName;
    QLockFile m_lock;
    QLocalServer m_server;
    std::function<QJsonObject()> m_status;
};

} // namespace teleconsult::app
