// One running program for each data folder.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace teleconsult::app {

/// The first program on a data folder holds it; a later one asks the first to come to the front and ends.
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
    Claim claim();

signals:
    /// A second program was started.
    void activationRequested();

private:
    QString m_socketName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace teleconsult::app
