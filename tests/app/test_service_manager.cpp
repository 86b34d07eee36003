// What the program tells systemd.
#include "app/service_manager.h"

#include "tests/support/notify_socket.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestServiceManager : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<test::NotifySocket> m_socket;
    QList<QByteArray> m_messages;

    qsizetype signs() const { return m_messages.count("WATCHDOG=1"); }

private slots:
    void init()
    {
        m_messages.clear();
        m_socket = std::make_unique<test::NotifySocket>(m_dir.filePath(QStringLiteral("notify")));
        QVERIFY(m_socket->isOpen());
        connect(m_socket.get(), &test::NotifySocket::notified, this,
                [this](const QByteArray &message) { m_messages.append(message); });
        qputenv("NOTIFY_SOCKET", m_socket->path().toLocal8Bit());
        qputenv("WATCHDOG_USEC", "40000");
        qunsetenv("WATCHDOG_PID");
    }
    void cleanup()
    {
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        m_socket.reset();
    }

    void givesSignsOfLifeOnceItIsReady()
    {
        app::ServiceManager manager;
        QCOMPARE(manager.signInterval(), 20ms);
        manager.ready();
        QTRY_VERIFY(signs() >= 3);
        QCOMPARE(m_messages.first(), QByteArray("READY=1"));
    }

    void givesNoneWhileItsEventLoopStands()
    {
        app::ServiceManager manager;
        manager.ready();
        QTRY_VERIFY(signs() >= 1);
        QElapsedTimer hanging;
        hanging.start();
        while (!hanging.hasExpired(200)) // It hangs: ten signs are due.
            ;
        m_messages.clear();
        QCoreApplication::processEvents();
        QVERIFY(signs() <= 2); // The one that is due now, and one that was sent before.
    }

    void givesNoneToNobody()
    {
        qunsetenv("WATCHDOG_USEC");
        app::ServiceManager manager;
        QCOMPARE(manager.signInterval(), 0ms);
        manager.ready();
        manager.stopping();
        QTRY_COMPARE(m_messages, QList<QByteArray>({"READY=1", "STOPPING=1"}));
    }

    /// systemd waits for the end of what says that it stops, and kills it when there is none.
    void aNewStartIsNoEnd()
    {
        app::ServiceManager manager;
        manager.ready();
        manager.restarting();
        app::ServiceManager().ready(); // As the same process.
        QTRY_VERIFY(m_messages.count("READY=1") == 2);
        QVERIFY(m_messages.contains("RELOADING=1\nWATCHDOG=1"));
        QVERIFY(!m_messages.contains("STOPPING=1"));
    }

    void givesNoneForAnotherProcess()
    {
        qputenv("WATCHDOG_PID", "1");
        QCOMPARE(app::ServiceManager().signInterval(), 0ms);
    }

    void tellsItsStateOnceAndOnOneLine()
    {
        app::ServiceManager manager;
        manager.tell(QStringLiteral("kiosk, idle\nREADY=1"));
        manager.tell(QStringLiteral("kiosk, idle\nREADY=1"));
        manager.tell(QStringLiteral("kiosk, call"));
        QTRY_COMPARE(m_messages, QList<QByteArray>({"STATUS=kiosk, idle READY=1", "STATUS=kiosk, call"}));
    }
};

QTEST_GUILESS_MAIN(TestServiceManager)
#include "test_service_manager.moc"
