// When something that was away may be back.
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace teleconsult::ui {

/// Tells that the network can be reached again, or that the machine has woken: whatever waits may ask at once. Where
/// nobody tells of the network (no NetworkManager) or of sleep (no login service), it is silent.
class ReturnWatch : public QObject
{
    Q_OBJECT
public:
    explicit ReturnWatch(QObject *parent = nullptr);
    /// `bus`: where org.freedesktop.login1 is; the system's bus, but for tests.
    ReturnWatch(const QDBusConnection &bus, QObject *parent);

signals:
    void returned();

private slots:
    /// As login1's signal: true before the machine goes to sleep, false when it has woken.
    void onPrepareForSleep(bool isGoing);

private:
    void watchNetwork();

    QDBusConnection m_bus;
};

} // namespace teleconsult::ui
