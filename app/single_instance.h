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

    /// True: this is the first. False: another one holds the folder; it has been asked to come to the front.
    bool claim();

signals:
    /// A second program was started.
    void activationRequested();

private:
    QString m_socketName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace teleconsult::app
