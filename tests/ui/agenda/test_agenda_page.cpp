// The agenda as a person uses it: mouse, keyboard, screen reader, two languages.
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_day_view.h"
#include "ui/agenda/agenda_delegate.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/agenda/agenda_week_view.h"
#include "ui/agenda/consultation_details.h"
#include "ui/schedule/date_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestAgendaPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_practice = std::make_unique<Practice>(); }
    void cleanup()
    {
        m_page.reset();
        m_practice.reset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void itSaysWhenItIsUsable()
    {
        m_page = std::make_unique<AgendaPage>(m_practice->service(), m_practice->settings(), m_practice->clock());
        QSignalSpy usable(m_page.get(), &AgendaPage::usable);
        QCOMPARE(usable.size(), 0);
        m_page->show();
        QTRY_COMPARE(usable.size(), 1);
        const int lists = m_practice->records().lists();
        m_page->refresh();
        QTRY_VERIFY(m_practice->records().lists() > lists);
        QVERIFY(m_practice->settle());
        QCOMPARE(usable.size(), 1);
    }

    void whatIsNotSeenIsNotMade()
    {
        open();
        QVERIFY(!m_page->findChild<AgendaWeekView *>());
        QVERIFY(!m_page->findChild<ConsultationDetails *>());
    }

    void theNextConsultationIsSelected()
    {
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(8, 0)});
        const QString next = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(11, 0)});
        open();
        QCOMPARE(list()->selectedId(), next);
        QVERIFY(m_page->findChild<ConsultationDetails *>()->isVisible());
        QVERIFY(list()->hasFocus());
    }

    void theKeyboardMovesOpensJoinsAndDeletes()
    {
        const QString joinable = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        const QString later = m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        open();
        QSignalSpy joins(m_page.get(), &AgendaPage::joinRequested);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(joins.size(), 1);
        QCOMPARE(joins.first().first().toString(), joinable);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(list()->selectedId(), later);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(joins.size(), 2); // not open: it is waited for
        QCOMPARE(joins.last().first().toString(), later);
        QTest::keyClick(list(), Qt::Key_Space); // the details get the focus instead
        QCOMPARE(joins.size(), 2);
        QVERIFY(m_page->findChild<ConsultationDetails *>()->isAncestorOf(QApplication::focusWidget()));

        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Delete);
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("deleteDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->accept();
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QCOMPARE(m_practice->find(later).id, QString());
        QCOMPARE(list()->selectedId(), joinable);
    }

    void whatIsShownLastIsWhatIsAskedForLast()
    {
        const QString other = m_practice->add({.patient = {}, .day = Practice::today().addDays(-1)});
        const QString id = m_practice->add({.patient = {}, .time = QTime(12, 0)});
        open();
        m_practice->records().holdFinds();
        m_page->showConsultation(other); // On another day: it has to be asked when it is.
        m_page->showConsultation(id);
        m_practice->records().releaseFinds();
        QVERIFY(m_practice->settle());
        QCOMPARE(m_page->date(), Practice::today());
        QCOMPARE(list()->selectedId(), id);
    }

    void whatCannotBeShownIsTold()
    {
        const QString other = m_practice->add({.patient = {}, .day = Practice::today().addDays(-1)});
        open();
        m_practice->records().failFinds(Practice::unreachable());
        m_page->showConsultation(other);
        auto notice = [this] { return m_page->findChild<Banner *>(QStringLiteral("notice")); };
        QTRY_VERIFY(notice() && notice()->isVisible());
        QVERIFY2(notice()->text().contains(QStringLiteral("could not be shown")), qPrintable(notice()->text()));
        QCOMPARE(m_page->date(), Practice::today());
        m_practice->records().failFinds(std::nullopt);
        m_page->showConsultation(other);
        QTRY_COMPARE(m_page->date(), Practice::today().addDays(-1));
        QVERIFY(!notice()->isVisible());
    }

    void whatMovesToAnotherDayIsFollowed()
    {
        const QString id = m_practice->add({.patient = {}, .time = QTime(12, 0)});
        open();
        QTRY_VERIFY(button("rescheduleButton")->isEnabled());
        click("rescheduleButton");
        auto *dialog = m_page->findChild<QDialog *>(QStringLiteral("rescheduleDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<DateEdit *>(QStringLiteral("startDate"))->setDate(Practice::today().addDays(2));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("rescheduleSubmitButton")), Qt::LeftButton);
        QTRY_COMPARE(m_page->date(), Practice::today().addDays(2));
        QTRY_COMPARE(list()->selectedId(), id);
        QCOMPARE(m_practice->find(id).schedule.start().toLocalTime().date(), Practice::today().addDays(2));
    }

    void aDeletionThatFailsSaysSoAndIsTriedAgain()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano")});
        open();
        m_practice->records().failTrash(Practice::unreachable());
        QTest::keyClick(list(), Qt::Key_Delete);
        m_page->findChild<QDialog *>(QStringLiteral("deleteDialog"))->accept();
        auto notice = [this] { return m_page->findChild<Banner *>(QStringLiteral("notice")); };
        QTRY_VERIFY(notice() && notice()->isVisible());
        QVERIFY2(notice()->text().contains(QStringLiteral("Luca Romano")), qPrintable(notice()->text()));
        auto *remove = m_page->findChild<QPushButton *>(QStringLiteral("deleteButton"));
        QVERIFY(remove->isEnabled());
        m_practice->records().failTrash(std::nullopt);
        click("noticeAction");
        QVERIFY(!notice()->isVisible());
        QVERIFY(!remove->isEnabled());
        QTRY_COMPARE(m_page->model().state(), AgendaModel::State::Empty);
        QCOMPARE(m_practice->find(id).id, QString());
    }

    void lettersFindAParticipant()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(11, 0)});
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(12, 0)});
        const QString sara = m_practice->add({.patient = QStringLiteral("Sara Gallo"), .time = QTime(13, 0)});
        open();
        QTest::keyClicks(list(), QStringLiteral("gal"));
        QCOMPARE(list()->selectedId(), sara);
    }

    void theButtonOfARowJoins()
    {
        const QString id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        open();
        QSignalSpy joins(m_page.get(), &AgendaPage::joinRequested);
        const QModelIndex index = m_page->model().index(0);
        const QRect button = AgendaDelegate::buttonRect(list()->visualRect(index), index);
        QVERIFY(button.width() >= 44 && button.height() >= 44);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, button.center());
        QCOMPARE(joins.size(), 1);
        QCOMPARE(joins.first().first().toString(), id);
        // Pressed there but let go elsewhere is no click.
        QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, button.center());
        QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, button.center() - QPoint(300, 0));
        QCOMPARE(joins.size(), 1);
    }

    void daysAndWeeks()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        m_practice->add({.patient = QStringLiteral("Elena Greco"), .day = Practice::today().addDays(1)});
        open();
        click("nextButton");
        QTRY_COMPARE(names(), QStringLiteral("Elena Greco, Dr. Anna Bianchi"));
        click("todayButton");
        QTRY_COMPARE(names(), QStringLiteral("Luca Romano, Dr. Anna Bianchi"));
        click("weekSegment");
        auto *week = m_page->findChild<AgendaWeekView *>();
        QVERIFY(week);
        QTRY_COMPARE(week->blocks().size(), 2);
        QVERIFY(week->isVisible() && !list()->isVisible());
        click("nextButton");
        QCOMPARE(m_page->date(), Practice::today().addDays(7));
        QTRY_COMPARE(week->blocks().size(), 0);
        click("daySegment");
        const auto empty = [this] { return m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState")); };
        QTRY_VERIFY(empty() && empty()->isVisible());
    }

    void theWeekByKeyboardAndScreenReader()
    {
        const QString first = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(10, 20)});
        const QString tomorrow = m_practice->add(
            {.patient = QStringLiteral("Elena Greco"), .day = Practice::today().addDays(1), .time = QTime(10, 0)});
        open();
        click("weekSegment");
        auto *week = m_page->findChild<AgendaWeekView *>();
        QTRY_COMPARE(week->blocks().size(), 3);
        QVERIFY(!week->blocks().at(0).rect.intersects(week->blocks().at(1).rect));
        week->setFocus();
        week->selectId(first);
        QTest::keyClick(week, Qt::Key_Right);
        QCOMPARE(week->selectedId(), tomorrow);
        QTest::keyClick(week, Qt::Key_Home);
        QCOMPARE(week->selectedId(), first);
        QSignalSpy joins(m_page.get(), &AgendaPage::joinRequested);
        QTest::keyClick(week, Qt::Key_Return);
        QCOMPARE(joins.size(), 1);

        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(week);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 3);
        QAccessibleInterface *block = list->child(0);
        QCOMPARE(block->role(), QAccessible::ListItem);
        QCOMPARE(block->text(QAccessible::Name), QStringLiteral("Today · Monday, 2 March, 10:10 – 10:40, Luca Romano, "
                                                                "Dr. Anna Bianchi, Open now"));
        QVERIFY(block->state().selected);
        block->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(joins.size(), 2);
    }

    void theKeyboardWalksPastWhatDoesNotFit()
    {
        for (int i = 0; i < 12; ++i)
            m_practice->add({.patient = QStringLiteral("Patient %1").arg(i), .time = QTime(10, 0)});
        const QString later = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(15, 0)});
        open();
        click("weekSegment");
        auto *week = m_page->findChild<AgendaWeekView *>();
        QTRY_VERIFY(week->blocks().size() > 1);
        const auto isMore = [week](int block) { return week->blocks().at(block).more > 0; };
        week->setFocus();
        QTest::keyClick(week, Qt::Key_Home);
        for (int i = 0; i < week->blocks().size() && !isMore(week->currentBlock()); ++i)
            QTest::keyClick(week, Qt::Key_Down);
        QVERIFY(isMore(week->currentBlock()));
        QVERIFY(week->selectedId().isEmpty());
        // It stays there when the agenda is read again, and when there is room for more beside it.
        QSignalSpy loaded(&m_page->model(), &AgendaModel::loaded);
        m_page->onRecordsChanged();
        QTRY_VERIFY(!loaded.isEmpty());
        const int more = week->currentBlock();
        QVERIFY(isMore(more));
        const QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(week);
        QVERIFY(rows->focusChild());
        QCOMPARE(rows->focusChild(), rows->child(more));
        QVERIFY(rows->child(more)->state().focused && !rows->child(more)->state().selected);
        QTest::keyClick(week, Qt::Key_Delete);
        QVERIFY(!m_page->findChild<QDialog *>(QStringLiteral("deleteDialog")));

        QTest::keyClick(week, Qt::Key_Down);
        QCOMPARE(week->selectedId(), later);
        QTest::keyClick(week, Qt::Key_Up);
        QVERIFY(isMore(week->currentBlock()));
        QTest::keyClick(week, Qt::Key_Return);
        QTRY_VERIFY(list()->isVisible());
        QCOMPARE(m_page->date(), Practice::today());
        QTRY_VERIFY(list()->hasFocus());
    }

    void theKeyboardWalksPastMidnight()
    {
        const QDate tomorrow = Practice::today().addDays(1);
        m_practice->add(
            {.patient = QStringLiteral("Luca Romano"), .time = QTime(23, 30), .duration = std::chrono::minutes(60)});
        const QString last = m_practice->add({.patient = QStringLiteral("Marta Villa"), .day = tomorrow});
        open();
        click("weekSegment");
        auto *week = m_page->findChild<AgendaWeekView *>();
        QTRY_COMPARE(week->blocks().size(), 3);
        week->setFocus();
        QTest::keyClick(week, Qt::Key_Home);
        QTest::keyClick(week, Qt::Key_Down);
        QCOMPARE(week->currentBlock(), 1);
        QTest::keyClick(week, Qt::Key_Down);
        QCOMPARE(week->selectedId(), last);
    }

    void theWeekStaysWhereItWasScrolledTo()
    {
        const QString morning = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(9, 0)});
        open();
        click("weekSegment");
        auto *week = m_page->findChild<AgendaWeekView *>();
        QTRY_COMPARE(week->blocks().size(), 1);
        QTRY_COMPARE(week->selectedId(), morning);
        QVERIFY(m_practice->settle());
        week->verticalScrollBar()->setValue(week->verticalScrollBar()->maximum());
        QVERIFY(!week->blockRect(0).intersects(week->viewport()->rect()));
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(18, 0)});
        m_page->onRecordsChanged();
        QTRY_COMPARE(week->blocks().size(), 2);
        QVERIFY(m_practice->settle());
        QCOMPARE(week->selectedId(), morning);
        QCOMPARE(week->verticalScrollBar()->value(), week->verticalScrollBar()->maximum());
        // Whoever is to be shown is brought into view.
        m_page->showConsultation(morning);
        QVERIFY(week->blockRect(0).intersects(week->viewport()->rect()));
    }

    void theListStaysWhereItWasScrolledTo()
    {
        constexpr int count = 40;
        for (int i = 0; i < count; ++i)
            m_practice->add({.patient = QStringLiteral("Patient %1").arg(i), .time = QTime(9, 30).addSecs(i * 600)});
        open();
        const QString selected = list()->selectedId();
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        const QString looked = idOf(count - 1);
        const QRect before = list()->visualRect(m_page->model().index(count - 1));
        QVERIFY(!list()->visualRect(list()->currentIndex()).intersects(list()->viewport()->rect()));
        m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(9, 0)});
        m_page->onRecordsChanged();
        QTRY_COMPARE(m_page->model().rowCount(), count + 1);
        QTRY_COMPARE(list()->selectedId(), selected);
        QVERIFY(list()->hasSelection());
        QCOMPARE(idOf(count), looked);
        QCOMPARE(list()->visualRect(m_page->model().index(count)), before);
        // What is in view stays in view.
        m_page->showConsultation(selected);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
        for (int i = 0; i < count; ++i)
            m_practice->add({.patient = QStringLiteral("Marta Villa"), .time = QTime(9, 10)});
        m_page->onRecordsChanged();
        QTRY_COMPARE(m_page->model().rowCount(), 2 * count + 1);
        QTRY_COMPARE(list()->selectedId(), selected);
        QVERIFY(list()->viewport()->rect().contains(list()->visualRect(list()->currentIndex())));
    }

    void aScreenReaderHearsARow()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        open();
        QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(list());
        QCOMPARE(rows->text(QAccessible::Name), QStringLiteral("Consultations"));
        QCOMPARE(rows->childCount(), 1);
        QCOMPARE(rows->child(0)->text(QAccessible::Name),
                 QStringLiteral("10:10 – 10:40, Luca Romano, Dr. Anna Bianchi, Open now"));
    }

    void searchAsOneTypes()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .day = Practice::today().addDays(3)});
        open();
        auto *field = m_page->findChild<QLineEdit *>(QStringLiteral("searchField"));
        m_page->focusSearch();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("luc"));
        QTRY_COMPARE(names(), QStringLiteral("Luca Romano, Dr. Anna Bianchi"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(list()->hasFocus());
        QVERIFY(!list()->selectedId().isEmpty());
        // Escape leads back to the day.
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QTRY_COMPARE(m_page->model().state(), AgendaModel::State::Empty);
        QTest::keyClicks(field, QStringLiteral("zzz"));
        auto *empty = m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState"));
        QVERIFY(empty);
        QTRY_VERIFY(empty->headline().contains(QStringLiteral("zzz")));
        empty->actionButton()->click();
        QVERIFY(field->text().isEmpty());
    }

    void aFailureSaysWhatToDo()
    {
        m_practice->records().failLists(Practice::unreachable());
        open();
        auto *state = m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState"));
        QVERIFY(state->isVisible());
        QVERIFY(!state->sentence().isEmpty());
        m_practice->records().failLists(std::nullopt);
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        state->actionButton()->click();
        QTRY_VERIFY(list()->isVisible());
        // With rows there, a failure is a bar above them.
        m_practice->records().failLists(Practice::unreachable());
        m_page->refresh();
        auto notice = [this] { return m_page->findChild<QWidget *>(QStringLiteral("ageNotice")); };
        QTRY_VERIFY(notice() && notice()->isVisible());
        QVERIFY(list()->isVisible());
        m_practice->records().failLists(std::nullopt);
        click("ageNoticeAction");
        QTRY_VERIFY(!notice()->isVisible());
    }

    void whatFailedIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("notNamed");
        QTest::newRow("the records of this computer") << int(Error::Kind::Storage) << "records on this computer"
                                                      << "server";
        QTest::newRow("a server") << int(Error::Kind::Unreachable) << "server"
                                  << "records";
    }
    void whatFailedIsNamed()
    {
        QFETCH(int, kind);
        QFETCH(QString, named);
        QFETCH(QString, notNamed);
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        Error error = Practice::unreachable();
        error.kind = Error::Kind(kind);
        m_practice->records().failLists(error);
        open();
        const QString sentence = m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState"))->sentence();
        QVERIFY2(sentence.contains(named) && !sentence.contains(notNamed), qPrintable(sentence));
        m_practice->records().failLists(std::nullopt);
        m_page->refresh();
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        m_practice->records().failLists(error);
        m_page->refresh();
        auto notice = [this] { return m_page->findChild<Banner *>(QStringLiteral("ageNotice")); };
        QTRY_VERIFY(notice() && notice()->isVisible());
        QVERIFY2(notice()->text().contains(named) && !notice()->text().contains(notNamed),
                 qPrintable(notice()->text()));
        QVERIFY2(notice()->text().contains(QStringLiteral("out of date")), qPrintable(notice()->text()));
    }

    void theDemoClinicIsOfferedOnAnEmptyDay()
    {
        open();
        auto *state = m_page->findChild<EmptyState *>(QStringLiteral("agendaEmptyState"));
        QVERIFY(!state->secondaryActionButton()->isVisible());
        m_page->setDemoOffered(true);
        QVERIFY(state->secondaryActionButton()->isVisible());
        QSignalSpy wanted(m_page.get(), &AgendaPage::restoreDemoRequested);
        state->secondaryActionButton()->click();
        QCOMPARE(wanted.size(), 1);
    }

    void aChangeOfLanguageReachesEverything()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        open();
        Brackets translator;
        QLocale::setDefault(QLocale(QLocale::Italian, QLocale::Italy));
        QApplication::installTranslator(&translator);
        QTRY_VERIFY(button("scheduleButton")->text().startsWith(u'['));
        for (const char *name : {"todayButton", "daySegment", "weekSegment"})
            QVERIFY2(button(name)->text().startsWith(u'['), name);
        QVERIFY(button("previousButton")->accessibleName().startsWith(u'['));
        QCOMPARE(list()->accessibleName(), QStringLiteral("[Consultations]"));
        QVERIFY(m_page->model().index(0).data(Qt::AccessibleTextRole).toString().startsWith(u'['));
        QVERIFY(button("dateButton")->accessibleName().startsWith(u'['));
        QApplication::removeTranslator(&translator);
        QTRY_COMPARE(button("dateButton")->accessibleName(), QStringLiteral("Today · lunedì 2 marzo"));
    }

    void midnightTurnsThePage()
    {
        open();
        m_practice->clock().advance(std::chrono::hours(15));
        m_page->model().updateTime();
        QCOMPARE(m_page->date(), Practice::today().addDays(1));
        // Who looks at another day stays there.
        m_page->showDate(Practice::today().addDays(5));
        m_practice->clock().advance(std::chrono::hours(24));
        m_page->model().updateTime();
        QCOMPARE(m_page->date(), Practice::today().addDays(5));
    }

    void everyControlHasANameAndRoomForAFinger()
    {
        m_practice->add({.patient = QStringLiteral("Luca Romano")});
        open();
        for (const QPushButton *control : m_page->findChildren<QPushButton *>()) {
            if (!control->isVisible())
                continue;
            const QString what = control->objectName() + control->text();
            QVERIFY2(!control->objectName().isEmpty(), qPrintable(what));
            QVERIFY2(control->height() >= 44 && control->width() >= 44, qPrintable(what));
            QVERIFY2(!control->text().isEmpty() || !control->accessibleName().isEmpty(), qPrintable(what));
            QVERIFY2(control->focusPolicy() != Qt::NoFocus, qPrintable(what));
        }
    }

private:
    void open()
    {
        m_page = std::make_unique<AgendaPage>(m_practice->service(), m_practice->settings(), m_practice->clock());
        m_page->resize(1280, 700);
        QSignalSpy usable(m_page.get(), &AgendaPage::usable);
        m_page->show();
        m_page->focusContent(); // as the main window does
        m_page->activateWindow();
        QVERIFY(waitUntilActive(*m_page));
        QTRY_COMPARE(usable.size(), 1);
    }
    AgendaDayView *list() const { return m_page->findChild<AgendaDayView *>(QStringLiteral("agendaList")); }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    void click(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString idOf(int row) const { return m_page->model().index(row).data(AgendaModel::IdRole).toString(); }
    QString names() const
    {
        return m_page->model().rowCount() == 1 ? m_page->model().index(0).data().toString() : QString();
    }

    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<AgendaPage> m_page;
};

QTEST_MAIN(TestAgendaPage)
#include "test_agenda_page.moc"
