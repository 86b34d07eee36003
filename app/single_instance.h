// One running program for each data folder.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

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
        Failed,  ///< The folder cannot be written to.
    };
    /// `link`: handed to the program that holds the folder, if there is one; empty: none.
    Claim claim(const QString &link = {});

    /// Where the first program listens.
    QString socketName() const { return m_socketName; }

signals:
    /// A second program was started, with this link to open: nobody has looked at it yet. Empty: with none.
    void activationRequested(const QString &link);

private:
    void receive(QLocalSocket *socket);

    QString m_socketName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace teleconsult::app
