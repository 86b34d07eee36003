// Notifications over a real bus, with a server of the test's own.
#include "tests/ui/reminders/notification_server_double.h"
#include "ui/reminders/desktop_notifier.h"
#include "ui/widgets/window_activation.h"

#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

const QStringList everything{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};

Notice notice(const QString &id = QStringLiteral("one"))
{
    return {.consultationId = id,
            .title = QStringLiteral("Consultation at 10:15"),
            .body = QStringLiteral("Rossi & <Sons>"),
            .join = QStringLiteral("Join"),
            .showText = QStringLiteral("Show in the agenda")};
}

} // namespace

class TestDesktopNotifier : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QVERIFY2(QDBusConnection::sessionBus().isConnected(), "run it within dbus-run-session");
        m_fallen.clear();
    }
    void cleanup()
    {
        m_notifier.reset();
        m_server.reset();
    }

    void itIsShownWithItsButton()
    {
        start(everything);
        QSignalSpy joins(m_notifier.get(), &Notifier::joinRequested);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        const NotificationServerDouble::Shown shown = m_server->shown().first();
        QCOMPARE(shown.program, QStringLiteral("Teleconsult"));
        QCOMPARE(shown.title, QStringLiteral("Consultation at 10:15"));
        QCOMPARE(shown.body, QStringLiteral("Rossi &amp; &lt;Sons&gt;"));
        const QStringList actions{QStringLiteral("default"), QStringLiteral("Show in the agenda"),
                                  QStringLiteral("join"), QStringLiteral("Join")};
        QCOMPARE(shown.actions, actions);
        QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("teleconsult"));

        waitForNumber();
        m_server->choose(shown.number, QStringLiteral("join"));
        QTRY_COMPARE(joins.size(), 1);
        QCOMPARE(joins.first().first().toString(), QStringLiteral("one"));
        QTRY_COMPARE(m_server->closed(), QList<uint>{shown.number});
        m_server->choose(shown.number, QStringLiteral("join")); // once more, by a server that does as it likes
        waitForNumber();
        QCOMPARE(joins.size(), 1);
    }

    /// Where the desktop lets no program come to the front by itself.
    void theLeaveToComeToTheFrontIsKept()
    {
        start(everything);
        QSignalSpy joins(m_notifier.get(), &Notifier::joinRequested);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        const uint number = m_server->shown().first().number;
        emit m_server->ActivationToken(number + 1, QStringLiteral("of-another-program"));
        emit m_server->ActivationToken(number, QStringLiteral("kwin-17"));
        m_server->choose(number, QStringLiteral("join"));
        QTRY_COMPARE(joins.size(), 1);
        QCOMPARE(activationToken(), QByteArray("kwin-17"));
        QWidget window;
        bringToFront(window);
        QVERIFY(window.isVisible());
        QCOMPARE(activationToken(), QByteArray()); // It holds once.
    }

    void choosingItShowsTheConsultation()
    {
        start(everything);
        QSignalSpy shows(m_notifier.get(), &Notifier::showRequested);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_server->choose(m_server->shown().first().number, QStringLiteral("default"));
        QTRY_COMPARE(shows.size(), 1);
    }

    void aServerWithoutMarkupOrButtonsGetsNone()
    {
        start({QStringLiteral("body")});
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        QCOMPARE(m_server->shown().first().body, QStringLiteral("Rossi & <Sons>"));
        QVERIFY(m_server->shown().first().actions.isEmpty());
    }

    void whatCannotBeJoinedHasNoButton()
    {
        start(everything);
        Notice early = notice();
        early.join.clear();
        m_notifier->show(early);
        QTRY_COMPARE(m_server->shown().size(), 1);
        QVERIFY(!m_server->shown().first().actions.contains(QStringLiteral("join")));
    }

    void theNextOneTakesItsPlace()
    {
        start(everything);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_notifier->show(notice());
        m_notifier->show(notice(QStringLiteral("two")));
        QTRY_COMPARE(m_server->shown().size(), 3);
        QCOMPARE(m_server->shown().at(1).replaced, m_server->shown().at(0).number);
        QCOMPARE(m_server->shown().at(2).replaced, 0u);
    }

    void itIsTakenBack()
    {
        start(everything);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_notifier->withdraw(QStringLiteral("one"));
        m_notifier->withdraw(QStringLiteral("another"));
        QTRY_COMPARE(m_server->closed(), QList<uint>{1});
    }

    void whatIsTakenBackAtOnceDoesNotStay()
    {
        start(everything);
        m_notifier->show(notice(QStringLiteral("first"))); // so that the server is known
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_notifier->show(notice());
        m_notifier->withdraw(QStringLiteral("one"));
        QTRY_COMPARE(m_server->shown().size(), 2);
        QTRY_COMPARE(m_server->closed(), QList<uint>{2});
    }

    void othersNotificationsAreNotOurs()
    {
        start(everything);
        QSignalSpy joins(m_notifier.get(), &Notifier::joinRequested);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_server->choose(99, QStringLiteral("join"));
        m_server->choose(1, QStringLiteral("reboot"));
        waitForNumber();
        QVERIFY(joins.isEmpty());
    }

    void whatWasDismissedIsForgotten()
    {
        start(everything);
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
        waitForNumber();
        m_server->dismiss(1);
        waitForNumber();
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 2);
        QCOMPARE(m_server->shown().last().replaced, 0u);
    }

    void withoutAServerTheFallbackIsUsed()
    {
        makeNotifier();
        m_notifier->show(notice());
        QTRY_COMPARE(m_fallen, QStringList{QStringLiteral("one")});
        // One that comes later is found.
        m_server = std::make_unique<NotificationServerDouble>(everything);
        QVERIFY(m_server->isUp());
        m_notifier->show(notice(QStringLiteral("two")));
        QTRY_COMPARE(m_server->shown().size(), 1);
        QCOMPARE(m_fallen.size(), 1);
    }

    void whatTheServerRefusesIsToldOtherwise()
    {
        start(everything);
        m_server->failNext();
        m_notifier->show(notice());
        QTRY_COMPARE(m_fallen, QStringList{QStringLiteral("one")});
        m_notifier->show(notice());
        QTRY_COMPARE(m_server->shown().size(), 1);
    }

    void theEndTakesEverythingBack()
    {
        start(everything);
        m_notifier->show(notice());
        m_notifier->show(notice(QStringLiteral("two")));
        QTRY_COMPARE(m_server->shown().size(), 2);
        waitForNumber();
        m_notifier.reset();
        QTRY_COMPARE(m_server->closed().size(), 2);
    }

private:
    void start(const QStringList &capabilities)
    {
        m_server = std::make_unique<NotificationServerDouble>(capabilities);
        QVERIFY(m_server->isUp());
        makeNotifier();
    }
    void makeNotifier()
    {
        m_notifier = std::make_unique<DesktopNotifier>(QDBusConnection::sessionBus());
        m_notifier->setFallback([this](const Notice &fallen) { m_fallen << fallen.consultationId; });
    }
    /// A round trip after which everything that the server had sent before has arrived.
    void waitForNumber()
    {
        QDBusMessage question = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
            QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("GetCapabilities"));
        QDBusPendingCallWatcher watcher(QDBusConnection::sessionBus().asyncCall(question));
        QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
        QTRY_COMPARE(finished.size(), 1);
    }

    std::unique_ptr<NotificationServerDouble> m_server;
    std::unique_ptr<DesktopNotifier> m_notifier;
    QStringList m_fallen;
};

QTEST_MAIN(TestDesktopNotifier)
#include "test_desktop_notifier.moc"
