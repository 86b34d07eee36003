#include "tests/support/log_capture.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_day_view.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_flow.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/closed_page.h"
#include "ui/kiosk/code_page.h"
#include "ui/kiosk/outage_page.h"
#include "ui/kiosk/reception_page.h"
#include "ui/kiosk/resting_page.h"
#include "ui/kiosk/scan_panel.h"
#include "ui/kiosk/touch_keyboard.h"
#include "ui/kiosk/visit_page.h"

#include <QClipboard>
#include <QDialog>
#include <QDirIterator>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;

    void type(const QString &pin) { QTest::keyClicks(m_scene->find<QLineEdit>("kioskPinEdit"), pin); }
    bool openReception()
    {
        if (!m_scene->click("kioskStartScheduleButton") || !m_scene->reaches(Page::Pin))
            return false;
        type(QStringLiteral("2468"));
        return m_scene->click("kioskPinOpenButton") && m_scene->reaches(Page::Reception);
    }
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

    const QByteArray phoneLink{"https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it"};

    /// The code page, with a camera that works.
    bool openCamera()
    {
        if (!m_scene->click("kioskStartCodeButton") ||
            !waitUntil([this] { return !m_scene->engine.m_camera.isNull(); }))
            return false;
        emit m_scene->engine.m_camera->stateChanged(ui::DevicePreview::State::Working);
        return m_scene->engine.m_camera->isVisible();
    }

private Q_SLOTS:
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

    void somebodyElseSaysNo()
    {
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingNoButton"));
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Luca")));
    }

    void wrongCodesBecomeSlow()
    {
        auto *page = m_scene->window->findChild<ui::CodePage *>();
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        for (int i = 0; i < appointmentTries.free; ++i) {
            QVERIFY(page->problem().isEmpty() || i > 0);
            for (int key = 0; key < appointmentCodeLength; ++key)
                QVERIFY(m_scene->click("kioskKeyZ"));
            QVERIFY(waitUntil([&] { return !page->problem().isEmpty() && page->entered().isEmpty(); }));
        }
        QVERIFY(!m_scene->find("kioskKeyZ")->isEnabled());
        QVERIFY(page->problem().contains(QStringLiteral("10")));
        m_scene->practice.clock().advance(std::chrono::seconds(11));
        // The right one is not held back for longer than it says.
        for (const QChar character : m_scene->code())
            QVERIFY(m_scene->click(qPrintable(QStringLiteral("kioskKey%1").arg(character))));
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// A scanner in the shape of a keyboard does the same.
    void aCodeIsTypedOnAKeyboard()
    {
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code().toLower());
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// The slip holds a code for telephones too.
    void aSlipIsHeldBeforeTheCamera()
    {
        QVERIFY(openCamera());
        emit m_scene->engine.m_camera->seen({phoneLink, m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->words().contains(QStringLiteral("Luca")));
        QVERIFY(waitUntil([this] { return m_scene->engine.m_camera.isNull(); }));
    }

    void whatIsNoCodeLeadsNowhere()
    {
        QVERIFY(openCamera());
        const auto *page = m_scene->window->findChild<ui::CodePage *>();
        for (const QList<QByteArray> &contents :
             {QList<QByteArray>{phoneLink}, QList<QByteArray>{"javascript:alert(1)"},
              QList<QByteArray>{QByteArray(2953, 'A')}, QList<QByteArray>{"0123ABCD", m_scene->code().toLatin1()}})
        {
            const QString before = m_scene->words();
            for (int picture = 0; picture < 50; ++picture)
                emit m_scene->engine.m_camera->seen(contents);
            QVERIFY(page->entered().isEmpty() && page->problem().isEmpty());
            QVERIFY(!m_scene->words().contains(QStringLiteral("bandyer")));
            const bool isSeveral = contents.size() > 1;
            QVERIFY(m_scene->words().contains(isSeveral ? QStringLiteral("only one slip")
                                                        : QStringLiteral("not a code for the kiosk")));
        }
        for (int picture = 0; picture < 50; ++picture)
            emit m_scene->engine.m_camera->seen({});
        QVERIFY(!m_scene->words().contains(QStringLiteral("only one slip"))); // It was taken away.
        QCOMPARE(m_scene->window->page(), Page::Code);
        emit m_scene->engine.m_camera->seen({m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting)); // None of it was counted as a try.
    }

    /// A code that lies before the camera is tried once, and counts as one that was typed.
    void aWrongCodeBeforeTheCameraIsOneTry()
    {
        QVERIFY(openCamera());
        const auto *page = m_scene->window->findChild<ui::CodePage *>();
        for (int i = 0; i < appointmentTries.free; ++i) {
            if (i > 0)
                QVERIFY(m_scene->click("kioskScanAgainButton"));
            QVERIFY(waitUntil([this] { return !m_scene->engine.m_camera.isNull(); }));
            const QPointer<test::PretendedCamera> camera = m_scene->engine.m_camera;
            for (int picture = 0; picture < 10; ++picture)
                emit camera->seen({"ZZZZZZZZ"});
            QVERIFY(waitUntil([&] { return camera.isNull() && !page->problem().isEmpty(); }));
            QCOMPARE(m_scene->find("kioskKeyZ")->isEnabled(), i + 1 < appointmentTries.free);
        }
        QVERIFY(page->problem().contains(QStringLiteral("10")));
        QVERIFY(!m_scene->find("kioskScanAgainButton")->isEnabled()); // Nor is it looked at, now.
        m_scene->practice.clock().advance(std::chrono::seconds(11));
        QVERIFY(m_scene->click("kioskScanAgainButton"));
        emit m_scene->engine.m_camera->seen({m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    void theCameraIsOffWhenThePageIsLeft_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("back") << QStringLiteral("back");
        QTest::newRow("a code was typed") << QStringLiteral("typed");
        QTest::newRow("the session ends") << QStringLiteral("ends");
        QTest::newRow("leaving") << QStringLiteral("leaving");
    }
    void theCameraIsOffWhenThePageIsLeft()
    {
        QFETCH(QString, how);
        QVERIFY(openCamera());
        if (how == QLatin1String("back"))
            QVERIFY(m_scene->click("kioskCodeBackButton"));
        else if (how == QLatin1String("typed"))
            QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code());
        else if (how == QLatin1String("ends"))
            m_scene->window->clearSession();
        else
            m_scene->window->close(); // asks for the PIN
        QVERIFY(waitUntil([this] { return m_scene->engine.m_camera.isNull(); }));
        QVERIFY(waitUntil([this] { return m_scene->window->page() != Page::Code; }));
        QVERIFY(!m_scene->window->findChild<ui::ScanPanel *>()->isOn());
    }

    void withoutACameraTheCodeIsTyped_data()
    {
        using State = ui::DevicePreview::State;
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << State::Missing << QStringLiteral("There is no camera");
        QTest::newRow("refused") << State::Refused << QStringLiteral("may not be used");
        QTest::newRow("in use") << State::InUse << QStringLiteral("in use");
        QTest::newRow("the engine has ended") << State::Failed << QStringLiteral("cannot be used just now");
    }
    void withoutACameraTheCodeIsTyped()
    {
        QFETCH(ui::DevicePreview::State, state);
        QFETCH(QString, words);
        QVERIFY(openCamera());
        emit m_scene->engine.m_camera->stateChanged(state);
        QVERIFY2(m_scene->words().contains(words), qPrintable(m_scene->words()));
        const QPointer<test::PretendedCamera> first = m_scene->engine.m_camera;
        QVERIFY(m_scene->click("kioskScanAgainButton"));
        QVERIFY(waitUntil([&] { return first.isNull() && !m_scene->engine.m_camera.isNull(); }));
        emit m_scene->engine.m_camera->stateChanged(state);
        QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code());
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// Where calls are made without it, it is not asked for here either.
    void aKioskWithoutCamera()
    {
        m_scene->practice.settings().setDevices({.camera = {}, .microphone = {}, .speaker = {}, .withoutCamera = true});
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(!m_scene->words().contains(QStringLiteral("camera")));
        QCOMPARE(m_scene->engineAsked, 0);
    }

    void aCodeIsForOnePerson()
    {
        QVERIFY(m_scene->enterCode(m_scene->code(QStringLiteral("u-bianchi"))));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->words().contains(QStringLiteral("Anna")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Luca")));
    }

    void withoutAKeyItSaysWhomToAsk()
    {
        QVERIFY(m_scene->practice.settings().unset(config::keys::appointmentKeyFile));
        QVERIFY(m_scene->enterCode(QStringLiteral("7K3M9QXD")));
        auto *page = m_scene->window->findChild<ui::CodePage *>();
        QVERIFY(waitUntil([&] { return !page->problem().isEmpty(); }));
        QCOMPARE(m_scene->window->page(), Page::Code);
    }

    void theAgendaIsBehindTheReceptionsPin()
    {
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        type(QStringLiteral("1111"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        QCOMPARE(m_scene->window->page(), Page::Pin);
        type(QStringLiteral("97531")); // The settings' PIN is another one.
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        QCOMPARE(m_scene->window->page(), Page::Pin);
        QVERIFY(!m_scene->window->findChild<ui::AgendaPage *>());
        QVERIFY(m_scene->click("kioskPinBackButton"));
        QVERIFY(openReception());
        auto *agenda = m_scene->window->findChild<ui::AgendaPage *>();
        QVERIFY(waitUntil([&] { return agenda->model().rowOf(m_scene->id) >= 0; }));
        QVERIFY(m_scene->click("receptionDoneButton"));
        QVERIFY(m_scene->reaches(Page::Start));
        QVERIFY(waitUntil([this] { return !m_scene->window->findChild<ui::AgendaPage *>(); }));
    }

    void aFingerPushesTheAgenda()
    {
        for (int minutes = 0; minutes < 600; minutes += 20)
            m_scene->practice.add({.patient = QStringLiteral("Ada Neri"), .time = QTime(11, 0).addSecs(60 * minutes)});
        QVERIFY(openReception());
        auto *list = m_scene->window->findChild<ui::AgendaDayView *>();
        QVERIFY(waitUntil([&] { return list->isVisible() && list->verticalScrollBar()->maximum() > 0; }));
        list->scrollToTop();
        QWidget *page = list->viewport();
        QPoint finger = page->rect().center();
        QTest::mousePress(page, Qt::LeftButton, {}, finger);
        QVERIFY(waitUntil([&] {
            finger.ry() = std::max(0, finger.y() - 6);
            QTest::mouseMove(page, finger);
            return list->verticalScrollBar()->value() > 0;
        }));
        QTest::mouseRelease(page, Qt::LeftButton, {}, finger);
        QVERIFY(!m_scene->window->findChild<QDialog *>()); // It was pushed, not touched.
        QCOMPARE(m_scene->window->page(), Page::Reception);
    }

    /// Nothing that lets anybody in, and nothing that goes elsewhere.
    void theReceptionHandsOutNothingButCodes()
    {
        QVERIFY(openReception());
        auto *agenda = m_scene->window->findChild<ui::AgendaPage *>();
        QVERIFY(waitUntil([&] { return agenda->model().rowOf(m_scene->id) >= 0; }));
        agenda->focusContent();
        const auto *day = m_scene->window->findChild<ui::AgendaDayView *>();
        QTest::mouseClick(day->viewport(), Qt::LeftButton, {},
                          day->visualRect(day->model()->index(agenda->model().rowOf(m_scene->id), 0)).center());
        QVERIFY(
            waitUntil([this] { return m_scene->find("shareButton") && m_scene->find("shareButton")->isVisible(); }));
        QVERIFY(m_scene->find("rescheduleButton")->isVisible());
        QVERIFY(!m_scene->find("inviteButton")->isVisible());
        QVERIFY(!m_scene->find<QLabel>("inviteHint")->isVisible());
        for (const QAction *action : m_scene->find("shareButton")->menu()->actions())
            QCOMPARE(action->isVisible(), action->objectName() == QLatin1String("kioskCodesAction"));
        m_scene->find("inviteButton")->click();
        QVERIFY(!m_scene->window->findChild<QDialog *>());
        QVERIFY(m_scene->click("receptionDoneButton"));
    }

    void wrongPinsBecomeSlow()
    {
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        for (int i = 0; i < 3; ++i) {
            type(QStringLiteral("1111"));
            QVERIFY(m_scene->click("kioskPinOpenButton"));
        }
        type(QStringLiteral("2468"));
        QVERIFY(!m_scene->find("kioskPinOpenButton")->isEnabled());
        QTest::keyClick(m_scene->find<QLineEdit>("kioskPinEdit"), Qt::Key_Return);
        QCOMPARE(m_scene->window->page(), Page::Pin);
    }

    void theFormOpensWithinTheWindow()
    {
        QVERIFY(openReception());
        m_scene->window->findChild<ui::AgendaPage *>()->schedule();
        auto *dialog = m_scene->window->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!dialog->isWindow());
        auto *keyboard = m_scene->window->findChild<ui::TouchKeyboard *>();
        int fields = 0;
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
            if (!edit->isVisible() || !edit->isEnabled() || edit->isReadOnly() || edit->focusPolicy() == Qt::NoFocus)
                continue;
            edit->setFocus(Qt::MouseFocusReason);
            if (!edit->hasFocus())
                continue;
            QVERIFY(waitUntil([&] { return keyboard->isVisible(); }));
            const auto onScreen = [](const QWidget *widget) {
                return QRect(widget->mapToGlobal(QPoint()), widget->size());
            };
            QVERIFY2(waitUntil([&] {
                         return !onScreen(keyboard).intersects(onScreen(edit)) && !edit->visibleRegion().isEmpty();
                     }),
                     qPrintable(edit->objectName()));
            ++fields;
        }
        QVERIFY(fields > 2);
        // Who leaves takes the open form along.
        m_scene->window->clearSession();
        QVERIFY(!m_scene->window->findChild<QDialog *>());
    }

    void theKeyboardOnTheScreenTypes()
    {
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        auto *keyboard = m_scene->window->findChild<ui::TouchKeyboard *>();
        auto *edit = m_scene->find<QLineEdit>("kioskPinEdit");
        QVERIFY(waitUntil([&] { return keyboard->isVisible() && edit->hasFocus(); }));
        for (const char *key : {"touchKey1", "touchKey3", "touchKey5", "touchKey7", "touchKeyErase", "touchKey7"})
            QVERIFY(m_scene->click(key)); // 2 4 6 8, and once more
        QVERIFY(waitUntil([&] { return edit->text() == QStringLiteral("2468"); }));
        QVERIFY(m_scene->click("touchKeyNext"));
        QVERIFY(m_scene->reaches(Page::Reception));
    }

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
        QVERIFY(waitUntil([&] { return question->sentence().contains(QStringLiteral("15")); }));
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

    void theWayOutIsTheOtherPin()
    {
        QSignalSpy leaving(m_scene->window.get(), &ui::KioskWindow::leavingAllowed);
        QVERIFY(!m_scene->window->close());
        QVERIFY(m_scene->window->isVisible());
        QVERIFY(m_scene->reaches(Page::Pin));
        type(QStringLiteral("2468"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        auto *problem = m_scene->find<QLabel>("kioskPinProblem");
        QTRY_VERIFY(problem->isVisible()); // It is looked at elsewhere.
        QCOMPARE(leaving.size(), 0);
        type(QStringLiteral("97531"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        QTRY_COMPARE(leaving.size(), 1);
    }

    void aFingerHeldOnTheNameAsksForThePin()
    {
        auto *name = m_scene->find<QLabel>("kioskClinic");
        QTest::mousePress(name, Qt::LeftButton);
        QVERIFY(m_scene->reaches(Page::Pin));
        QTest::mouseRelease(name, Qt::LeftButton);
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
        type(QStringLiteral("2468"));
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
        m_scene->window->resize(1024, 600);
        QVERIFY(waitUntil([] { return ui::Theme::instance().textScale() == 111; }));
    }
};

QTEST_MAIN(TestKioskWindow)
#include "test_kiosk_window.moc"
