// When something that was away may be back.
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>

namespace teleconsult::ui {

/// Tells that the network can be reached again, or that the machine has woken: whatever waits may ask at once, and what
/// is shown may be old. Tells it within two seconds: the stations of a clinic have lost the same network, and do not
/// ask all at once. One for the program. Silent before start(), and where nobody tells of the network (no
/// NetworkManager) or of sleep (no login service).
class ReturnWatch : public QObject
{
    Q_OBJECT
public:
    /// `random`: in [0, 1); empty: the machine's.
    explicit ReturnWatch(std::function<double()> random = {}, QObject *parent = nullptr);

    /// Once. Reaches for the bus and for NetworkManager, which takes a moment. `bus`: where org.freedesktop.login1 is;
    /// the system's bus, but for tests.
    void start(QDBusConnection bus = QDBusConnection::systemBus());

signals:
    /// Just before returned(): a connection from before may lead nowhere.
    void connectionsStale();
    void returned();

private slots:
    /// As login1's signal: true before the machine goes to sleep, false when it has woken.
    void onPrepareForSleep(bool isGoing);

private:
    void watchNetwork();
    void tellSoon();

    std::function<double()> m_random;
};

} // namespace teleconsult::ui
