// A desktop's notification server, on a connection of its own.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QVariantMap>

namespace teleconsult::test {

/// org.freedesktop.Notifications as its specification 1.2 has it. A person is played with choose() and dismiss().
class NotificationServerDouble : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint number = 0;
        uint replaced = 0;
        QString program;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit NotificationServerDouble(QStringList capabilities)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("notification-server"))),
          m_capabilities(std::move(capabilities))
    {
        m_isUp = m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
                 m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~NotificationServerDouble() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        QDBusConnection::disconnectFromBus(QStringLiteral("notification-server"));
    }

    bool isUp() const { return m_isUp; }
    const QList<Shown> &shown() const { return m_shown; }
    const QList<uint> &closed() const { return m_closed; }
    void failNext() { m_fails = true; }

    void choose(uint number, const QString &action) { emit ActionInvoked(number, action); }
    void dismiss(uint number) { emit NotificationClosed(number, 2); }

public slots:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString &program, uint replaced, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        if (std::exchange(m_fails, false)) {
            sendErrorReply(QStringLiteral("org.freedesktop.Notifications.Error.ExcessNotificationGeneration"));
            return 0;
        }
        const uint number = replaced ? replaced : ++m_last;
        m_shown << Shown{number, replaced, program, title, body, actions, hints};
        return number;
    }
    void CloseNotification(uint number)
    {
        m_closed << number;
        emit NotificationClosed(number, 3);
    }

signals:
    void ActivationToken(uint number, const QString &token);
    void ActionInvoked(uint number, const QString &action);
    void NotificationClosed(uint number, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    bool m_isUp = false;
    bool m_fails = false;
    uint m_last = 0;
    QList<Shown> m_shown;
    QList<uint> m_closed;
};

} // namespace teleconsult::test
