// From a consultation on record to the button of a notification, over a real bus.
#include "app/reminding.h"
#include "tests/ui/reminders/notification_server_double.h"
#include "tests/ui/support/practice.h"

#include <QLocale>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::test;

class TestReminding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aNotificationLeadsIntoTheConsultation()
    {
        NotificationServerDouble server({QStringLiteral("actions"), QStringLiteral("body")});
        QVERIFY2(server.isUp(), "run it within dbus-run-session");
        Practice practice;
        const QString id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        bool inCall = false;
        app::Reminding reminding(
            practice.service(), practice.settings(), practice.clock(),
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
};

QTEST_MAIN(TestReminding)
#include "test_reminding.moc"
