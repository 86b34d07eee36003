// The way of Tab through the main window: everything, in the order of the eye.
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/main_window.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

/// What shares a line goes from left to right, all else from top to bottom.
bool isBefore(const QWidget *a, const QWidget *b)
{
    const QRect first(a->mapTo(a->window(), QPoint()), a->size());
    const QRect second(b->mapTo(b->window(), QPoint()), b->size());
    const bool share = first.top() <= second.bottom() && second.top() <= first.bottom();
    return share ? first.left() < second.left() : first.top() < second.top();
}

} // namespace

class TestTabOrder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_window = std::make_unique<MainWindow>(
            MainWindow::Parts{.service = m_practice->service(),
                              .settings = m_practice->settings(),
                              .clock = m_practice->clock(),
                              .callEngine = []() -> Result<CallEngine *> { return failure(Practice::unreachable()); },
                              .callStorageDir = m_practice->folder(),
                              .callAllowedHosts = {}});
        QSignalSpy usable(m_window.get(), &MainWindow::agendaUsable);
        QVERIFY(showActive(*m_window));
        QTRY_COMPARE(usable.size(), 1);
        QTRY_VERIFY(named("joinButton") && named("joinButton")->isEnabled());
    }
    void cleanup()
    {
        m_window.reset();
        m_practice.reset();
    }

    void theKeyboardBeginsAtTheRows() { QCOMPARE(focusedName(), QStringLiteral("agendaList")); }

    void everythingInTheOrderOfTheEye_data()
    {
        QTest::addColumn<bool>("sandbox");
        QTest::addColumn<bool>("problem");
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("search");
        QTest::newRow("day") << false << false << "daySegment" << QString();
        QTest::newRow("day, sandbox") << true << false << "daySegment" << QString();
        QTest::newRow("day, notice") << false << true << "daySegment" << QString();
        QTest::newRow("week") << true << false << "weekSegment" << QString();
        QTest::newRow("nothing found") << true << true << "daySegment" << QStringLiteral("zzz");
    }
    void everythingInTheOrderOfTheEye()
    {
        QFETCH(bool, sandbox);
        QFETCH(bool, problem);
        QFETCH(QString, view);
        QFETCH(QString, search);
        m_window->setSandboxNotice(sandbox);
        m_window->setDemoClinicPresent(sandbox);
        if (problem)
            m_window->showProblem(Practice::unreachable());
        QTest::mouseClick(m_window->findChild<QPushButton *>(view), Qt::LeftButton);
        if (!search.isEmpty()) {
            m_window->agenda().focusSearch();
            typeText(*m_window, search);
            QTRY_VERIFY(m_window->agenda().model().state() == AgendaModel::State::Empty);
        }
        QTRY_VERIFY(m_window->agenda().model().state() != AgendaModel::State::Loading);
        QCoreApplication::processEvents(); // what is new takes its place

        const QList<QWidget *> expected = inTheOrderOfTheEye();
        const QStringList names = namesOf(expected);
        for (const char *name : {"stationButton", "todayButton", "previousButton", "nextButton", "dateButton",
                                 "searchField", "scheduleButton"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        expected.constFirst()->setFocus();
        QCOMPARE(walk(Qt::Key_Tab, int(expected.size())), names);
        expected.constLast()->setFocus();
        QList<QWidget *> back = expected;
        std::reverse(back.begin(), back.end());
        QCOMPARE(walk(Qt::Key_Backtab, int(expected.size())), namesOf(back));
    }

private:
    QWidget *named(const char *name) const { return m_window->findChild<QWidget *>(QLatin1String(name)); }
    QList<QWidget *> inTheOrderOfTheEye() const
    {
        QList<QWidget *> found;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() &&
                widget->window() == m_window.get())
                found << widget;
        }
        std::sort(found.begin(), found.end(), isBefore);
        return found;
    }
    static QStringList namesOf(const QList<QWidget *> &widgets)
    {
        QStringList names;
        for (const QWidget *widget : widgets)
            names << widget->objectName();
        return names;
    }
    /// The names of what has the focus, from now on, that many.
    QStringList walk(Qt::Key key, int count)
    {
        QStringList names;
        for (int i = 0; i < count; ++i) {
            names << focusedName();
            press(*m_window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return names;
    }

    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTabOrder)
#include "test_tab_order.moc"
