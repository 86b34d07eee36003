// What the program tells systemd, or whoever else started it as a service (sd_notify(3)).
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace teleconsult::app {

/// Readiness, signs of life and a sentence about the state. Where nobody listens (NOTIFY_SOCKET is not set) nothing
/// happens. Lives on the main thread: signs of life come from its event loop, so a program that hangs gives none
/// and is started anew. One object in a program.
class ServiceManager : public QObject
{
    Q_OBJECT
public:
    explicit ServiceManager(QObject *parent = nullptr);

    /// Whether somebody listens, and starts the program anew when it ends.
    static bool isThere();

    /// It can be worked with. From here on signs of life are given, if they are wanted (WATCHDOG_USEC).
    void ready();
    /// For `systemctl status`: one English sentence, with nothing of a person in it.
    void tell(const QString &state);
    /// It ends, as it was asked to.
    void stopping();
    /// It starts itself anew as the same process, and will be ready() again. Not an end: whoever was told of one waits
    /// for the process to go, and kills it.
    void restarting();

    /// How often a sign of life is given: twice in the time that is waited for one. 0: none is wanted.
    std::chrono::milliseconds signInterval() const { return m_interval; }

private:
    std::chrono::milliseconds m_interval;
    QTimer m_signs;
    QString m_told;
};

} // namespace teleconsult::app
