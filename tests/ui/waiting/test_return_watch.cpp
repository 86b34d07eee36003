// With a login service of the test's own on the session's bus.
#include "ui/waiting/return_watch.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace teleconsult::ui;

class TestReturnWatch : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_login.emplace(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("login")));
        QVERIFY2(m_login->isConnected(), "run it with dbus-run-session");
        QVERIFY(m_login->registerService(QStringLiteral("org.freedesktop.login1")));
    }
    void cleanup()
    {
        m_login.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("login"));
    }

    void wakingIsTold()
    {
        ReturnWatch watch;
        watch.start(QDBusConnection::sessionBus());
        QSignalSpy returned(&watch, &ReturnWatch::returned);
        waitForSubscription();
        say(false);
        QTRY_COMPARE(returned.size(), 1);
    }

    void goingToSleepIsNot()
    {
        ReturnWatch watch;
        watch.start(QDBusConnection::sessionBus());
        QSignalSpy returned(&watch, &ReturnWatch::returned);
        waitForSubscription();
        say(true);
        say(false); // That it came shows that the one before it came, too.
        QTRY_COMPARE(returned.size(), 1);
    }

    void withoutABusItIsSilent()
    {
        ReturnWatch watch;
        watch.start(QDBusConnection(QStringLiteral("nowhere")));
        QSignalSpy returned(&watch, &ReturnWatch::returned);
        say(false);
        QCoreApplication::processEvents();
        QVERIFY(returned.isEmpty());
    }

private:
    void say(bool goesToSleep)
    {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                                         QStringLiteral("org.freedesktop.login1.Manager"),
                                                         QStringLiteral("PrepareForSleep"));
        signal << goesToSleep;
        m_login->send(signal);
    }
    /// A question on the watch's connection is answered after what was sent on it before.
    static void waitForSubscription()
    {
        QVERIFY(
            QDBusConnection::sessionBus().interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1")));
    }

    std::optional<QDBusConnection> m_login;
};

QTEST_GUILESS_MAIN(TestReturnWatch)
#include "test_return_watch.moc"
