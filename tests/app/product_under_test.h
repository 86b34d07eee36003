// The built application as a process of its own, with a home of its own.
#pragma once

#include "tests/support/reserved_port.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

#include <chrono>

namespace teleconsult::test {

/// Starts the application in an empty home, with fake camera and microphone, open to assistive technology and to
/// DevTools. Killed with the object if it is still there.
class ProductUnderTest
{
public:
    explicit ProductUnderTest(QString program);
    ~ProductUnderTest();

    bool start();
    /// Starts it a second time beside the first, with this argument, and waits until that one has ended; false: it did
    /// not, or not well.
    bool startAgain(const QString &argument) const;
    /// Of the processes that it has started, those of this kind ("renderer").
    QList<qint64> children(const QString &kind) const;
    /// The arguments it runs with.
    QStringList arguments() const;
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Waits for the program to end by itself.
    bool waitForEnd(std::chrono::milliseconds limit);
    bool hasEndedWell() const;
    /// For messages.
    QString howItEnded() const;
    qint64 processId() const { return m_process.processId(); }
    /// Whether a library is in its memory.
    bool hasLoaded(const QByteArray &library) const;

    /// What the application takes for the local time zone.
    QTimeZone timeZone() const { return m_zone; }
    quint16 devToolsPort() const { return m_devToolsPort.number(); }
    QString databaseFile() const;
    /// What it wrote to its outputs so far.
    QString output() const;

private:
    QProcessEnvironment environment() const;

    QString m_program;
    QTimeZone m_zone;
    QTemporaryDir m_home;
    QProcess m_process;
    ReservedPort m_devToolsPort;
};

} // namespace teleconsult::test
