// What is said, when, to whom, and what is kept quiet.
#include "tests/ui/support/practice.h"
#include "ui/reminders/coming_consultations.h"
#include "ui/reminders/reminders.h"

#include <QLocale>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using namespace std::chrono_literals;

namespace {

/// Keeps what it is told.
class Notebook final : public Notifier
{
public:
    void show(const Notice &notice) override
    {
        m_shown << notice;
        m_standing.insert(notice.consultationId);
    }
    void withdraw(const QString &id) override { m_standing.remove(id); }

    QList<Notice> m_shown;
    QSet<QString> m_standing;
};

} // namespace

class TestReminders : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_inCall = false;
        m_awaited.clear();
        m_practice = std::make_unique<Practice>();
        m_notebook = std::make_unique<Notebook>();
        m_coming =
            std::make_unique<ComingConsultations>(m_practice->service(), m_practice->settings(), m_practice->clock());
        m_reminders = std::make_unique<Reminders>(
            Reminders::Parts{.service = m_practice->service(),
                             .settings = m_practice->settings(),
                             .clock = m_practice->clock(),
                             .coming = *m_coming,
                             .notifier = *m_notebook,
                             .attention = {.isInCall = [this] { return m_inCall; },
                                           .isAwaited = [this](const QString &id) { return id == m_awaited; }}});
    }
    void cleanup()
    {
        m_reminders.reset();
        m_coming.reset();
        m_notebook.reset();
        m_practice.reset();
    }

    void aDayOfReminders()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(11, 0)});
        read(); // 10:00 on the wall; the room opens at 10:45
        QVERIFY(shown().isEmpty());

        m_practice->clock().advance(35min);
        read();
        QCOMPARE(shown().size(), 1);
        QCOMPARE(shown().last().consultationId, id);
        QCOMPARE(shown().last().title, QStringLiteral("Consultation at 11:00"));
        QVERIFY2(shown().last().body.contains(QStringLiteral("10 minute")), qPrintable(shown().last().body));
        QCOMPARE(shown().last().join, QStringLiteral("Join")); // To wait where one is taken in by itself.

        m_practice->clock().advance(5min);
        read();
        QCOMPARE(shown().size(), 1); // once is enough
        m_practice->clock().advance(5min);
        read();
        QCOMPARE(shown().size(), 2);
        QVERIFY2(shown().last().body.contains(QStringLiteral("open now")), qPrintable(shown().last().body));
        QCOMPARE(shown().last().join, QStringLiteral("Join"));

        m_practice->setRoomStatus(id, "RUNNING");
        read();
        QCOMPARE(shown().size(), 2); // asked a moment ago
        m_practice->clock().advance(61s);
        read();
        QCOMPARE(shown().size(), 3);
        QVERIFY2(shown().last().body.contains(QStringLiteral("waiting")), qPrintable(shown().last().body));
        m_practice->clock().advance(5min);
        read();
        QCOMPARE(shown().size(), 3);
        QVERIFY(m_notebook->m_standing.contains(id));
        m_practice->clock().advance(1h);
        read();
        QVERIFY(m_notebook->m_standing.isEmpty());
        QCOMPARE(shown().size(), 3);
    }

    void noNameUnlessItIsAllowed()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        read();
        QCOMPARE(shown().size(), 1);
        const Notice bare = shown().last();
        for (const QString &text : {bare.title, bare.body, bare.join, bare.showText})
            QVERIFY2(!text.contains(QStringLiteral("Romano")) && !text.contains(QStringLiteral("Bianchi")),
                     qPrintable(text));
        m_practice->settings().setReminders({.wanted = true, .lead = 10min, .showNames = true});
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(10, 12)});
        read();
        QCOMPARE(shown().size(), 2);
        QVERIFY2(shown().last().body.startsWith(QStringLiteral("Ada Neri")), qPrintable(shown().last().body));
    }

    void duringACallItIsQuiet()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 20)});
        read();
        QCOMPARE(shown().size(), 1); // opens soon
        m_inCall = true;
        m_practice->clock().advance(6min);
        read();
        QCOMPARE(shown().size(), 1);
        QVERIFY(!m_notebook->m_standing.contains(id)); // nor does the old one stand on the shared screen
        m_inCall = false;
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QCOMPARE(shown().size(), 2); // still true
        QCOMPARE(shown().last().join, QStringLiteral("Join"));
    }

    /// The window says all of it, and takes the person in.
    void ofTheOneThatIsWaitedForNothingIsSaid()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 20)});
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(10, 22)});
        m_awaited = id;
        read();
        QCOMPARE(shown().size(), 1);
        QVERIFY(shown().first().consultationId != id);
        m_awaited.clear(); // Somebody has changed their mind.
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QCOMPARE(shown().size(), 2);
        QVERIFY(m_notebook->m_standing.contains(id));
        m_awaited = id;
        m_reminders->look();
        QVERIFY(!m_notebook->m_standing.contains(id));
        m_awaited.clear(); // And back again: it still holds.
        m_practice->clock().advance(61s);
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QVERIFY(m_notebook->m_standing.contains(id));
        // Whoever was in the call knows.
        m_awaited = id;
        m_reminders->look();
        m_inCall = true;
        m_reminders->look();
        m_inCall = false;
        m_awaited.clear();
        m_practice->clock().advance(61s);
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QVERIFY(!m_notebook->m_standing.contains(id));
    }

    void ofOthersConsultationsNothingIsSaid()
    {
        m_practice->settings().setStation(
            {QStringLiteral("dr-verdi"), QStringLiteral("Dr. Verdi"), {QStringLiteral("doctor")}});
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        read();
        read();
        QVERIFY(shown().isEmpty());
        // Another person sits down.
        m_practice->settings().setStation(
            {QStringLiteral("dr-bianchi"), QStringLiteral("Dr. Anna Bianchi"), {QStringLiteral("doctor")}});
        read();
        QCOMPARE(shown().size(), 1);
        QCOMPARE(shown().last().consultationId, id);
    }

    void anotherStationsCallMeansSomebodyIsThere()
    {
        m_practice->add(
            {.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10), .progress = Progress::InCall});
        read();
        QCOMPARE(shown().size(), 1);
        QVERIFY2(shown().last().body.contains(QStringLiteral("waiting")), qPrintable(shown().last().body));
    }

    void whatIsMissingIsSaid()
    {
        m_practice->add({.patient = {}, .time = QTime(10, 20)});
        read();
        QCOMPARE(shown().size(), 1);
        QVERIFY2(shown().last().body.contains(QStringLiteral("Waiting for")), qPrintable(shown().last().body));
        QVERIFY(shown().last().join.isEmpty());
    }

    void aClosedRoomIsNotOpen()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_practice->setRoomStatus(id, "CLOSED");
        read();
        QVERIFY(shown().isEmpty());
    }

    void whoWantsNoneGetsNone()
    {
        m_practice->settings().setReminders({.wanted = false, .lead = 10min, .showNames = false});
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        read();
        QVERIFY(shown().isEmpty());
    }

    void aMachineThatSleptSaysWhatIsTrueNow()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 20)});
        m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(15, 0)});
        m_practice->clock().advance(10h);
        read();
        QVERIFY(shown().isEmpty());
    }

    void deletedIsTakenBack()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        read();
        QVERIFY(m_notebook->m_standing.contains(id));
        QVERIFY(await(m_practice->records().moveToTrash(id)));
        read();
        QVERIFY(!m_notebook->m_standing.contains(id));
    }

    void whileNothingCanBeReadTheOldListStands()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 20)});
        m_practice->clock().advance(-10min);
        read();
        QVERIFY(shown().isEmpty());
        m_practice->records().failLists(Practice::unreachable());
        m_practice->clock().advance(5min);
        m_coming->read();
        QVERIFY(m_practice->settle());
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QCOMPARE(shown().size(), 1);
    }

    void anOutageCostsNobodyAReminder()
    {
        m_coming->setOwnWanted(true);
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 40)});
        read(); // 10:00 on the wall: it is learned whose it is.
        QVERIFY(shown().isEmpty());
        m_practice->records().failLists(Practice::unreachable());
        m_practice->records().failFinds(Practice::unreachable());
        const int asked = m_practice->records().finds();
        m_practice->clock().advance(16min);
        look();
        QCOMPARE(shown().size(), 1);
        QCOMPARE(shown().last().consultationId, id);
        QCOMPARE(m_practice->records().finds(), asked); // What is known is not asked for.
        QVERIFY2(shown().last().body.contains(QStringLiteral("9 minute")), qPrintable(shown().last().body));
        m_inCall = true;
        m_practice->clock().advance(10min);
        look();
        QCOMPARE(shown().size(), 1);
        m_inCall = false;
        look();
        QCOMPARE(shown().size(), 2);
        QVERIFY2(shown().last().body.contains(QStringLiteral("open now")), qPrintable(shown().last().body));
        QVERIFY(m_notebook->m_standing.contains(id));
        for (int minute = 0; minute < 10; ++minute) { // Once is enough.
            m_practice->clock().advance(1min);
            look();
        }
        QCOMPARE(shown().size(), 2);
        m_practice->clock().advance(1h);
        look();
        QVERIFY(m_notebook->m_standing.isEmpty());
    }

    void anOutageTellsNobodyOfWhatIsNotTheirs()
    {
        m_coming->setOwnWanted(true);
        const StationIdentity bianchi = m_practice->settings().station();
        const StationIdentity verdi{
            QStringLiteral("dr-verdi"), QStringLiteral("Dr. Verdi"), {QStringLiteral("doctor")}};
        m_practice->settings().setStation(verdi);
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 40)});
        read();
        m_practice->records().failLists(Practice::unreachable());
        m_practice->records().failFinds(Practice::unreachable());
        m_practice->clock().advance(16min);
        look();
        m_practice->settings().setStation(bianchi); // Of whom nothing is known yet.
        look();
        m_practice->settings().setStation(verdi);
        m_practice->clock().advance(10min);
        look();
        QVERIFY(shown().isEmpty());
    }

    /// What the service says itself is no outage.
    void whatIsRefusedIsNotSaidFromMemory()
    {
        m_coming->setOwnWanted(true);
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 40)});
        read();
        m_practice->records().failFinds(refusedToken());
        m_practice->clock().advance(26min);
        look();
        QVERIFY(shown().isEmpty());
    }

    void aClosedRoomIsAskedForOnceAMinute()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_practice->setRoomStatus(id, "CLOSED");
        read();
        const int asked = m_practice->roomQuestions(id);
        for (int looks = 0; looks < 3; ++looks)
            read(); // A change is heard of, and another.
        QCOMPARE(m_practice->roomQuestions(id), asked);
        m_practice->clock().advance(1min);
        read();
        QCOMPARE(m_practice->roomQuestions(id), asked + 1);
    }

    void anOutageIsAskedAboutMoreAndMoreSeldom()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_practice->clock().advance(-1h);
        read(); // It is learned whose it is.
        m_practice->clock().advance(1h);
        m_practice->records().failFinds(Practice::unreachable());
        QList<int> asked;
        for (int minute = 0; minute <= 15; ++minute) {
            const int before = m_practice->records().finds();
            read();
            read();
            if (m_practice->records().finds() > before)
                asked << minute;
            QVERIFY(m_practice->records().finds() <= before + 1);
            m_practice->clock().advance(1min);
        }
        QCOMPARE(asked, (QList<int>{0, 2, 6, 10, 14}));
        m_practice->records().failFinds(std::nullopt);
        m_practice->clock().advance(4min);
        read();
        QCOMPARE(shown().size(), 1);
    }

    /// A refused token says nothing of the person: it holds until the station may ask again.
    void aStationThatMayNotAskIsNoStranger()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 25)});
        m_practice->records().failFinds(refusedToken());
        read(); // 10:00 on the wall: ten minutes before the room opens.
        QVERIFY(shown().isEmpty());
        m_practice->records().failFinds(std::nullopt);
        m_practice->clock().advance(2min);
        m_reminders->look();
        QVERIFY(m_practice->settle());
        QCOMPARE(shown().size(), 1);
    }

    /// Nothing is to be seen in the tray by somebody whom the service refuses.
    void whoIsRefusedSeesNothing()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 20)});
        read();
        QCOMPARE(m_coming->list().size(), 1);
        m_practice->records().failLists(refusedToken());
        m_coming->read();
        QTRY_COMPARE(m_coming->list().size(), 0);
        m_practice->records().failLists(std::nullopt);
        read();
        QCOMPARE(m_coming->list().size(), 1);
    }

    void aSlowAnswerIsHeardAlthoughItIsAskedForAgain()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(11, 0)});
        m_practice->records().holdLists();
        m_coming->read();
        m_practice->records().releaseLists();
        m_practice->records().holdLists();
        m_coming->read(); // Before the first answer.
        QTRY_COMPARE(m_coming->list().size(), 1);
    }

    void theClockBringsItByItself()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 25)});
        // A moment before ten minutes before the room opens: the look that follows is waited for.
        m_practice->clock().set(QDateTime(Practice::today(), QTime(9, 59, 59, 900)).toUTC());
        read();
        QVERIFY(shown().isEmpty());
        m_practice->clock().advance(200ms);
        QTRY_COMPARE(shown().size(), 1);
    }

private:
    static Error refusedToken()
    {
        Error error = Practice::unreachable();
        error.kind = Error::Kind::Unauthorized;
        error.httpStatus = 401;
        error.code = QStringLiteral("token_refused");
        error.retryable = false;
        return error;
    }
    /// Reads the list anew, and waits until nothing more is asked.
    void read()
    {
        m_coming->read();
        QVERIFY(m_practice->settle());
    }
    /// At the list as it was read last.
    void look()
    {
        m_reminders->look();
        QVERIFY(m_practice->settle());
    }
    const QList<Notice> &shown() const { return m_notebook->m_shown; }

    bool m_inCall = false;
    QString m_awaited;
    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<Notebook> m_notebook;
    std::unique_ptr<ComingConsultations> m_coming;
    std::unique_ptr<Reminders> m_reminders;
};

QTEST_MAIN(TestReminders)
#include "test_reminders.moc"
