// The window around agenda and call, with an engine that does as it is told. The way into a call: test_call_flow.cpp.
#include "core/domain/teleconsultation_link.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/links/link_reception.h"
#include "ui/main_window.h"
#include "ui/waiting/return_watch.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <array>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_enginesAsked = 0;
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_practice.reset();
        for (const char *variable : locks)
            qunsetenv(variable);
    }

    void theEngineIsNotAskedForBeforeACall()
    {
        QCOMPARE(m_enginesAsked, 0);
        QVERIFY(!m_window->findChild<CallPage *>());
    }

    void whatWasAwayIsLookedAtAgain()
    {
        ReturnWatch returns;
        m_returns = &returns;
        open();
        const int before = m_practice->records().lists();
        emit returns.returned();
        QTRY_VERIFY(m_practice->records().lists() > before);
        m_window.reset();
        m_returns = nullptr;
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
        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton); // out of the call
        QTest::mouseClick(button("leaveCallButton"), Qt::LeftButton); // back to the agenda
        QVERIFY(button("removeDemoButton")->isVisible());
        QVERIFY(item->isVisible());
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

    void aConsultationIsShownWhereverThePersonIs()
    {
        const QString other = m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(16, 0)});
        m_window->refresh();
        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        m_window->showConsultation(other); // Not in the call yet: the agenda takes its place.
        QVERIFY(m_window->agenda().isVisible());
        QTRY_VERIFY(detailsNames().contains(QStringLiteral("Ada Neri")));
        QTRY_VERIFY(!m_engine.m_view);

        m_window->join(m_id);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        m_window->showConsultation(other);
        QVERIFY(m_window->isInCall());
        QTRY_VERIFY(m_window->findChild<Banner *>(QStringLiteral("linkBanner")));
        QVERIFY(m_window->findChild<Banner *>(QStringLiteral("linkBanner"))->isVisible());
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

    void aPastedLinkIsEnteredAsFromTheAgenda()
    {
        const QString other = m_practice->add(
            {.patient = QStringLiteral("Ada Neri"), .day = Practice::today().addDays(-1), .time = QTime(9, 0)});
        QGuiApplication::clipboard()->setText(linkOfConsultation(other)); // of another day than the one that is shown
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_engine.m_view);
        emit m_engine.m_view->pageReady();
        QVERIFY(m_window->isInCall());
        QTRY_COMPARE(m_practice->find(other).progress, Progress::InCall);

        m_window->links().take(linkOfConsultation(m_id));
        const auto *banner = m_window->findChild<Banner *>(QStringLiteral("linkBanner"));
        QVERIFY(banner && banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("A call is on")), qPrintable(banner->text()));
        QVERIFY(m_window->isInCall());
        emit m_engine.m_view->ended();
        QTRY_COMPARE(m_practice->find(other).progress, Progress::Held);
        auto *back = m_window->findChild<QPushButton *>(QStringLiteral("afterCallBackButton"));
        QTRY_VERIFY(back && back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_VERIFY(m_window->agenda().isVisible());
        QVERIFY(!banner->isVisible());
    }

    void aTextPastedIntoTheSearchIsNoLink()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("Romano"));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        const auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->text(), QStringLiteral("Romano"));
        QVERIFY(!m_window->findChild<Banner *>(QStringLiteral("linkBanner")));
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

    void whatIsLockedCannotBeChosen()
    {
        qputenv("TELECONSULT_LANGUAGE", "en");
        qputenv("TELECONSULT_APPEARANCE", "light");
        qputenv("TELECONSULT_TEXT_SCALE", "150");
        open();
        QSignalSpy scale(m_window.get(), &MainWindow::textScaleChosen);
        for (const char *name : {"languageItalian", "languageEnglish"}) {
            QVERIFY(!button(name)->isEnabled());
            QVERIFY(button(name)->toolTip().contains(QLatin1String("TELECONSULT_LANGUAGE")));
            QVERIFY(button(name)->accessibleDescription().contains(QLatin1String("TELECONSULT_LANGUAGE")));
        }
        const QList<QAction *> items = button("appearanceButton")->menu()->actions();
        for (const QAction *item : items)
            QVERIFY2(item->isSeparator() || !item->isEnabled(), qPrintable(item->text()));
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(scale.size(), 0);
    }

private:
    static constexpr std::array locks{"TELECONSULT_LANGUAGE", "TELECONSULT_APPEARANCE", "TELECONSULT_TEXT_SCALE"};

    void open()
    {
        MainWindow::Parts parts{.service = m_practice->service(),
                                .settings = m_practice->settings(),
                                .clock = m_practice->clock(),
                                .callEngine = [this] { return engine(); },
                                .callStorageDir = m_practice->folder(),
                                .callAllowedHosts = {QStringLiteral("*.example.org")},
                                .returns = m_returns};
        m_window = std::make_unique<MainWindow>(parts);
        QSignalSpy usable(m_window.get(), &MainWindow::agendaUsable);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(waitUntilActive(*m_window));
        QTRY_COMPARE(usable.size(), 1);
    }
    Result<CallEngine *> engine()
    {
        ++m_enginesAsked;
        return &m_engine;
    }
    /// Of those whose consultation is selected.
    QStringList detailsNames() const
    {
        QStringList names;
        for (const QLabel *name : m_window->findChildren<QLabel *>(QStringLiteral("participantName")))
            names << name->text();
        return names;
    }
    QPushButton *button(const char *name) const { return m_window->findChild<QPushButton *>(QLatin1String(name)); }
    const QAction *menuItem(const QString &text) const
    {
        const QList<QAction *> items = button("moreButton")->menu()->actions();
        const auto found =
            std::find_if(items.begin(), items.end(), [&](const QAction *item) { return item->text() == text; });
        return found == items.end() ? nullptr : *found;
    }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    PretendedEngine m_engine;
    ReturnWatch *m_returns = nullptr;
    int m_enginesAsked = 0;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
