// What is behind the PINs of a kiosk.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_day_view.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/kiosk/touch_keyboard.h"

#include <QDialog>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskReception : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;

    bool openReception()
    {
        if (!m_scene->click("kioskStartScheduleButton") || !m_scene->reaches(Page::Pin))
            return false;
        m_scene->typePin(QStringLiteral("2468"));
        return m_scene->click("kioskPinOpenButton") && m_scene->reaches(Page::Reception);
    }

private slots:
    void init() { m_scene = std::make_unique<KioskScene>(); }
    void cleanup() { m_scene.reset(); }

    void theAgendaIsBehindTheReceptionsPin()
    {
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        m_scene->typePin(QStringLiteral("1111"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        QCOMPARE(m_scene->window->page(), Page::Pin);
        m_scene->typePin(QStringLiteral("97531")); // The settings' PIN is another one.
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
            m_scene->typePin(QStringLiteral("1111"));
            QVERIFY(m_scene->click("kioskPinOpenButton"));
        }
        m_scene->typePin(QStringLiteral("2468"));
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
        for (const QPushButton *key : keyboard->findChildren<QPushButton *>())
            QVERIFY2(key->height() >= ui::scaled(ui::size::control), qPrintable(key->objectName()));
        for (const char *key : {"touchKey1", "touchKey3", "touchKey5", "touchKey7", "touchKeyErase", "touchKey7"})
            QVERIFY(m_scene->click(key)); // 2 4 6 8, and once more
        QVERIFY(waitUntil([&] { return edit->text() == QStringLiteral("2468"); }));
        QVERIFY(m_scene->click("touchKeyNext"));
        QVERIFY(m_scene->reaches(Page::Reception));
    }

    void aFingerMeetsWhatItTouches_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<Page>("page");
        QTest::newRow("open") << QByteArray("kioskPinOpenButton") << Page::Reception;
        QTest::newRow("back") << QByteArray("kioskPinBackButton") << Page::Start;
    }
    /// A button that takes the focus from a field makes the keyboard go, and with it would go itself.
    void aFingerMeetsWhatItTouches()
    {
        QFETCH(QByteArray, button);
        QFETCH(Page, page);
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        const auto *keyboard = m_scene->window->findChild<ui::TouchKeyboard *>();
        const QPushButton *touched = m_scene->find(button.constData());
        m_scene->typePin(QStringLiteral("2468"));
        QVERIFY(waitUntil([&] { return keyboard->isVisible() && touched->isEnabled(); }));
        QCoreApplication::processEvents(); // The page has made room for the keyboard.
        QWindow *screen = m_scene->window->windowHandle();
        const QPoint finger = touched->mapTo(m_scene->window.get(), touched->rect().center());
        QTest::mousePress(screen, Qt::LeftButton, {}, finger);
        QVERIFY(waitUntil([&] { return touched->hasFocus(); }));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QTest::mouseRelease(screen, Qt::LeftButton, {}, finger);
        QVERIFY(m_scene->reaches(page));
        QVERIFY(waitUntil([&] { return !keyboard->isVisible(); }));
    }

    /// Whoever was there before may have left it with capitals or signs.
    void theKeyboardBeginsWithSmallLetters()
    {
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        const QPushButton *key = m_scene->find("touchKey11");
        QVERIFY(m_scene->click("touchKeyShift"));
        QCOMPARE(key->text(), QStringLiteral("Q"));
        m_scene->window->clearSession();
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        QCOMPARE(key->text(), QStringLiteral("q"));
    }

    void theWayOutIsTheOtherPin()
    {
        QSignalSpy leaving(m_scene->window.get(), &ui::KioskWindow::leavingAllowed);
        QVERIFY(!m_scene->window->close());
        QVERIFY(m_scene->window->isVisible());
        QVERIFY(m_scene->reaches(Page::Pin));
        m_scene->typePin(QStringLiteral("2468"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        auto *problem = m_scene->find<QLabel>("kioskPinProblem");
        QVERIFY(waitUntil([&] { return problem->isVisible(); })); // It is looked at elsewhere.
        QCOMPARE(leaving.size(), 0);
        m_scene->typePin(QStringLiteral("97531"));
        QVERIFY(m_scene->click("kioskPinOpenButton"));
        QVERIFY(waitUntil([&] { return leaving.size() == 1; }));
    }

    void aFingerHeldOnTheNameAsksForThePin()
    {
        auto *name = m_scene->find<QLabel>("kioskClinic");
        QTest::mousePress(name, Qt::LeftButton);
        QVERIFY(m_scene->reaches(Page::Pin));
        QTest::mouseRelease(name, Qt::LeftButton);
    }
};

QTEST_MAIN(TestKioskReception)
#include "test_kiosk_reception.moc"
