// A kiosk that somebody has left: in the middle of a page, in a call, or at the start.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/call/call_flow.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/closed_page.h"
#include "ui/kiosk/resting_page.h"
#include "ui/kiosk/visit_page.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskLeftAlone : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;

private slots:
    void init() { m_scene = std::make_unique<KioskScene>(); }
    void cleanup() { m_scene.reset(); }

    void whoHasGoneIsForgotten()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(1500), std::chrono::seconds(3));
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        auto *notice = m_scene->find<ui::ChoicePage>("kioskIdlePage");
        QVERIFY(waitUntil([&] { return notice->isVisible(); }));
        QVERIFY(m_scene->click("kioskIdleHereButton")); // I am still here
        QVERIFY(!notice->isVisible());
        QCOMPARE(m_scene->window->page(), Page::Greeting);
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Luca")));
    }

    /// Whose name it is under the notice, nobody sees.
    void noKeyPressesWhatIsUnderTheCountdown()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(1500), std::chrono::seconds(30));
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        const auto *notice = m_scene->find<ui::ChoicePage>("kioskIdlePage");
        QVERIFY(waitUntil([&] { return notice->isVisible(); }));
        QVERIFY(waitUntil([this] { return m_scene->find("kioskIdleHereButton")->hasFocus(); }));
        QTest::keyClick(m_scene->window->windowHandle(), Qt::Key_Space);
        QVERIFY(waitUntil([&] { return !notice->isVisible(); }));
        QCOMPARE(m_scene->window->page(), Page::Greeting);
        QVERIFY(m_scene->find("kioskGreetingYesButton")->hasFocus());
    }

    void whoLeavesWhileTheCallCannotBeReachedIsForgotten_data()
    {
        QTest::addColumn<bool>("wasThere");
        QTest::newRow("before the call") << false;
        QTest::newRow("on the way back into it") << true;
    }

    /// However often it is tried again meanwhile: who stands there when it succeeds is somebody else.
    void whoLeavesWhileTheCallCannotBeReachedIsForgotten()
    {
        QFETCH(bool, wasThere);
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(500), std::chrono::seconds(3));
        QVERIFY(wasThere ? m_scene->enterCall() : m_scene->awaitCall());
        auto *notice = m_scene->find<ui::ChoicePage>("kioskIdlePage");
        ui::CallFlow &flow = m_scene->window->findChild<ui::VisitPage *>()->flow();
        int tries = 0;
        bool wasTold = false;
        bool wasHidden = false;
        const auto failAgain = [&] {
            if (m_scene->window->page() != Page::Visit)
                return true;
            wasTold = wasTold || notice->isVisible();
            wasHidden = wasHidden || (wasTold && !notice->isVisible());
            ui::CallView *view = m_scene->engine.m_view;
            if (view && m_scene->engine.m_view->m_target.link.isValid()) {
                ++tries;
                emit view->failed(true);
                flow.askNow(); // Without the pause, which grows.
            }
            return false;
        };
        QVERIFY(waitUntil(failAgain, std::chrono::seconds(20)));
        QVERIFY(tries > 3 && wasTold && !wasHidden);
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(!flow.hasCall());
        QCOMPARE(flow.consultation(), Teleconsultation());
        QVERIFY(m_scene->engine.m_view.isNull());
        if (wasThere)
            QVERIFY(waitUntil([this] { return m_scene->practice.find(m_scene->id).progress == Progress::Held; }));
    }

    void whoMayHaveHungUpIsAsked()
    {
        QVERIFY(m_scene->enterCall());
        ui::CallFlow &flow = m_scene->window->findChild<ui::VisitPage *>()->flow();
        const auto *question = m_scene->find<ui::ChoicePage>("kioskHungUpPage");
        emit m_scene->engine.m_view->leadsAway();
        QVERIFY(question->isVisible());
        // How long it waits for an answer, a busy machine's seconds gone already.
        static const QRegularExpression seconds(QStringLiteral("\\b(?:1[0-5]|[2-9])\\b"));
        QVERIFY(waitUntil([&] { return question->sentence().contains(seconds); }));
        QVERIFY(m_scene->click("kioskHungUpNoButton"));
        QVERIFY(!question->isVisible() && m_scene->engine.m_view->isVisible());
        emit m_scene->engine.m_view->leadsAway();
        QVERIFY(question->isVisible());
        emit m_scene->engine.m_view->connectionChanged(ui::Connection::Good); // It has stayed.
        QVERIFY(!question->isVisible() && m_scene->engine.m_view->isVisible());
        emit m_scene->engine.m_view->leadsAway();
        QVERIFY(m_scene->click("kioskHungUpYesButton"));
        QCOMPARE(flow.stage(), ui::CallFlow::Stage::Ended);
        QVERIFY(!question->isVisible());
    }

    /// The page has let go of the call on purpose, or so it seemed.
    void whoHasNotHungUpGetsTheCallBack()
    {
        QVERIFY(m_scene->enterCall());
        ui::CallFlow &flow = m_scene->window->findChild<ui::VisitPage *>()->flow();
        const QPointer<ui::CallView> first = m_scene->engine.m_view.data();
        emit first->leadsAway();
        emit first->connectionChanged(ui::Connection::Lost);
        QVERIFY(m_scene->click("kioskHungUpNoButton"));
        QCOMPARE(flow.stage(), ui::CallFlow::Stage::Mending);
        QVERIFY(waitUntil([&] { return first.isNull() && !m_scene->engine.m_view.isNull(); }));
    }

    void whoHasHungUpAndGoneIsNotInTheCall()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(500), std::chrono::seconds(2));
        QVERIFY(m_scene->enterCall());
        emit m_scene->engine.m_view->leadsAway();
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(waitUntil([this] { return m_scene->practice.find(m_scene->id).progress == Progress::Held; }));
    }

    void whoLeavesAPageThatIsAtItsEndIsNotInTheCall_data()
    {
        QTest::addColumn<ui::Connection>("connection");
        QTest::newRow("it says no more") << ui::Connection::Unknown;
        QTest::newRow("nothing arrives") << ui::Connection::Unsteady;
    }

    /// Nobody else is there any more, and nobody touches Leave.
    void whoLeavesAPageThatIsAtItsEndIsNotInTheCall()
    {
        QFETCH(ui::Connection, connection);
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(300), std::chrono::seconds(3));
        QVERIFY(m_scene->enterCall());
        const auto *question = m_scene->find<ui::ChoicePage>("kioskHungUpPage");
        emit m_scene->engine.m_view->connectionChanged(ui::Connection::Good);
        m_scene->practice.clock().advance(std::chrono::hours(1));
        emit m_scene->engine.m_view->connectionChanged(connection);
        QVERIFY(waitUntil([&] { return question->isVisible(); }));
        QVERIFY(m_scene->click("kioskHungUpNoButton"));
        QVERIFY(m_scene->engine.m_view->isVisible());
        QVERIFY(waitUntil([&] { return question->isVisible(); }));
        emit m_scene->engine.m_view->connectionChanged(ui::Connection::Good); // Somebody is there.
        QVERIFY(!question->isVisible() && m_scene->engine.m_view->isVisible());
        emit m_scene->engine.m_view->connectionChanged(connection);
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(waitUntil([this] { return m_scene->practice.find(m_scene->id).progress == Progress::Held; }));
    }

    void whoIsInACallIsNotAsked_data()
    {
        QTest::addColumn<QList<ui::Connection>>("connections");
        QTest::addColumn<int>("minutes"); ///< From 10:00 on. It is from 10:10 to 10:30.
        using enum ui::Connection;
        QTest::newRow("connected") << QList{Good} << 300;
        QTest::newRow("connected again") << QList{Good, Unknown, Good} << 300;
        QTest::newRow("its time is not well over") << QList{Good, Unknown} << 40;
        QTest::newRow("the page says nothing") << QList<ui::Connection>() << 300;
    }
    void whoIsInACallIsNotAsked()
    {
        QFETCH(QList<ui::Connection>, connections);
        QFETCH(int, minutes);
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(300), std::chrono::seconds(3));
        QVERIFY(m_scene->enterCall());
        for (const ui::Connection connection : connections)
            emit m_scene->engine.m_view->connectionChanged(connection);
        m_scene->practice.clock().advance(std::chrono::minutes(minutes));
        int quietTimes = 0;
        const auto *visit = m_scene->window->findChild<ui::VisitPage *>();
        for (const ui::IdleWatch *watch : visit->findChildren<ui::IdleWatch *>())
            connect(watch, &ui::IdleWatch::expired, this, [&quietTimes] { ++quietTimes; });
        const auto *question = m_scene->find<ui::ChoicePage>("kioskHungUpPage");
        QVERIFY(waitUntil([&] { return quietTimes >= 2 || question->isVisible(); }));
        QVERIFY(!question->isVisible() && m_scene->window->isInCall());
    }

    void nobodyIsSentAwayFromACall()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(5000), std::chrono::seconds(1));
        QVERIFY(m_scene->enterCall());
        QVERIFY(!m_scene->window->findChild<ui::IdleWatch *>()->isOn());
        QVERIFY(m_scene->click("kioskLeaveButton"));
        QVERIFY(m_scene->window->findChild<ui::IdleWatch *>()->isOn());
        QVERIFY(m_scene->reaches(Page::Start)); // By itself, after thanks.
        QCOMPARE(m_scene->engine.m_forgotten, 1);
    }

    /// Chosen at the start by somebody who then goes away: no countdown tells of it, for nothing is lost.
    void whatIsChosenAtTheStartStaysForNobodyElse()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(500), std::chrono::seconds(15));
        QVERIFY(!m_scene->window->findChild<ui::IdleWatch *>()->isOn());
        const auto *notice = m_scene->find<ui::ChoicePage>("kioskIdlePage");
        bool wasShown = false;
        const auto isLanguageBack = [&] {
            wasShown = wasShown || notice->isVisible();
            return !m_scene->language;
        };
        QVERIFY(m_scene->click("kioskEnglish"));
        QCOMPARE(m_scene->language, std::optional(Language::English));
        QVERIFY(waitUntil(isLanguageBack));
        QVERIFY(m_scene->click("kioskContrast"));
        QCOMPARE(ui::Theme::instance().scheme(), ui::Theme::Scheme::Contrast);
        QVERIFY(waitUntil([&] {
            wasShown = wasShown || notice->isVisible();
            return ui::Theme::instance().scheme() == ui::Theme::Scheme::Light;
        }));
        QVERIFY(!m_scene->find("kioskContrast")->isChecked());
        QVERIFY(!wasShown);
        QCOMPARE(m_scene->window->page(), Page::Start);
        QVERIFY(!m_scene->window->findChild<ui::IdleWatch *>()->isOn());
        // Whoever goes on takes it along, for as long as they are there.
        QVERIFY(m_scene->click("kioskEnglish") && m_scene->click("kioskStartCodeButton"));
        QCOMPARE(m_scene->language, std::optional(Language::English));
        QVERIFY(waitUntil([&] { return notice->isVisible(); }));
        QCOMPARE(m_scene->language, std::optional(Language::English));
    }

    void whatIsChosenAtTheStartDoesNotOutlastClosingTime()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(
            std::nullopt, std::chrono::seconds(15),
            config::SettingValues{{config::keys::kioskOpeningHours, QStringLiteral("Mo-Su 08:00-10:20")}});
        QVERIFY(m_scene->click("kioskEnglish") && m_scene->click("kioskContrast"));
        m_scene->practice.clock().advance(std::chrono::minutes(30));
        QVERIFY(waitUntil([this] { return m_scene->window->resting().kind() == ui::RestingPage::Kind::Closed; }));
        QCOMPARE(m_scene->language, std::nullopt);
        QCOMPARE(ui::Theme::instance().scheme(), ui::Theme::Scheme::Light);
        QVERIFY(!m_scene->window->findChild<ui::IdleWatch *>()->isOn());
    }

    /// What a keyboard-like scanner types where nobody has asked for a code.
    void aCodeThatIsScannedWhileItIsClosedIsNoPin()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(
            std::nullopt, std::chrono::seconds(15),
            config::SettingValues{{config::keys::kioskOpeningHours, QStringLiteral("Mo-Su 08:00-09:00")}});
        const auto *closed = m_scene->window->findChild<ui::ClosedPage *>();
        QVERIFY(waitUntil([&] { return closed->isVisible() && closed->hasFocus(); }));
        QWindow *screen = m_scene->window->windowHandle();
        const QString code = m_scene->code();
        for (const QChar character : code)
            QTest::keyClick(screen, character.toLatin1(), Qt::ShiftModifier);
        QTest::keyClick(screen, Qt::Key_Return);
        QCOMPARE(m_scene->window->page(), Page::Start);
        QCOMPARE(m_scene->practice.settings().pinFailures(config::Pin::Reception).count, 0);
        for (const Qt::Key key : {Qt::Key_Shift, Qt::Key_Tab, Qt::Key_Escape, Qt::Key_F5})
            QTest::keyClick(screen, key);
        QCOMPARE(m_scene->window->page(), Page::Start);
        QVERIFY(waitUntil([&] { // When the scanner has had its time.
            QTest::keyClick(screen, Qt::Key_Return);
            return m_scene->window->page() == Page::Pin;
        }));
        QCOMPARE(m_scene->practice.settings().pinFailures(config::Pin::Reception).count, 0);
    }
};

QTEST_MAIN(TestKioskLeftAlone)
#include "test_kiosk_left_alone.moc"
