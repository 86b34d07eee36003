// When something that was away may be back.
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace teleconsult::ui {

/// Tells that the network can be reached again, or that the machine has woken: whatever waits may ask at once, and what
/// is shown may be old. One for the program. Silent before start(), and where nobody tells of the network (no
/// NetworkManager) or of sleep (no login service).
class ReturnWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Once. Reaches for the bus and for NetworkManager, which takes a moment. `bus`: where org.freedesktop.login1 is;
    /// the system's bus, but for tests.
    void start(QDBusConnection bus = QDBusConnection::systemBus());

signals:
    void returned();

private slots:
    /// As login1's signal: true before the machine goes to sleep, false when it has woken.
    void onPrepareForSleep(bool isGoing);

private:
    void watchNetwork();
};

} // namespace teleconsult::ui
