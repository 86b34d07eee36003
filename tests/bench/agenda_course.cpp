#include "tests/bench/agenda_course.h"

#include "app/process_tree.h"

#include "tests/bench/statistics.h"
#include "tests/support/await.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>
#include <functional>

#include <unistd.h>

namespace teleconsult::bench {

using namespace ui;

namespace {

constexpr std::chrono::seconds patience(60);
constexpr double bytesPerMiB = 1024.0 * 1024.0;
constexpr int frames = 600;
constexpr int pixelsAFrame = 120; ///< A notch of a mouse wheel.

/// What is typed, key by key; a blank changes nothing that is asked for and so comes with the letter behind it.
const QList<QStringList> &searches()
{
    static const QList<QStringList> all{
        {QStringLiteral("r"), QStringLiteral("o"), QStringLiteral("s"), QStringLiteral("s"), QStringLiteral("i"),
         QStringLiteral(" m"), QStringLiteral("a"), QStringLiteral("r")},
        {QStringLiteral("d"), QStringLiteral("r")}, // Finds every consultation: each has its doctor.
    };
    return all;
}

/// From a beginning until what it asked for has been loaded and painted.
class Wait : public QObject
{
public:
    Wait(AgendaModel &model, QWidget *glass) : m_glass(glass)
    {
        connect(&model, &AgendaModel::loaded, this, [this] { m_isLoaded = m_clock.isValid(); });
        glass->installEventFilter(this);
    }

    void begin() { m_clock.start(); }
    /// Begins with the next time that `pause` has passed.
    void beginAfter(QTimer *pause)
    {
        m_pause = pause;
        pause->installEventFilter(this);
    }

    /// Milliseconds; nothing: it did not come.
    std::optional<double> end()
    {
        QTimer::singleShot(patience, &m_loop, [this] { m_loop.exit(1); });
        if (m_loop.exec() != 0)
            return std::nullopt;
        return m_passed;
    }

private:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_pause && event->type() == QEvent::Timer)
            begin();
        if (watched == m_glass && event->type() == QEvent::Paint && m_isLoaded && !m_isOver) {
            m_isOver = true;
            // The paint itself comes right after the filters.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_passed = double(m_clock.nsecsElapsed()) / 1e6;
                    m_loop.exit(0);
                },
                Qt::QueuedConnection);
        }
        return false;
    }

    QWidget *m_glass;
    QTimer *m_pause = nullptr;
    QElapsedTimer m_clock;
    QEventLoop m_loop;
    bool m_isLoaded = false;
    bool m_isOver = false;
    double m_passed = 0;
};

double percentile(QList<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.at(qsizetype(double(values.size() - 1) * part));
}

class Course
{
public:
    Course(QString folder, const Clock &clock, int rounds)
        : m_folder(std::move(folder)), m_clock(clock), m_rounds(rounds)
    {}

    bool run();
    const QList<AgendaMeasure> &measures() const { return m_measures; }

private:
    bool openWindow();
    bool turnPages();
    bool search();
    bool scroll();
    bool type(const QString &keys, QList<double> &times);
    bool timed(QWidget *glass, const std::function<void()> &action, QList<double> &times);
    void keep(const QString &name, double milliseconds)
    {
        m_measures.append({name, AgendaMeasure::Unit::Milliseconds, milliseconds});
    }
    void keepMemory(const QString &name);
    AgendaPage &page() { return m_window->agenda(); }
    QWidget *list() const { return m_window->findChild<QAbstractItemView *>(QStringLiteral("agendaList"))->viewport(); }

    QString m_folder;
    const Clock &m_clock;
    int m_rounds;
    std::unique_ptr<AgendaStation> m_station;
    std::unique_ptr<MainWindow> m_window;
    QList<AgendaMeasure> m_measures;
};

bool Course::run()
{
    return openWindow() && turnPages() && search() && scroll();
}

/// From a closed file to a painted day, the window included. The last one stays.
bool Course::openWindow()
{
    QList<double> times;
    for (int round = 0; round <= m_rounds; ++round) {
        m_window.reset();
        m_station.reset();
        QElapsedTimer clock;
        clock.start();
        m_station = std::make_unique<AgendaStation>(m_folder, m_clock);
        m_window = m_station->openWindow();
        QEventLoop loop;
        QObject::connect(m_window.get(), &MainWindow::agendaUsable, &loop, [&loop] { loop.exit(0); });
        QTimer::singleShot(patience, &loop, [&loop] { loop.exit(1); });
        m_window->show();
        if (loop.exec() != 0)
            return false;
        if (round > 0) // The first one also loads fonts and icons.
            times << double(clock.nsecsElapsed()) / 1e6;
    }
    keep(QStringLiteral("first page"), summarize(times).median);
    keepMemory(QStringLiteral("memory with the first page"));
    return true;
}

bool Course::timed(QWidget *glass, const std::function<void()> &action, QList<double> &times)
{
    Wait wait(page().model(), glass);
    wait.begin();
    action();
    const std::optional<double> passed = wait.end();
    if (passed)
        times << *passed;
    return passed.has_value();
}

bool Course::turnPages()
{
    QList<double> days;
    for (int round = 0; round < m_rounds; ++round) {
        if (!timed(
                list(), [this] { page().step(-1); }, days) ||
            !timed(
                list(), [this] { page().step(1); }, days))
            return false;
    }
    keep(QStringLiteral("another day"), summarize(days).median);
    QList<double> weeks;
    QList<double> back;
    for (int round = 0; round <= m_rounds; ++round) {
        // Made when it is first shown.
        page().showView(AgendaToolbar::View::Week);
        const auto *week = m_window->findChild<QAbstractScrollArea *>(QStringLiteral("agendaWeek"));
        if (!week)
            return false;
        if (!test::waitUntil([this] { return page().model().state() == AgendaModel::State::Ready; }))
            return false;
        if (!timed(
                list(), [this] { page().showView(AgendaToolbar::View::Day); }, back) ||
            !timed(
                week->viewport(), [this] { page().showView(AgendaToolbar::View::Week); }, weeks) ||
            !timed(
                list(), [this] { page().showView(AgendaToolbar::View::Day); }, back))
            return false;
    }
    keep(QStringLiteral("the week"), summarize(weeks).median);
    return true;
}

bool Course::type(const QString &keys, QList<double> &times)
{
    auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("searchField"));
    auto *toolbar = m_window->findChild<AgendaToolbar *>();
    Wait wait(page().model(), list());
    wait.beginAfter(toolbar->findChild<QTimer *>()); // The rest that typing is given is the same for all.
    QTest::keyClicks(field, keys);
    const std::optional<double> passed = wait.end();
    if (passed)
        times << *passed;
    return passed.has_value();
}

bool Course::search()
{
    QList<double> times;
    for (int round = 0; round < m_rounds; ++round) {
        for (const QStringList &keys : searches()) {
            m_window->findChild<QLineEdit *>(QStringLiteral("searchField"))->clear();
            page().focusSearch();
            for (const QString &key : keys) {
                if (!type(key, times))
                    return false;
            }
        }
    }
    keep(QStringLiteral("search, a key"), summarize(times).median);
    keep(QStringLiteral("search, slowest key"), percentile(times, 0.95));
    return true;
}

/// Through what the last search found, page after page, and back from its end.
bool Course::scroll()
{
    auto *view = m_window->findChild<QAbstractItemView *>(QStringLiteral("agendaList"));
    QScrollBar *bar = view->verticalScrollBar();
    QList<double> times;
    int direction = 1;
    for (int frame = 0; frame < frames; ++frame) {
        if ((direction > 0 && bar->value() == bar->maximum()) || (direction < 0 && bar->value() == bar->minimum()))
            direction = -direction;
        QElapsedTimer clock;
        clock.start();
        bar->setValue(bar->value() + direction * pixelsAFrame);
        view->viewport()->repaint();
        QCoreApplication::processEvents();
        times << double(clock.nsecsElapsed()) / 1e6;
    }
    keep(QStringLiteral("scrolling, a frame"), summarize(times).median);
    keep(QStringLiteral("scrolling, slowest frame of 100"), percentile(times, 0.99));
    keepMemory(QStringLiteral("memory after all of it"));
    return true;
}

void Course::keepMemory(const QString &name)
{
    const std::optional<qint64> size = app::proportionalSetSize({getpid()});
    m_measures.append({name, AgendaMeasure::Unit::MiB, size ? double(*size) / bytesPerMiB : 0});
}

} // namespace

std::optional<QList<AgendaMeasure>> runAgendaCourse(const QString &folder, const Clock &clock, int rounds)
{
    Course course(folder, clock, rounds);
    if (!course.run())
        return std::nullopt;
    return course.measures();
}

} // namespace teleconsult::bench
