// What a kiosk shows while nobody uses it: when it is open, and whether it can do its work.
#include "ui/kiosk/resting_page.h"

#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/call/screen_saver_double.h"
#include "tests/ui/support/keyboard.h"
#include "ui/call/keep_awake.h"
#include "ui/kiosk/closed_page.h"
#include "ui/kiosk/outage_page.h"
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using checks::Outage;
using Kind = RestingPage::Kind;

namespace {

const QString hours = QStringLiteral("Mo-Fr 08:00-12:30,14:00-19:00; Sa 08:00-13:00");

} // namespace

class TestRestingPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    test::ManualClock m_clock;
    test::ScreenSaverDouble m_screenSaver;
    std::optional<Outage> m_found;
    std::unique_ptr<RestingPage> m_page;

    /// In local time; 2 March 2026 is a Monday.
    void setClock(const char *local) { m_clock.set(QDateTime::fromString(QLatin1String(local), Qt::ISODate).toUTC()); }
    Task<std::optional<Outage>> look() { co_return Result<std::optional<Outage>>(m_found); }
    void open(OutageWatch::Pace pace = {})
    {
        m_page = std::make_unique<RestingPage>(RestingPage::Parts{
            .settings = *m_settings, .clock = m_clock, .lookForOutage = [this] { return look(); }, .outagePace = pace});
        QVERIFY(test::showActive(*m_page));
    }
    QString closedWords() const { return m_page->findChild<ClosedPage *>()->sentence(); }
    static OutageWatch::Pace quick(std::chrono::milliseconds patience = std::chrono::milliseconds(1))
    {
        return {
            .whenWell = std::chrono::milliseconds(10), .whenNot = std::chrono::milliseconds(10), .patience = patience};
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(localeOf(Language::English));
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &m_screenSaver,
                                   QDBusConnection::ExportScriptableSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
    }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(m_settings->write({{config::keys::kioskOpeningHours, hours},
                                   {config::keys::supportAddress, QStringLiteral("+39 02 1234567")}}));
        m_found.reset();
        setClock("2026-03-02T10:00:00");
    }
    void cleanup()
    {
        // What was asked for is answered before the one who asked has gone.
        const bool isAnswered = m_page->kind() == Kind::Closed ||
                                test::waitUntil([this] { return m_page->findChild<KeepAwake *>()->isHeld(); });
        m_page.reset();
        const bool isWithdrawn = test::waitUntil([this] { return m_screenSaver.held().isEmpty(); });
        m_theme.reset();
        QVERIFY(isAnswered && isWithdrawn);
    }

    void saysWhenItOpens_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("words");
        QTest::newRow("this morning") << QByteArray("2026-03-02T06:00:00") << QStringLiteral("today at 08:00");
        QTest::newRow("this afternoon") << QByteArray("2026-03-02T13:00:00") << QStringLiteral("today at 14:00");
        QTest::newRow("tonight") << QByteArray("2026-03-02T22:00:00") << QStringLiteral("tomorrow at 08:00");
        QTest::newRow("on Saturday") << QByteArray("2026-03-07T15:00:00") << QStringLiteral("Monday at 08:00");
    }
    void saysWhenItOpens()
    {
        QFETCH(QByteArray, now);
        QFETCH(QString, words);
        setClock(now.constData());
        open();
        QCOMPARE(m_page->kind(), Kind::Closed);
        QVERIFY2(closedWords().contains(words), qPrintable(closedWords()));
    }

    void opensAndClosesByTheClock()
    {
        setClock("2026-03-02T07:59:50");
        open();
        QCOMPARE(m_page->kind(), Kind::Closed);
        QVERIFY(m_screenSaver.held().isEmpty());
        setClock("2026-03-02T08:00:00");
        QTRY_COMPARE(m_page->kind(), Kind::Start);
        QTRY_COMPARE(m_screenSaver.held().size(), 1); // The screen stays on.
        setClock("2026-03-02T19:00:00");
        QTRY_COMPARE(m_page->kind(), Kind::Closed);
        QTRY_VERIFY(m_screenSaver.held().isEmpty());
        QVERIFY(closedWords().contains(QStringLiteral("tomorrow")));
        setClock("2026-03-03T00:00:01");
        QTRY_VERIFY(closedWords().contains(QStringLiteral("today")));
    }

    /// Over a whole afternoon, as on a computer that has slept.
    void saysWhenItOpensAfterTheClockHasJumped()
    {
        setClock("2026-03-02T13:00:00");
        open();
        QVERIFY2(closedWords().contains(QStringLiteral("today at 14:00")), qPrintable(closedWords()));
        setClock("2026-03-02T19:30:00");
        QTRY_VERIFY2(closedWords().contains(QStringLiteral("tomorrow at 08:00")), qPrintable(closedWords()));
    }

    void withoutHoursItIsAlwaysOpen()
    {
        QVERIFY(m_settings->unset(config::keys::kioskOpeningHours));
        setClock("2026-03-01T03:00:00");
        open();
        QCOMPARE(m_page->kind(), Kind::Start);
        QTRY_COMPARE(m_screenSaver.held().size(), 1);
    }

    void aTouchWakesIt()
    {
        setClock("2026-03-02T06:00:00");
        open();
        QSignalSpy wanted(m_page.get(), &RestingPage::scheduleWanted);
        auto *closed = m_page->findChild<ClosedPage *>();
        QTest::mouseClick(closed, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        m_page->takeFocus();
        QTest::keyClick(closed, Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(m_page->kind(), Kind::Closed);
    }

    void whatLastsIsToldAndGoesByItself()
    {
        open(quick());
        QCOMPARE(m_page->kind(), Kind::Start);
        m_found = Outage{Outage::What::Network};
        QTRY_COMPARE(m_page->kind(), Kind::Outage);
        m_found.reset();
        QTRY_COMPARE(m_page->kind(), Kind::Start);
    }

    void aMomentIsNotTold()
    {
        QSignalSpy questions(this, &TestRestingPage::asked);
        m_found = Outage{Outage::What::Network};
        m_page = std::make_unique<RestingPage>(RestingPage::Parts{.settings = *m_settings,
                                                                  .clock = m_clock,
                                                                  .lookForOutage =
                                                                      [this] {
                                                                          emit asked();
                                                                          return look();
                                                                      },
                                                                  .outagePace = quick(std::chrono::hours(1))});
        QSignalSpy changed(m_page.get(), &RestingPage::kindChanged);
        QVERIFY(test::showActive(*m_page));
        QTRY_VERIFY(questions.size() > 3);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_page->kind(), Kind::Start);
    }

    void whatIsBackIsLookedForAtOnce()
    {
        open({.whenWell = std::chrono::hours(1),
              .whenNot = std::chrono::hours(1),
              .patience = std::chrono::milliseconds(0)});
        QCOMPARE(m_page->kind(), Kind::Start);
        m_found = Outage{Outage::What::Network};
        m_page->lookNow();
        QTRY_COMPARE(m_page->kind(), Kind::Outage);
        m_found.reset();
        m_page->lookNow();
        QTRY_COMPARE(m_page->kind(), Kind::Start);
    }

    /// One look failed, somebody came, and after them one look fails again: well may it have been all the while.
    void whatWasSeenBeforeSomebodyCameIsNotCounted()
    {
        const std::chrono::milliseconds patience(100);
        const std::chrono::hours never(1); // But for those that are asked for.
        open({.whenWell = never, .whenNot = never, .patience = patience});
        m_found = Outage{Outage::What::Network};
        m_page->lookNow();
        QCOMPARE(m_page->kind(), Kind::Start);
        QElapsedTimer since;
        since.start();
        m_page->hide();
        QTRY_VERIFY(since.elapsed() > 2 * patience.count());
        QVERIFY(test::showActive(*m_page)); // Looks.
        QCOMPARE(m_page->kind(), Kind::Start);
        since.restart();
        QTRY_VERIFY(since.elapsed() > 2 * patience.count());
        m_page->lookNow();
        QCOMPARE(m_page->kind(), Kind::Outage); // That has lasted.
        m_page->hide();
        QVERIFY(test::showActive(*m_page));
        QCOMPARE(m_page->kind(), Kind::Outage); // And what was told is told until it is mended.
    }

    void whoDoesNotRestIsNotLookedAt()
    {
        QSignalSpy questions(this, &TestRestingPage::asked);
        m_page = std::make_unique<RestingPage>(RestingPage::Parts{.settings = *m_settings,
                                                                  .clock = m_clock,
                                                                  .lookForOutage =
                                                                      [this] {
                                                                          emit asked();
                                                                          return look();
                                                                      },
                                                                  .outagePace = quick()});
        QCOMPARE(questions.size(), 0);
        QVERIFY(test::showActive(*m_page));
        QTRY_VERIFY(questions.size() > 1);
    }

    void outsideItsHoursItIsClosedWhateverElse()
    {
        m_found = Outage{Outage::What::Network};
        open(quick());
        QTRY_COMPARE(m_page->kind(), Kind::Outage);
        setClock("2026-03-02T13:00:00");
        QTRY_COMPARE(m_page->kind(), Kind::Closed);
        setClock("2026-03-02T14:00:00");
        QTRY_COMPARE(m_page->kind(), Kind::Outage);
    }

    void tellsTheReceptionWhatToDo_data()
    {
        QTest::addColumn<Outage>("outage");
        QTest::addColumn<QString>("words");
        using std::chrono::seconds;
        QTest::newRow("network") << Outage{Outage::What::Network} << QStringLiteral("cable");
        QTest::newRow("records") << Outage{Outage::What::Records} << QStringLiteral("appointments");
        QTest::newRow("calls") << Outage{Outage::What::Calls} << QStringLiteral("refuses");
        QTest::newRow("slow") << Outage{Outage::What::Clock, seconds(310)} << QStringLiteral("5 minute(s) slow");
        const QDateTime noon(QDate(2011, 1, 1), QTime(12, 3));
        QTest::newRow("by how much is not known")
            << Outage{Outage::What::Clock, {}, noon} << QLocale().toString(noon, QLocale::ShortFormat);
        QTest::newRow("fast") << Outage{Outage::What::Clock, seconds(-170)} << QStringLiteral("3 minute(s) fast");
    }
    void tellsTheReceptionWhatToDo()
    {
        QFETCH(Outage, outage);
        QFETCH(QString, words);
        m_found = outage;
        open(quick());
        QTRY_COMPARE(m_page->kind(), Kind::Outage);
        const QString advice = m_page->findChild<OutagePage *>()->advice();
        QVERIFY2(advice.contains(words), qPrintable(advice));
        QVERIFY2(advice.contains(QStringLiteral("+39 02 1234567")), qPrintable(advice));
    }

Q_SIGNALS:
    void asked();
};

QTEST_MAIN(TestRestingPage)
#include "test_resting_page.moc"
