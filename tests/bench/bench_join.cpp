// ./dev bench join: from the click to the other's first picture, for Teleconsult and for what it is measured against.
#include "tests/bench/join_contestant.h"
#include "tests/bench/statistics.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTextStream>
#include <QUrl>

#include <stdexcept>

using namespace teleconsult;
using namespace teleconsult::bench;

namespace {

constexpr double warmGoal = 0.6;
constexpr double coldGoal = 1.1;
constexpr double growthGoal = 5; // percent
/// Before these many calls the caches of a new program are still filling.
constexpr int settlingCycles = 5;

enum class Entry { Cold, Warm, WebView, Chromium };

struct Row
{
    Entry entry;
    QString name;
    QList<double> joinMs;
    QList<double> memoryMiB;
    QList<double> cpuPercent;
};

class Failure : public std::runtime_error
{
public:
    explicit Failure(const QString &words) : std::runtime_error(words.toStdString()) {}
};

template <typename T>
T orFail(std::optional<T> value, const char *what)
{
    if (!value)
        throw Failure(QString::fromLatin1(what));
    return *std::move(value);
}

QString besideMe(const QString &file)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + file;
}

/// The product's, in the build tree or installed.
QString enginePlugin()
{
    const QString root = besideMe(QStringLiteral("../../"));
    const QString installed = root + QStringLiteral(TELECONSULT_LIBDIR "/libteleconsult-call.so");
    return QFile::exists(installed) ? installed : root + QStringLiteral("lib/teleconsult/libteleconsult-call.so");
}

QString originOf(const QString &link)
{
    return QUrl(link).adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
}

struct Links
{
    QString doctor;
    QString patient;
};

/// A consultation of this clinic, open now.
Links newConsultation(JoinContestant &clinic)
{
    const QStringList links =
        orFail(clinic.ask("new"), "no consultation was scheduled").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (links.size() != 2)
        throw Failure(QStringLiteral("a consultation without links"));
    return {links.at(0), links.at(1)};
}

/// The other side: always the same browser, always there first.
class Patient
{
public:
    void waitIn(const QString &link)
    {
        if (!m_page) {
            if (!m_browser.start())
                throw Failure(m_browser.errorString());
            m_page = m_browser.open(QUrl(link));
        } else {
            m_page->navigate(QUrl(link));
        }
        if (!m_page || !m_page->waitFor(QStringLiteral("window.teleconsultCall?.phase() === 'waiting'")))
            throw Failure(QStringLiteral("the patient does not come in"));
    }

private:
    test::HeadlessChromium m_browser;
    std::unique_ptr<test::CdpClient> m_page;
};

void startWindow(JoinContestant &window)
{
    if (!window.start(besideMe(QStringLiteral("bench_call_window")), {enginePlugin()}))
        throw Failure(QStringLiteral("bench_call_window cannot be started"));
}

/// Joins the consultation that was scheduled last; answers how long it took.
double joinIn(JoinContestant &window, const QString &origin)
{
    const double clicked = orFail(window.ask("join"), "no answer to the click").toDouble();
    return orFail(window.firstPicture(origin), "no picture came in Teleconsult") - clicked;
}

void take(Row &row, double joinMs, const JoinContestant &contestant)
{
    const CallCost cost = orFail(contestant.cost(), "the cost of a call cannot be read");
    row.joinMs.append(joinMs);
    row.memoryMiB.append(cost.memoryMiB);
    row.cpuPercent.append(cost.cpuPercent);
}

void measureWindow(Row &row, Patient &patient)
{
    JoinContestant window;
    startWindow(window);
    const Links links = newConsultation(window);
    if (row.entry == Entry::Warm)
        orFail(window.ask("warm"), "the engine does not become warm");
    patient.waitIn(links.patient);
    const double joinMs = joinIn(window, originOf(links.doctor));
    take(row, joinMs, window);
}

/// With the switches that keep questions and the keyring out of the way, and nothing that changes what it has to do.
QStringList chromiumArguments(const QString &link, const QString &profile)
{
    QStringList arguments{QStringLiteral("--no-first-run"),
                          QStringLiteral("--no-default-browser-check"),
                          QStringLiteral("--password-store=basic"),
                          QStringLiteral("--window-size=1200,800"),
                          QStringLiteral("--use-fake-device-for-media-stream"),
                          QStringLiteral("--use-fake-ui-for-media-stream"),
                          QStringLiteral("--autoplay-policy=no-user-gesture-required"),
                          QStringLiteral("--remote-debugging-port=%port%"),
                          QStringLiteral("--remote-allow-origins=*"),
                          QStringLiteral("--user-data-dir=") + profile};
    // Where ./dev has found that no sandbox of the engine's can work, Chromium's own does not either.
    if (qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        arguments.append(QStringLiteral("--no-sandbox"));
    arguments.append(QStringLiteral("--app=") + link);
    return arguments;
}

/// From just before the program is started.
void measureProgram(Row &row, JoinContestant &clinic, Patient &patient)
{
    const Links links = newConsultation(clinic);
    patient.waitIn(links.patient);
    const QTemporaryDir profile;
    const bool isBare = row.entry == Entry::WebView;
    JoinContestant program;
    const auto started = double(QDateTime::currentMSecsSinceEpoch());
    if (!program.start(isBare ? besideMe(QStringLiteral("bench_web_view")) : QStringLiteral("chromium"),
                       isBare ? QStringList(links.doctor) : chromiumArguments(links.doctor, profile.path())))
        throw Failure(row.name + QStringLiteral(" cannot be started"));
    take(row, orFail(program.firstPicture(originOf(links.doctor)), "no picture came in a program beside") - started,
         program);
}

/// Percent by which the program has grown over so many calls.
double growthOver(int cycles, Patient &patient, QTextStream &out)
{
    JoinContestant window;
    startWindow(window);
    orFail(window.ask("warm"), "the engine does not become warm");
    double first = 0;
    double last = 0;
    for (int cycle = 1; cycle <= settlingCycles + cycles; ++cycle) {
        const Links links = newConsultation(window);
        patient.waitIn(links.patient);
        joinIn(window, originOf(links.doctor));
        orFail(window.ask("leave"), "a call is not left");
        last = orFail(window.memoryMiB(), "the memory cannot be read");
        if (cycle == settlingCycles)
            first = last;
    }
    out << QStringLiteral("\nAfter %1 calls %2 MiB, after %3 more %4 MiB\n")
               .arg(settlingCycles)
               .arg(first, 0, 'f', 0)
               .arg(cycles)
               .arg(last, 0, 'f', 0);
    return (last - first) / first * 100;
}

bool judge(QTextStream &out, const QString &what, double value, double goal, const QString &unit)
{
    const bool isMet = value <= goal;
    out << QStringLiteral("%1 %2%3 (goal: %4%3)   %5\n")
               .arg(what, -44)
               .arg(value, 0, 'f', 2)
               .arg(unit)
               .arg(goal)
               .arg(QLatin1String(isMet ? "met" : "MISSED"));
    return isMet;
}

void print(QTextStream &out, const QList<Row> &rows)
{
    out << QStringLiteral("%1 %2 %3 %4 %5 %6\n")
               .arg(QStringLiteral("Click to the other's first picture"), -36)
               .arg(QStringLiteral("median ms"), 10)
               .arg(QStringLiteral("least"), 7)
               .arg(QStringLiteral("most"), 7)
               .arg(QStringLiteral("MiB in call"), 12)
               .arg(QStringLiteral("% of a core"), 12);
    for (const Row &row : rows) {
        const Summary join = summarize(row.joinMs);
        out << QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                   .arg(row.name, -36)
                   .arg(join.median, 10, 'f', 0)
                   .arg(join.least, 7, 'f', 0)
                   .arg(join.most, 7, 'f', 0)
                   .arg(summarize(row.memoryMiB).median, 12, 'f', 0)
                   .arg(summarize(row.cpuPercent).median, 12, 'f', 0);
    }
}

/// The first round fills what the machine keeps between one start and the next.
void forget(QList<Row> &rows)
{
    for (Row &row : rows) {
        row.joinMs.clear();
        row.memoryMiB.clear();
        row.cpuPercent.clear();
    }
}

bool run(int rounds, int cycles, QTextStream &out)
{
    QList<Row> rows{{Entry::Cold, QStringLiteral("Teleconsult, cold"), {}, {}, {}},
                    {Entry::Warm, QStringLiteral("Teleconsult, warmed up"), {}, {}, {}},
                    {Entry::WebView, QStringLiteral("bare QWebEngineView, from its start"), {}, {}, {}},
                    {Entry::Chromium, QStringLiteral("chromium --app, from its start"), {}, {}, {}}};
    Patient patient;
    JoinContestant clinic; // For those that have none.
    startWindow(clinic);
    for (int round = 0; round <= rounds; ++round) {
        // Each round starts with another one, so that none always runs in the wake of the same.
        for (qsizetype turn = 0; turn < rows.size(); ++turn) {
            Row &row = rows[(turn + round) % rows.size()];
            if (row.entry == Entry::Cold || row.entry == Entry::Warm)
                measureWindow(row, patient);
            else
                measureProgram(row, clinic, patient);
        }
        if (round == 0)
            forget(rows);
    }
    print(out, rows);
    out << '\n';
    const double bare = summarize(rows.at(2).joinMs).median;
    bool met = judge(out, QStringLiteral("Warmed up, of the bare view's time"),
                     summarize(rows.at(1).joinMs).median / bare, warmGoal, {});
    met = judge(out, QStringLiteral("Cold, of the bare view's time"), summarize(rows.at(0).joinMs).median / bare,
                coldGoal, {}) &&
          met;
    out.flush();
    if (cycles > 0) {
        const double growth = growthOver(cycles, patient, out);
        met =
            judge(out, QStringLiteral("Growth over %1 calls").arg(cycles), growth, growthGoal, QStringLiteral(" %")) &&
            met;
    }
    out << (met ? "\nGoals met.\n" : "\nGoals MISSED.\n");
    return met;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures how long joining a call takes, and what a call costs."));
    parser.addHelpOption();
    const QCommandLineOption rounds(QStringLiteral("rounds"),
                                    QStringLiteral("How often each is measured, after a round that is not counted."),
                                    QStringLiteral("n"), QStringLiteral("5"));
    const QCommandLineOption cycles(
        QStringLiteral("cycles"),
        QStringLiteral("Also enter and leave so many calls, and see what that leaves behind. 0: none."),
        QStringLiteral("n"), QStringLiteral("200"));
    parser.addOptions({rounds, cycles});
    parser.process(application);
    QTextStream out(stdout);
    try {
        return run(qMax(1, parser.value(rounds).toInt()), parser.value(cycles).toInt(), out) ? 0 : 2;
    } catch (const Failure &failure) {
        QTextStream(stderr) << failure.what() << Qt::endl;
        return 1;
    }
}
