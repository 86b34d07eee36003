// A visit to a kiosk, from its start to the next person.
#include "tests/support/log_capture.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_flow.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/closed_page.h"
#include "ui/kiosk/code_page.h"
#include "ui/kiosk/outage_page.h"
#include "ui/kiosk/resting_page.h"
#include "ui/kiosk/visit_page.h"

#include <QClipboard>
#include <QDirIterator>

#include <algorithm>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;

    /// Every file below the practice's folder but the records, which are the clinic's.
    QByteArray kept() const
    {
        QByteArray all;
        QDirIterator files(m_scene->practice.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.fileName().contains(QLatin1String("sqlite")) && file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private slots:
    void init() { m_scene = std::make_unique<KioskScene>(); }
    void cleanup() { m_scene.reset(); }

    void theStartNamesNobody()
    {
        QCOMPARE(m_scene->window->page(), Page::Start);
        QVERIFY(m_scene->words().contains(QStringLiteral("Poliambulatorio San Marco")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Romano")));
        QVERIFY(!m_scene->window->findChild<ui::AgendaPage *>());
        QCOMPARE(m_scene->engineAsked, 0); // Nothing heavy before somebody needs it.
    }

    void fromTheCodeToTheCallAndBack()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->words().contains(QStringLiteral("Luca")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Romano")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Bianchi")));
        QVERIFY(m_scene->click("kioskGreetingYesButton"));
        QVERIFY(m_scene->click("kioskNoticeAgreeButton"));
        QVERIFY(m_scene->click("kioskDeviceContinueButton"));
        QVERIFY(
            waitUntil([this] { return m_scene->engine.m_view && m_scene->engine.m_view->m_target.link.isValid(); }));
        QVERIFY(m_scene->engine.m_view->m_target.isGuest);
        QVERIFY(m_scene->engine.m_view->m_target.downloadFolder.isEmpty());
        emit m_scene->engine.m_view->pageReady();
        QVERIFY(m_scene->window->isInCall());
        QVERIFY(waitUntil([this] { return m_scene->practice.find(m_scene->id).progress == Progress::InCall; }));
        QVERIFY(m_scene->click("kioskLeaveButton"));
        QVERIFY(!m_scene->window->isInCall());
        QVERIFY(m_scene->click("kioskVisitPrimaryButton")); // Done
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(waitUntil([this] { return m_scene->practice.find(m_scene->id).progress == Progress::Held; }));
    }

    /// Made when calls were recorded, while the kiosk's own setting records none.
    void thatTheRoomIsRecordedIsSaidBeforeAndDuring()
    {
        QCOMPARE(m_scene->practice.service().policy().recording, QStringLiteral("none"));
        m_scene->scriptRoomOfBoth("https://video.example.org/call", "automatic");
        QVERIFY(m_scene->awaitCall());
        QVERIFY2(m_scene->words().contains(QStringLiteral("will be recorded")), qPrintable(m_scene->words()));
        emit m_scene->engine.m_view->pageReady();
        const auto *told = m_scene->find<QLabel>("kioskRecording");
        QVERIFY(told->isVisible());
        QVERIFY2(told->text().contains(QStringLiteral("is recorded")), qPrintable(told->text()));
        m_scene->window->clearSession();
        QVERIFY(!told->text().contains(QStringLiteral("recorded")));
    }

    void nothingIsLeftOfAPerson()
    {
        test::LogCapture log;
        QVERIFY(m_scene->enterCall());
        QGuiApplication::clipboard()->setText(QStringLiteral("marker of Luca"));
        const QUrl link = m_scene->engine.m_view->m_target.link;
        QPointer<ui::CallView> view = m_scene->engine.m_view.data();
        QVERIFY(m_scene->click("kioskEnglish"));
        QCOMPARE(m_scene->language, std::optional(Language::English));
        QVERIFY(m_scene->click("kioskLeaveButton"));
        QVERIFY(m_scene->click("kioskVisitPrimaryButton"));
        QVERIFY(m_scene->reaches(Page::Start));

        QCOMPARE(m_scene->engine.m_forgotten, 1);
        QVERIFY(waitUntil([&] { return view.isNull(); }));
        QVERIFY(!m_scene->practice.settings().hasGuest());
        QCOMPARE(m_scene->practice.settings().station().externalId, QStringLiteral("dr-bianchi"));
        QCOMPARE(m_scene->language, std::nullopt);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        const ui::CallFlow &flow = m_scene->window->findChild<ui::VisitPage *>()->flow();
        QCOMPARE(flow.consultation(), Teleconsultation());
        for (const QLabel *label : m_scene->window->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("Luca")), qPrintable(label->objectName()));
        QVERIFY(m_scene->window->findChild<ui::CodePage *>()->entered().isEmpty());
        for (const QByteArray &marker :
             {QByteArrayLiteral("u-patient"), QByteArrayLiteral("Luca"), link.toEncoded(), m_scene->code().toLatin1()})
        {
            QVERIFY2(!kept().contains(marker), marker.constData());
            QVERIFY2(!log.text().toUtf8().contains(marker), marker.constData());
        }
    }

    /// The next one agrees for themselves.
    void thePersonAfterIsAskedForTheNoticeAgain()
    {
        for (int person = 0; person < 2; ++person) {
            QVERIFY(m_scene->enterCode(m_scene->code()));
            QVERIFY(m_scene->reaches(Page::Greeting));
            QVERIFY(m_scene->click("kioskGreetingYesButton"));
            QVERIFY(m_scene->click("kioskNoticeAgreeButton"));
            QVERIFY(waitUntil([this] { return m_scene->find("kioskDeviceContinueButton")->isVisible(); }));
            m_scene->window->clearSession();
        }
    }

    /// As who has no working camera, and is to tell the reception.
    void theDeviceCheckCanBeLeft()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingYesButton") && m_scene->click("kioskNoticeAgreeButton"));
        QVERIFY(waitUntil([this] { return m_scene->find("kioskDeviceBackButton")->isVisible(); }));
        QVERIFY(m_scene->click("kioskDeviceBackButton"));
        QVERIFY(m_scene->reaches(Page::Start));
    }

    /// While a patient waits the reception deletes it, or puts it off.
    void anAppointmentThatIsGoneIsNotToBeTriedAgain()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        m_scene->practice.records().failFinds(makeError(Error::Kind::NotFound, QStringLiteral("not_found")));
        QVERIFY(m_scene->click("kioskGreetingYesButton") && m_scene->click("kioskNoticeAgreeButton") &&
                m_scene->click("kioskDeviceContinueButton"));
        QVERIFY(waitUntil([this] { return m_scene->words().contains(QStringLiteral("not there any more")); }));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Try again")));
        QVERIFY(!m_scene->find("kioskVisitPrimaryButton")->isVisible());
        QVERIFY(m_scene->click("kioskVisitSecondaryButton"));
        QVERIFY(m_scene->reaches(Page::Start));
    }
    void nobodyWaitsForAnAppointmentThatIsPutOff()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingYesButton") && m_scene->click("kioskNoticeAgreeButton"));
        Teleconsultation moved = m_scene->practice.find(m_scene->id);
        const Schedule was = moved.schedule;
        moved.schedule = Schedule::fromRecord(was.start().addDays(1), was.end().addDays(1));
        QVERIFY(test::await(m_scene->practice.records().update(moved, {})));
        QVERIFY(m_scene->click("kioskDeviceContinueButton"));
        QVERIFY(waitUntil([this] { return m_scene->words().contains(QStringLiteral("put off")); }));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Stay here")));
        QVERIFY(m_scene->click("kioskVisitSecondaryButton"));
        QVERIFY(m_scene->reaches(Page::Start));
    }

    void withoutACameraThereIsNobodyToBeSeen()
    {
        using State = ui::DevicePreview::State;
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingYesButton") && m_scene->click("kioskNoticeAgreeButton"));
        QVERIFY(waitUntil([this] { return m_scene->find("kioskDeviceContinueButton")->isVisible(); }));
        QVERIFY(m_scene->words().contains(QStringLiteral("see yourself")));
        emit m_scene->window->findChild<ui::DevicePreview *>()->stateChanged(State::Off, State::Working);
        QVERIFY(!m_scene->words().contains(QStringLiteral("see yourself")));
    }

    /// Nobody touches anything here: what the reception plugs in again is seen by itself.
    void aDeviceThatIsBackIsNoProblemAnyMore()
    {
        using State = ui::DevicePreview::State;
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingYesButton") && m_scene->click("kioskNoticeAgreeButton"));
        QVERIFY(waitUntil([this] { return m_scene->find("kioskDeviceContinueButton")->isVisible(); }));
        auto *preview = m_scene->window->findChild<ui::DevicePreview *>();
        const QString problem = QStringLiteral("Tell the reception");
        emit preview->stateChanged(State::Missing, State::Working);
        QVERIFY(m_scene->words().contains(problem));
        emit preview->stateChanged(State::Working, State::Working);
        QVERIFY(!m_scene->words().contains(problem));
        emit preview->speakerStateChanged(State::Missing);
        QVERIFY(m_scene->words().contains(QStringLiteral("The loudspeaker does not work")));
        emit preview->stateChanged(State::Working, State::InUse);
        QVERIFY(m_scene->words().contains(QStringLiteral("More than one device")));
        emit preview->speakerStateChanged(State::Working);
        QVERIFY(m_scene->words().contains(QStringLiteral("The microphone does not work")));
        emit preview->stateChanged(State::Working, State::Working);
        QVERIFY(!m_scene->words().contains(problem));
    }

    void somebodyElseSaysNo()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingNoButton"));
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Luca")));
    }

    void whatIsBackIsUsedAtOnce()
    {
        QVERIFY(m_scene->awaitCall());
        ui::CallFlow &flow = m_scene->window->findChild<ui::VisitPage *>()->flow();
        for (int i = 0; i < 5; ++i) { // The pause until the next try grows with each.
            const QPointer<ui::CallView> before = m_scene->engine.m_view.data();
            emit before->failed(true);
            QCOMPARE(flow.stage(), ui::CallFlow::Stage::Failed);
            emit m_scene->returns.returned();
            QCOMPARE(flow.stage(), ui::CallFlow::Stage::Connecting);
            QVERIFY(waitUntil([&] { return m_scene->engine.m_view && m_scene->engine.m_view != before; }));
        }
    }

    void aCallIsNotClosed()
    {
        QVERIFY(m_scene->enterCall());
        QVERIFY(!m_scene->window->close());
        QVERIFY(m_scene->window->isInCall());
        QCOMPARE(m_scene->window->page(), Page::Visit);
    }

    /// At 10:00 it is open.
    void nobodyIsSentOutOfACallAtClosingTime()
    {
        m_scene.reset();
        m_scene = std::make_unique<KioskScene>(
            std::nullopt, std::chrono::seconds(15),
            config::SettingValues{{config::keys::kioskOpeningHours, QStringLiteral("Mo-Su 08:00-10:20")}});
        const ui::RestingPage &resting = m_scene->window->resting();
        QVERIFY(m_scene->enterCall());
        m_scene->practice.clock().advance(std::chrono::minutes(30));
        QVERIFY(waitUntil([&] { return resting.kind() == ui::RestingPage::Kind::Closed; }));
        QVERIFY(m_scene->window->isInCall());
        QVERIFY(m_scene->find("kioskLeaveButton")->isVisible());
        QVERIFY(m_scene->click("kioskLeaveButton"));
        QCOMPARE(m_scene->window->page(), Page::Visit); // Thanks come first.
        QVERIFY(m_scene->click("kioskVisitPrimaryButton"));
        QVERIFY(m_scene->reaches(Page::Start));
        auto *closed = m_scene->window->findChild<ui::ClosedPage *>();
        QVERIFY(closed->isVisible());
        QVERIFY(!m_scene->find<QWidget>("kioskHeader")->isVisible());
        // Whoever touches it is asked for the reception's PIN, and nothing else is there.
        QTest::mouseClick(closed, Qt::LeftButton);
        QCOMPARE(m_scene->window->page(), Page::Pin);
        m_scene->typePin(QStringLiteral("2468"));
        QVERIFY(m_scene->click("kioskPinOpenButton") && m_scene->reaches(Page::Reception));
        QVERIFY(m_scene->click("receptionDoneButton") && m_scene->reaches(Page::Start));
        QVERIFY(closed->isVisible());
    }

    void anOutageIsToldAtTheStartAndNeverInACall()
    {
        const ui::RestingPage &resting = m_scene->window->resting();
        QVERIFY(m_scene->enterCall());
        m_scene->outage = checks::Outage{checks::Outage::What::Network};
        QVERIFY(m_scene->click("kioskEnglish"));
        QCOMPARE(m_scene->window->page(), Page::Visit);
        QVERIFY(m_scene->click("kioskLeaveButton"));
        QCOMPARE(resting.kind(), ui::RestingPage::Kind::Start); // Nobody has looked.
        QVERIFY(m_scene->click("kioskVisitPrimaryButton"));
        QVERIFY(m_scene->reaches(Page::Start));
        auto *page = m_scene->window->findChild<ui::OutagePage *>();
        QVERIFY(waitUntil([&] { return page->isVisible(); }));
        QVERIFY(m_scene->click("kioskOutageScheduleButton"));
        QCOMPARE(m_scene->window->page(), Page::Pin);
        QVERIFY(m_scene->click("kioskPinBackButton"));
        m_scene->outage.reset();
        QVERIFY(waitUntil([&] { return m_scene->find("kioskStartCodeButton")->isVisible(); }));
    }

    void contrastIsOfThePerson()
    {
        const QPushButton *choice = m_scene->find("kioskStartCodeButton");
        const int height = choice->height();
        QVERIFY(m_scene->click("kioskContrast"));
        QCOMPARE(ui::Theme::instance().scheme(), ui::Theme::Scheme::Contrast);
        QVERIFY(waitUntil([&] { return choice->height() == height; })); // Room for a finger in any colours.
        QCOMPARE(choice->minimumHeight(), height);
        m_scene->window->clearSession();
        QCOMPARE(ui::Theme::instance().scheme(), ui::Theme::Scheme::Light);
    }

    void textIsAsLargeAsTheScreenAllows()
    {
        m_scene->window->resize(1080, 1920);
        QVERIFY(waitUntil([] { return ui::Theme::instance().textScale() == 200; }));
        m_scene->window->resize(3840, 2160);
        QVERIFY(waitUntil([] { return ui::Theme::instance().textScale() == 400; }));
        m_scene->window->resize(1024, 600);
        QVERIFY(waitUntil([] { return ui::Theme::instance().textScale() == 111; }));
    }
};

QTEST_MAIN(TestKioskWindow)
#include "test_kiosk_window.moc"
