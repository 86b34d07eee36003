// From a consultation on record to the button of a notification, over a real bus.
#include "app/reminding.h"
#include "tests/ui/reminders/notification_server_double.h"
#include "tests/ui/support/practice.h"

#include <QLocale>
#include <QSignalSpy>
#include <QThread>

#include <atomic>

using namespace teleconsult;
using namespace teleconsult::test;

namespace {

const QString watcherService = QStringLiteral("org.kde.StatusNotifierWatcher");

/// A panel, as far as icons ask for one. Lives on a thread of its own: Qt waits for the answers.
class PanelDouble : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isHostRegistered)
public:
    bool isHostRegistered() const { return true; }
    bool offer()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, watcherService);
        return bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), this,
                                  QDBusConnection::ExportAllProperties | QDBusConnection::ExportAllSlots) &&
               bus.registerService(watcherService);
    }
    /// Icons that have come so far.
    int icons() const { return m_icons; }

public slots:
    void RegisterStatusNotifierItem(const QString &) { ++m_icons; }

private:
    std::atomic<int> m_icons = 0;
};

} // namespace

class TestReminding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_panel.moveToThread(&m_panelThread);
        m_panelThread.start();
        bool isOffered = false; // Qt asks once whether there is a panel.
        QMetaObject::invokeMethod(
            &m_panel, [this] { return m_panel.offer(); }, Qt::BlockingQueuedConnection, &isOffered);
        QVERIFY2(isOffered, "run it within dbus-run-session");
    }
    void cleanupTestCase()
    {
        m_panelThread.quit();
        m_panelThread.wait();
        QDBusConnection::disconnectFromBus(watcherService);
    }

    void aNotificationLeadsIntoTheConsultation()
    {
        NotificationServerDouble server({QStringLiteral("actions"), QStringLiteral("body")});
        QVERIFY2(server.isUp(), "run it within dbus-run-session");
        Practice practice;
        const QString id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        bool inCall = false;
        app::Reminding reminding(
            practice.service(), practice.settings(), practice.clock(), m_returns,
            {.isInCall = [&] { return inCall; }, .isAwaited = [](const QString &) { return false; }});
        QSignalSpy joins(&reminding, &app::Reminding::joinRequested);
        reminding.refresh(); // nothing is there yet that could
        reminding.start();
        QTRY_COMPARE(server.shown().size(), 1);
        QCOMPARE(server.shown().first().title, QStringLiteral("Consultation at 10:10"));
        QVERIFY(!server.shown().first().body.contains(QStringLiteral("Romano")));

        // The answer with the notice's number may still be under way: a person who is that quick clicks again.
        QVERIFY(waitUntil([&] {
            server.choose(server.shown().first().number, QStringLiteral("join"));
            QCoreApplication::processEvents();
            return !joins.isEmpty();
        }));
        QCOMPARE(joins.first().first().toString(), id);

        // In the call the rest is quiet, and comes afterwards.
        inCall = true;
        practice.add({.patient = QStringLiteral("Ada Neri"), .time = QTime(10, 12)});
        const int lists = practice.records().lists();
        reminding.refresh();
        QTRY_COMPARE(practice.records().lists(), lists + 1);
        QTRY_VERIFY(practice.service().isIdle());
        QCOMPARE(server.shown().size(), 1);
        inCall = false;
        reminding.refresh();
        QTRY_COMPARE(server.shown().size(), 2);
    }

    void whatComesBackIsReadAtOnce()
    {
        Practice practice;
        app::Reminding reminding(practice.service(), practice.settings(), practice.clock(), m_returns, nobodyIsBusy());
        emit m_returns.returned(); // nothing is there yet that could
        reminding.start();
        QTRY_COMPARE(practice.records().lists(), 1);
        QVERIFY(practice.settle());
        emit m_returns.returned();
        QTRY_COMPARE(practice.records().lists(), 2);
        QVERIFY(practice.settle());
    }

    void theIconNeedsNoList()
    {
        Practice practice;
        practice.records().failLists(Practice::unreachable());
        practice.settings().setWantsTray(false);
        app::Reminding reminding(practice.service(), practice.settings(), practice.clock(), m_returns, nobodyIsBusy());
        const int icons = m_panel.icons();
        reminding.start();
        QVERIFY(practice.settle());
        QCOMPARE(m_panel.icons(), icons);
        practice.settings().setWantsTray(true);
        reminding.refresh(); // As after the dialog.
        QTRY_COMPARE(m_panel.icons(), icons + 1);
        QVERIFY(practice.settle());
        app::Reminding another(practice.service(), practice.settings(), practice.clock(), m_returns, nobodyIsBusy());
        another.start();
        QTRY_COMPARE(m_panel.icons(), icons + 2);
        QVERIFY(practice.settle());
    }

    /// Whoever closes the window is told, once, where the program is.
    void itGoesOnInThePanel()
    {
        NotificationServerDouble server({QStringLiteral("actions"), QStringLiteral("body")});
        QVERIFY2(server.isUp(), "run it within dbus-run-session");
        Practice practice;
        practice.settings().setWantsTray(false);
        app::Reminding reminding(practice.service(), practice.settings(), practice.clock(), m_returns, nobodyIsBusy());
        QVERIFY(!reminding.isInPanel());
        reminding.start();
        QVERIFY(practice.settle());
        QVERIFY(!reminding.isInPanel());
        practice.settings().setWantsTray(true);
        reminding.refresh();
        QVERIFY(reminding.isInPanel());
        reminding.tellOfPanel();
        QTRY_COMPARE(server.shown().size(), 1);
        QCOMPARE(server.shown().first().title, QStringLiteral("Teleconsult goes on here"));
        reminding.tellOfPanel();
        QVERIFY(practice.settle());
        QCOMPARE(server.shown().size(), 1);
    }

private:
    static ui::Attention nobodyIsBusy()
    {
        return {.isInCall = [] { return false; }, .isAwaited = [](const QString &) { return false; }};
    }

    ui::ReturnWatch m_returns; ///< Not started: tells what the test tells.
    PanelDouble m_panel;
    QThread m_panelThread;
};

QTEST_MAIN(TestReminding)
#include "test_reminding.moc"
