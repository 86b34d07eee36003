// With a login service and a network service of the test's own on the session's bus.
#include "ui/waiting/return_watch.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QNetworkInformation>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <optional>

using namespace teleconsult::ui;

namespace {

const QString networkService = QStringLiteral("org.freedesktop.NetworkManager");

/// As NetworkManager counts (NMState).
enum NetworkState : uint { Disconnected = 20, ConnectedLocal = 50, ConnectedSite = 60, ConnectedGlobal = 70 };

/// What Qt asks NetworkManager for. Lives on a thread of its own: Qt waits for the answers.
class NetworkDouble : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state)
    Q_PROPERTY(uint Connectivity READ connectivity)
public:
    uint state() const { return m_state; }
    uint connectivity() const { return 4; } // full

    bool offer()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, networkService);
        return bus.registerObject(QStringLiteral("/org/freedesktop/NetworkManager"), this,
                                  QDBusConnection::ExportAllProperties) &&
               bus.registerService(networkService);
    }
    void become(uint state)
    {
        m_state = state;
        QDBusMessage changed = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/NetworkManager"),
                                                          QStringLiteral("org.freedesktop.DBus.Properties"),
                                                          QStringLiteral("PropertiesChanged"));
        changed << networkService << QVariantMap{{QStringLiteral("State"), state}} << QStringList();
        QDBusConnection(networkService).send(changed);
    }

private:
    uint m_state = Disconnected;
};

} // namespace

class TestReturnWatch : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_network.moveToThread(&m_networkThread);
        m_networkThread.start();
        bool isOffered = false;
        QMetaObject::invokeMethod(
            &m_network, [this] { return m_network.offer(); }, Qt::BlockingQueuedConnection, &isOffered);
        QVERIFY2(isOffered, "run it with dbus-run-session");
    }
    void cleanupTestCase()
    {
        m_networkThread.quit();
        m_networkThread.wait();
        QDBusConnection::disconnectFromBus(networkService);
    }
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

    void aNetworkThatIsBackIsTold()
    {
        ReturnWatch watch([] { return 0.0; });
        watch.start(QDBusConnection(QStringLiteral("nowhere")));
        QVERIFY(QNetworkInformation::instance());
        QCOMPARE(QNetworkInformation::instance()->backendName(), QStringLiteral("networkmanager"));
        QSignalSpy returned(&watch, &ReturnWatch::returned);
        become(ConnectedGlobal, QNetworkInformation::Reachability::Online);
        QTRY_COMPARE(returned.size(), 1);
        // Going away is no return, nor is what reaches no further than this computer's own cable.
        become(Disconnected, QNetworkInformation::Reachability::Disconnected);
        become(ConnectedLocal, QNetworkInformation::Reachability::Local);
        QCOMPARE(returned.size(), 1);
        // The clinic's own services may be back before the world is.
        become(ConnectedSite, QNetworkInformation::Reachability::Site);
        QTRY_COMPARE(returned.size(), 2);
    }

    void stationsDoNotAskAllAtOnce()
    {
        ReturnWatch first([] { return 0.0; });
        ReturnWatch second([] { return 0.999; });
        QStringList told;
        for (const auto &[watch, name] :
             {std::pair(&second, QStringLiteral("second")), {&first, QStringLiteral("first")}}) {
            watch->start(QDBusConnection::sessionBus());
            connect(watch, &ReturnWatch::returned, this, [&told, name = name] { told << name; });
        }
        waitForSubscription();
        say(false);
        QTRY_COMPARE(told, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    }

private:
    /// Until Qt has heard of it.
    void become(NetworkState state, QNetworkInformation::Reachability expected)
    {
        QMetaObject::invokeMethod(&m_network, [this, state] { m_network.become(state); });
        QTRY_COMPARE(QNetworkInformation::instance()->reachability(), expected);
    }
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
    QThread m_networkThread;
    NetworkDouble m_network;
};

int main(int argc, char **argv)
{
    // Qt looks for NetworkManager on the system's bus and nowhere else.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    QCoreApplication app(argc, argv);
    TestReturnWatch test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_return_watch.moc"
