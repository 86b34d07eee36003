// ./dev soak: patients at a kiosk, one after the other, while pages, network and server come and go.
#include "app/process_tree.h"
#include "tests/bench/statistics.h"
#include "tests/soak/visit.h"
#include "tests/support/reserved_port.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QTextStream>

#include <algorithm>
#include <chrono>

#include <unistd.h>

using namespace teleconsult;

namespace {

constexpr int usualSessions = 300;
/// Until then caches and heaps fill, in the first ten sessions most of all, ever slower afterwards (seen in a run of
/// 300: docs/performance.md). What grows after that grows for as long as the kiosk runs.
constexpr int settling = 100;
/// The engine's heaps swell by a hundred MiB and are tidied up again, and a machine that is busy takes some back for a
/// while: what stays is the least of several sessions.
constexpr int block = 10;
/// With fewer the swelling hides what grows.
constexpr int minimumForSlope = 200;
/// A kiosk that sees a hundred patients a day starts itself anew each night.
constexpr double steepest = 512; // KiB a session
constexpr double largest = 512;  // MiB

struct Tally
{
    int completed = 0; ///< Nothing was hurt.
    int recovered = 0; ///< Something was, and it went on.
    int lost = 0;
    int unclean = 0; ///< Something of the person was still there afterwards.
    QList<double> seconds;
    QList<double> memoryKiB; ///< After each session.
};

/// Of this program and what it has started, but not of the doctor's browser: with the clinic's server and records,
/// which are in it, too. What is shared is divided among its users where that can be seen; the engine's sandbox hides
/// it.
double memoryKiB(const soak::Doctor &doctor)
{
    QList<pid_t> processes = app::processTree(getpid());
    const QList<pid_t> others = doctor.processes();
    processes.removeIf([&](pid_t process) { return others.contains(process); });
    return double(app::proportionalSetSize(processes).value_or(app::privateMemory(processes))) / 1024;
}

void take(Tally &tally, const soak::Plan &plan, const soak::Course &course)
{
    if (course.isLost)
        ++tally.lost;
    else
        ++(plan.harm == soak::Harm::None ? tally.completed : tally.recovered);
    if (!course.left.isEmpty())
        ++tally.unclean;
    tally.seconds << course.seconds;
}

void print(QTextStream &out, int number, const soak::Plan &plan, const soak::Course &course, double memory)
{
    QString words = QStringLiteral("completed");
    if (course.isLost)
        words = QStringLiteral("LOST");
    else if (plan.harm != soak::Harm::None)
        words = QStringLiteral("recovered");
    out << QStringLiteral("%1  %2 %3 %4 s %5 MiB\n")
               .arg(number, 5)
               .arg(words, -10)
               .arg(soak::inWords(plan), -36)
               .arg(course.seconds, 5, 'f', 1)
               .arg(memory / 1024, 5, 'f', 0);
    if (course.isLost)
        out << course.trouble << '\n';
    for (const QString &left : course.left)
        out << "       still there: " << left << '\n';
    out.flush();
}

/// The least of every ten sessions.
QList<double> floorsOf(const QList<double> &memory)
{
    QList<double> floors;
    for (qsizetype from = settling; from + block <= memory.size(); from += block)
        floors << *std::min_element(memory.cbegin() + from, memory.cbegin() + from + block);
    return floors;
}

bool judge(QTextStream &out, const Tally &tally)
{
    const bench::Summary seconds = bench::summarize(tally.seconds);
    out << QStringLiteral("\nSessions %1: completed %2, recovered %3, lost %4\n")
               .arg(tally.seconds.size())
               .arg(tally.completed)
               .arg(tally.recovered)
               .arg(tally.lost);
    out << QStringLiteral("Something left of a person: %1 times\n").arg(tally.unclean);
    out << QStringLiteral("Seconds a session: median %1, least %2, most %3\n")
               .arg(seconds.median, 0, 'f', 1)
               .arg(seconds.least, 0, 'f', 1)
               .arg(seconds.most, 0, 'f', 1);
    const double most = tally.memoryKiB.isEmpty() ? 0 : bench::summarize(tally.memoryKiB).most / 1024;
    out << QStringLiteral("Memory: %1 MiB at most (limit: %2)\n").arg(most, 0, 'f', 0).arg(largest);
    bool isGood = tally.lost == 0 && tally.unclean == 0 && most <= largest;
    const QList<double> floors = floorsOf(tally.memoryKiB);
    if (floors.size() > 1) {
        const double slope = bench::slopeOf(floors) / block;
        const bool isTold = tally.memoryKiB.size() >= minimumForSlope;
        isGood = isGood && (!isTold || slope <= steepest);
        out << QStringLiteral("Memory slope after %6 sessions: %1 KiB a session (limit: %2%3), from %4 to %5 MiB\n")
                   .arg(slope, 0, 'f', 0)
                   .arg(steepest, 0, 'f', 0)
                   .arg(isTold ? QString() : QStringLiteral(", for %1 sessions and more").arg(minimumForSlope))
                   .arg(floors.first() / 1024, 0, 'f', 0)
                   .arg(floors.last() / 1024, 0, 'f', 0)
                   .arg(settling);
    }
    out << (isGood ? "Good.\n" : "NOT GOOD.\n");
    return isGood;
}

struct Wanted
{
    int sessions = usualSessions;
    quint32 seed = 0;
    QDeadlineTimer end = QDeadlineTimer::Forever; ///< Nobody comes after it.
};

bool run(const Wanted &wanted, quint16 devToolsPort, QTextStream &out)
{
    out << QStringLiteral("%1 sessions, seed %2\n").arg(wanted.sessions).arg(wanted.seed);
    out.flush();
    soak::SoakKiosk kiosk;
    soak::Doctor doctor;
    soak::Planner planner(wanted.seed);
    Tally tally;
    for (int i = 1; i <= wanted.sessions && !wanted.end.hasExpired(); ++i) {
        const soak::Plan plan = planner.next();
        const soak::Course course = soak::visit(kiosk, doctor, plan, i, devToolsPort);
        take(tally, plan, course);
        tally.memoryKiB << memoryKiB(doctor);
        print(out, i, plan, course, tally.memoryKiB.last());
    }
    return judge(out, tally);
}

} // namespace

int main(int argc, char *argv[])
{
    const test::ReservedPort devToolsPort;
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "127.0.0.1:" + QByteArray::number(devToolsPort.number()));
    // DevTools answer us without the second up to Chromium 110 only.
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--use-fake-device-for-media-stream --remote-allow-origins=*");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Sends patients through real calls at a kiosk, and kills pages, network and server meanwhile."));
    parser.addHelpOption();
    const QCommandLineOption sessions(QStringLiteral("sessions"), QStringLiteral("How many patients come."),
                                      QStringLiteral("n"), QString::number(usualSessions));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("What chance begins with."),
                                  QStringLiteral("n"), QStringLiteral("20260302"));
    const QCommandLineOption minutes(QStringLiteral("minutes"),
                                     QStringLiteral("Nobody comes after so many; what was until then is told."),
                                     QStringLiteral("n"));
    parser.addOptions({sessions, seed, minutes});
    parser.process(application);
    Wanted wanted{.sessions = qMax(1, parser.value(sessions).toInt()), .seed = parser.value(seed).toUInt()};
    if (parser.isSet(minutes))
        wanted.end = QDeadlineTimer(std::chrono::minutes(parser.value(minutes).toInt()));
    QTextStream out(stdout);
    return run(wanted, devToolsPort.number(), out) ? 0 : 2;
}
