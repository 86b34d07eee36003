// Keeping the screen awake, against desktops on a session bus of the test's own.
#include "tests/support/await.h"
#include "tests/ui/call/screen_saver_double.h"
#include "ui/call/keep_awake.h"

#include <QDBusObjectPath>
#include <QProcess>
#include <QTest>
#include <QVariantMap>

using namespace teleconsult::test;
using namespace teleconsult::ui;

/// One promise of the portal.
class PortalRequestDouble : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    bool m_isClosed = false;
public slots:
    Q_SCRIPTABLE void Close() { m_isClosed = true; }
};

class PortalDouble : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    uint m_flags = 0;
    QString m_reason;
public slots:
    Q_SCRIPTABLE QDBusObjectPath Inhibit(const QString &, uint flags, const QVariantMap &options)
    {
        m_flags = flags;
        m_reason = options.value(QStringLiteral("reason")).toString();
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/portal/desktop/request/1_1/t1"));
    }
};

class TestKeepAwake : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theScreenSaverIsHeldAndLetGo();
    void whoGoesLetsGo();
    void askingTwiceIsAskingOnce();
    void aLatePromiseIsGivenBack();
    void withoutAScreenSaverThePortalIsAsked();
    void withoutADesktopNothingHappens();
    void withoutABusNothingHappens();

private:
    void addScreenSaver();

    const QString m_reason = QStringLiteral("A video consultation is going on");
    std::unique_ptr<QProcess> m_daemon;
    std::unique_ptr<ScreenSaverDouble> m_saver;
    QDBusConnection m_desktop{QString()};
    QDBusConnection m_bus{QString()};
};

void TestKeepAwake::init()
{
    m_daemon = std::make_unique<QProcess>();
    m_daemon->start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon->waitForReadyRead());
    const QString address = QString::fromUtf8(m_daemon->readLine()).trimmed();
    m_desktop = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
    m_bus = QDBusConnection::connectToBus(address, QStringLiteral("program"));
    QVERIFY(m_desktop.isConnected() && m_bus.isConnected());
}

void TestKeepAwake::cleanup()
{
    m_saver.reset();
    m_desktop = m_bus = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("program"));
    m_daemon->kill();
    m_daemon->waitForFinished();
}

void TestKeepAwake::addScreenSaver()
{
    m_saver = std::make_unique<ScreenSaverDouble>();
    QVERIFY(m_desktop.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), m_saver.get(),
                                     QDBusConnection::ExportScriptableSlots));
    QVERIFY(m_desktop.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
}

void TestKeepAwake::theScreenSaverIsHeldAndLetGo()
{
    addScreenSaver();
    KeepAwake awake(m_bus);
    for (uint call = 1; call <= 2; ++call) {
        awake.hold(m_reason);
        QVERIFY(waitUntil([&] { return awake.isHeld(); }));
        QCOMPARE(m_saver->held(), QList<uint>{40 + call});
        QCOMPARE(m_saver->reasons().last(), QStringLiteral("Teleconsult: ") + m_reason);
        awake.release();
        QVERIFY(!awake.isHeld());
        QVERIFY(waitUntil([&] { return m_saver->held().isEmpty(); }));
    }
    awake.release();
    QCOMPARE(m_saver->reasons().size(), 2);
}

void TestKeepAwake::whoGoesLetsGo()
{
    addScreenSaver();
    {
        KeepAwake awake(m_bus);
        awake.hold(m_reason);
        QVERIFY(waitUntil([&] { return awake.isHeld(); }));
    }
    QVERIFY(waitUntil([&] { return m_saver->held().isEmpty(); }));
}

void TestKeepAwake::askingTwiceIsAskingOnce()
{
    addScreenSaver();
    KeepAwake awake(m_bus);
    awake.hold(m_reason);
    awake.hold(m_reason);
    QVERIFY(waitUntil([&] { return awake.isHeld(); }));
    awake.hold(m_reason);
    awake.release();
    QVERIFY(waitUntil([&] { return m_saver->held().isEmpty(); }));
    QCOMPARE(m_saver->reasons().size(), 1);
}

void TestKeepAwake::aLatePromiseIsGivenBack()
{
    addScreenSaver();
    m_saver->hesitate();
    KeepAwake awake(m_bus);
    awake.hold(m_reason);
    QVERIFY(waitUntil([&] { return m_saver->isAsked(); }));
    awake.release();
    m_saver->answer(m_desktop);
    QCOMPARE(m_saver->held().size(), 1);
    QVERIFY(waitUntil([&] { return m_saver->held().isEmpty(); }));
    QVERIFY(!awake.isHeld());
}

void TestKeepAwake::withoutAScreenSaverThePortalIsAsked()
{
    PortalDouble portal;
    PortalRequestDouble request;
    QVERIFY(m_desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                     QDBusConnection::ExportScriptableSlots));
    QVERIFY(m_desktop.registerObject(QStringLiteral("/org/freedesktop/portal/desktop/request/1_1/t1"), &request,
                                     QDBusConnection::ExportScriptableSlots));
    QVERIFY(m_desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    KeepAwake awake(m_bus);
    awake.hold(m_reason);
    QVERIFY(waitUntil([&] { return awake.isHeld(); }));
    QCOMPARE(portal.m_flags, 12U); // neither idle nor asleep
    QCOMPARE(portal.m_reason, m_reason);
    QVERIFY(!request.m_isClosed);
    awake.release();
    QVERIFY(waitUntil([&] { return request.m_isClosed; }));
}

void TestKeepAwake::withoutADesktopNothingHappens()
{
    KeepAwake awake(m_bus);
    awake.hold(m_reason);
    QVERIFY(!waitUntil([&] { return awake.isHeld(); }, std::chrono::milliseconds(200)));
    awake.release();
    QVERIFY(!awake.isHeld());
}

void TestKeepAwake::withoutABusNothingHappens()
{
    KeepAwake awake{QDBusConnection(QString())};
    awake.hold(m_reason);
    QVERIFY(!waitUntil([&] { return awake.isHeld(); }, std::chrono::milliseconds(50)));
    awake.release();
    QVERIFY(!awake.isHeld());
}

QTEST_GUILESS_MAIN(TestKeepAwake)
#include "test_keep_awake.moc"
