// The way into a call and back, with an engine that does as it is told.
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/main_window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

class PretendedView final : public CallView
{
public:
    using CallView::CallView;
    void open(const CallTarget &target) override { m_target = target; }
    void leave() override { emit ended(); }
    CallTarget m_target;
};

class PretendedEngine final : public CallEngine
{
public:
    bool warmUpStep(const QString &) override { return true; }
    CallView *createView(const QString &, QWidget *parent) override
    {
        m_view = new PretendedView(parent);
        return m_view;
    }
    QPointer<PretendedView> m_view;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_engineError.reset();
        m_enginesAsked = 0;
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_practice.reset();
    }

    void theEngineIsNotAskedForBeforeACall()
    {
        QCOMPARE(m_enginesAsked, 0);
        QVERIFY(!m_window->findChild<CallPage *>());
    }

    void theSandboxIsNamed()
    {
        QVERIFY(!m_window->windowTitle().contains(QStringLiteral("Sandbox")));
        m_window->setSandboxNotice(true);
        auto *banner = m_window->findChild<Banner *>(QStringLiteral("sandboxBanner"));
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), QStringLiteral("Sandbox: practice calls on this computer. Nothing leaves it."));
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Sandbox")));
        QVERIFY(!button("removeDemoButton")->isVisible());
        m_window->setDemoClinicPresent(true);
        QSignalSpy removals(m_window.get(), &MainWindow::removeDemoClinicRequested);
        QTest::mouseClick(button("removeDemoButton"), Qt::LeftButton);
        QCOMPARE(removals.size(), 1);
        m_window->setSandboxNotice(false);
        QVERIFY(!banner->isVisible());
    }

    void noDemoClinicAmongRecordsElsewhere()
    {
        m_window->setSandboxNotice(true, MainWindow::Reach::OtherServices);
        m_window->setDemoClinicPresent(true);
        auto *banner = m_window->findChild<Banner *>(QStringLiteral("sandboxBanner"));
        QVERIFY(!banner->text().contains(QStringLiteral("Nothing leaves")));
        QVERIFY2(banner->text().contains(QStringLiteral("Services of the clinic")), qPrintable(banner->text()));
        QVERIFY(!button("removeDemoButton")->isVisible());
        const QList<QAction *> actions = m_window->findChildren<QAction *>();
        const auto offers = [](const QAction *action) {
            return action->isVisible() && action->text().contains(QStringLiteral("demo"));
        };
        QVERIFY(std::none_of(actions.begin(), actions.end(), offers));
        m_window->setDemoClinicPresent(false);
        QVERIFY(std::none_of(actions.begin(), actions.end(), offers));
    }

    void joiningLeavingAndEnteringAgain()
    {
        m_window->setEndCallRedirectUrl(QUrl(QStringLiteral("https://example.org/done")));
        m_window->join(m_id);
        QCOMPARE(notice()->headline(), QStringLiteral("Connecting…"));
        QTRY_VERIFY(m_engine.m_view);
        QVERIFY(m_engine.m_view->m_target.link.toString().contains(QStringLiteral("/call/room-1")));
        QCOMPARE(m_engine.m_view->m_target.endCallRedirectUrl, QUrl(QStringLiteral("https://example.org/done")));
        QCOMPARE(m_engine.m_view->m_target.allowedHosts, QStringList{QStringLiteral("*.example.org")});
        QVERIFY(!m_window->isInCall());
        emit m_engine.m_view->pageReady();
        QVERIFY(m_window->isInCall());
        QVERIFY(m_engine.m_view->isVisible());
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::InCall);

        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton);
        QVERIFY(!m_window->isInCall());
        QVERIFY(m_window->agenda().isVisible());
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::Held);
        QTRY_COMPARE(m_window->agenda().model().phase(0), Phase::Held);
        QTRY_VERIFY(!m_engine.m_view);
        QVERIFY(m_window->findChild<Banner *>(QStringLiteral("notice"))->text().contains(QStringLiteral("ended")));
        QTest::mouseClick(button("noticeAction"), Qt::LeftButton);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QVERIFY(m_window->isInCall());
        emit m_engine.m_view->ended(); // as when the page hangs up
        QTRY_VERIFY(m_window->agenda().isVisible());
    }

    void theDemoClinicStaysWhileACallIsOpen()
    {
        m_window->setSandboxNotice(true);
        m_window->setDemoClinicPresent(true);
        const auto *item = menuItem(QStringLiteral("Remove the demo clinic"));
        QVERIFY(item && item->isVisible());
        QVERIFY(button("removeDemoButton")->isVisible());
        m_window->join(m_id);
        QVERIFY(!button("removeDemoButton")->isVisible()); // while connecting, too
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QVERIFY(!button("removeDemoButton")->isVisible());
        QVERIFY(!item->isVisible());
        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton);
        QVERIFY(button("removeDemoButton")->isVisible());
        QVERIFY(item->isVisible());
    }

    void whatIsGoneIsNotEnteredAgain()
    {
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::InCall);
        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton);
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::Held);
        m_window->refresh();
        QTRY_VERIFY(m_window->agenda().model().state() == AgendaModel::State::Ready);
        QVERIFY(button("noticeAction")->isVisible());

        QVERIFY(await(m_practice->records().moveToTrash(m_id))); // as another station does it
        m_window->refresh();
        QTRY_VERIFY(!button("noticeAction")->isVisible());
        QVERIFY(m_window->findChild<Banner *>(QStringLiteral("notice"))->isVisible());
    }

    void theDetailsFollowTheStation()
    {
        QTRY_VERIFY(button("joinButton") && button("joinButton")->isEnabled());
        m_practice->settings().setStation(
            {QStringLiteral("dr-other"), QStringLiteral("Dr. Otto"), {QStringLiteral("doctor")}});
        m_window->refresh();
        const auto *reason = m_window->findChild<QLabel *>(QStringLiteral("joinReason"));
        QTRY_COMPARE(reason->text(), QStringLiteral("Dr. Otto does not take part in this consultation."));
        QVERIFY(!button("joinButton")->isEnabled());
    }

    void aFileThatIsNotSavedIsTold()
    {
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        const auto banner = [this] { return m_window->findChild<Banner *>(QStringLiteral("callBanner")); };
        QVERIFY(!banner());
        emit m_engine.m_view->downloadRefused();
        QVERIFY(banner() && banner()->isVisible());
        QVERIFY2(banner()->text().contains(QStringLiteral("not saved")), qPrintable(banner()->text()));
        QCOMPARE(banner()->accessibleName(), banner()->text());
        QVERIFY(m_engine.m_view->isVisible());

        // By keyboard away, and back in the call.
        auto *dismiss = banner()->findChild<QPushButton *>(QStringLiteral("bannerDismiss"));
        QVERIFY(!dismiss->accessibleName().isEmpty());
        dismiss->setFocus();
        m_engine.m_view->setFocusPolicy(Qt::StrongFocus);
        QTest::keyClick(dismiss, Qt::Key_Space);
        QVERIFY(!banner()->isVisible());
        QVERIFY(m_engine.m_view->hasFocus());

        emit m_engine.m_view->downloadRefused();
        QVERIFY(banner()->isVisible());
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        const QString words = banner()->text();
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY2(words.startsWith(QLatin1Char('[')), qPrintable(words));

        // The next call begins without it.
        emit m_engine.m_view->ended();
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QVERIFY(!banner()->isVisible());
    }

    void aPageThatFailsSaysWhatToDo()
    {
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->failed(true);
        QVERIFY(notice()->isVisible());
        QCOMPARE(notice()->headline(), QStringLiteral("The call cannot be shown"));
        QCOMPARE(m_practice->find(m_id).progress, Progress::Scheduled); // nobody has been in a call
        QTRY_VERIFY(!m_engine.m_view);
        notice()->actionButton()->click();
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->failed(true);
        notice()->secondaryActionButton()->click();
        QVERIFY(m_window->agenda().isVisible());
    }

    void withoutAnEngineItIsSaid()
    {
        m_engineError = Practice::unreachable();
        m_window->join(m_id);
        QTRY_COMPARE(notice()->headline(), QStringLiteral("The call cannot be shown"));
    }

    void whatIsNotOpenSaysWhenItOpens()
    {
        const QString later = m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        m_window->refresh();
        QTRY_VERIFY(m_window->agenda().model().rowOf(later) >= 0);
        m_window->join(later);
        QTRY_COMPARE(notice()->headline(), QStringLiteral("This consultation is not open yet"));
        QCOMPARE(notice()->sentence(), QStringLiteral("Opens at 11:45"));
        m_practice->clock().advance(std::chrono::hours(2));
        notice()->actionButton()->click();
        QTRY_VERIFY(m_engine.m_view);
    }

    void whoTakesNoPartIsTold()
    {
        m_practice->settings().setStation(
            {QStringLiteral("dr-other"), QStringLiteral("Dr. Otto"), {QStringLiteral("doctor")}});
        m_window->join(m_id);
        QTRY_COMPARE(notice()->headline(), QStringLiteral("Dr. Otto does not take part"));
        QSignalSpy asked(m_window.get(), &MainWindow::stationEditRequested);
        notice()->actionButton()->click();
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(notice()->actionButton(), Qt::Key_Escape);
        QVERIFY(m_window->agenda().isVisible());
    }

    void aCallThatEndsAtOnceIsHeldAllTheSame()
    {
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        emit m_engine.m_view->ended(); // before the service has written down that it began
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::Held);
    }

    void leavingWhileConnectingComesToNothing()
    {
        m_window->join(m_id);
        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton);
        QVERIFY(m_window->agenda().isVisible());
        QTest::qWait(100);
        QVERIFY(!m_engine.m_view);
    }

    void closingInACallAsksFirst()
    {
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QTRY_COMPARE(m_practice->find(m_id).progress, Progress::InCall);
        QVERIFY(!m_window->close());
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("closeDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        QVERIFY(m_window->isInCall());
        QTRY_VERIFY(!m_window->findChild<QDialog *>(QStringLiteral("closeDialog")));
        m_window->close();
        m_window->findChild<QDialog *>(QStringLiteral("closeDialog"))->accept();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(m_practice->find(m_id).progress, Progress::Held);
    }

    void shortcuts()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("searchField"));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(button("weekSegment")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(button("daySegment")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_window->agenda().date(), Practice::today().addDays(1));
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_window->agenda().date(), Practice::today());
        const int lists = m_practice->records().lists();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(m_practice->records().lists() > lists);
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        auto *schedule = m_window->findChild<QDialog *>(QStringLiteral("scheduleDialog"));
        QVERIFY(schedule);
        schedule->close();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QVERIFY(m_window->findChild<QDialog *>(QStringLiteral("shortcutsDialog")));
    }

    void languageAndAppearanceAreAskedFor()
    {
        QSignalSpy languages(m_window.get(), &MainWindow::languageChosen);
        QTest::mouseClick(button("languageItalian"), Qt::LeftButton);
        QCOMPARE(languages.size(), 1);
        QCOMPARE(languages.first().first().value<Language>(), Language::Italian);
        QVERIFY(button("appearanceButton")->menu());
        QVERIFY(button("stationButton")->text().contains(QStringLiteral("Dr. Anna Bianchi")));
        QSignalSpy station(m_window.get(), &MainWindow::stationEditRequested);
        QTest::mouseClick(button("stationButton"), Qt::LeftButton);
        QCOMPARE(station.size(), 1);
    }

    void textSizeIsAskedForInSteps()
    {
        QSignalSpy chosen(m_window.get(), &MainWindow::textScaleChosen);
        const auto asked = [&chosen] {
            return chosen.isEmpty() ? std::nullopt : chosen.takeFirst().first().value<std::optional<int>>();
        };
        m_practice->theme().setTextScale(136);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(asked(), 150);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(asked(), 125);
        m_practice->theme().setTextScale(200);
        QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(asked(), 200);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(asked(), std::nullopt); // the system's

        const QList<QAction *> items = button("appearanceButton")->menu()->actions();
        const auto larger = std::find_if(items.begin(), items.end(), [](const QAction *item) {
            return item->text().startsWith(QLatin1String("Larger text"));
        });
        QVERIFY(larger != items.end());
        QVERIFY(!(*larger)->isEnabled());
        m_practice->theme().setTextScale(100);
        (*larger)->trigger();
        QCOMPARE(asked(), 125);
    }

private:
    void open()
    {
        MainWindow::Parts parts{.service = m_practice->service(),
                                .settings = m_practice->settings(),
                                .clock = m_practice->clock(),
                                .callEngine = [this] { return engine(); },
                                .callStorageDir = m_practice->folder(),
                                .callAllowedHosts = {QStringLiteral("*.example.org")}};
        m_window = std::make_unique<MainWindow>(parts);
        QSignalSpy usable(m_window.get(), &MainWindow::agendaUsable);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(usable.size(), 1);
    }
    Result<CallEngine *> engine()
    {
        ++m_enginesAsked;
        if (m_engineError)
            return failure(*m_engineError);
        return &m_engine;
    }
    QPushButton *button(const char *name) const { return m_window->findChild<QPushButton *>(QLatin1String(name)); }
    const QAction *menuItem(const QString &text) const
    {
        const QList<QAction *> items = button("moreButton")->menu()->actions();
        const auto found =
            std::find_if(items.begin(), items.end(), [&](const QAction *item) { return item->text() == text; });
        return found == items.end() ? nullptr : *found;
    }
    EmptyState *notice() const { return m_window->findChild<EmptyState *>(QStringLiteral("callNotice")); }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    PretendedEngine m_engine;
    std::optional<Error> m_engineError;
    int m_enginesAsked = 0;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
