// ./dev bench agenda: whether an agenda of 100,000 consultations feels like one of 100.
#include "tests/bench/agenda_course.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

using namespace teleconsult;
using namespace teleconsult::bench;

namespace {

constexpr int sizes[] = {100, 10'000, 100'000};

/// The goal: nobody feels the difference. A frame at 60 Hz is the least that an eye could see. Of 100 there are no more
/// to scroll to than 100; what was scrolled to of more stays in memory.
constexpr double longestDelay = 1000.0 / 60;
constexpr double maximumGrowth = 1.25;

using Unit = AgendaMeasure::Unit;

bool isMet(const AgendaMeasure &small, const AgendaMeasure &large)
{
    return large.unit == Unit::Milliseconds ? large.value <= small.value + longestDelay
                                            : large.value <= small.value * maximumGrowth;
}

/// In a process of its own, so that its memory is that of this size alone. Empty: it failed.
QList<AgendaMeasure> measureElsewhere(int consultations, int rounds)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--only"), QString::number(consultations),
                                                          QStringLiteral("--rounds"), QString::number(rounds)});
    if (!child.waitForFinished(-1) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return {};
    QList<AgendaMeasure> measures;
    const QJsonArray told = QJsonDocument::fromJson(child.readAllStandardOutput()).array();
    for (const QJsonValue measure : told)
        measures.append({measure[QStringLiteral("name")].toString(),
                         measure[QStringLiteral("mib")].toBool() ? Unit::MiB : Unit::Milliseconds,
                         measure[QStringLiteral("value")].toDouble()});
    return measures;
}

int measureHere(int consultations, int rounds)
{
    const QTemporaryDir folder;
    const test::ManualClock clock(QDateTime(QDate(2026, 3, 2), QTime(9, 0)).toUTC());
    ui::Theme theme;
    theme.setScheme(ui::Theme::Scheme::Light);
    if (!fillRecords(AgendaStation::recordsFile(folder.path()), consultations, clock.now()))
        return 1;
    const std::optional<QList<AgendaMeasure>> measures = runAgendaCourse(folder.path(), clock, rounds);
    if (!measures)
        return 1;
    QJsonArray told;
    for (const AgendaMeasure &measure : *measures)
        told.append(QJsonObject{{QStringLiteral("name"), measure.name},
                                {QStringLiteral("mib"), measure.unit == Unit::MiB},
                                {QStringLiteral("value"), measure.value}});
    QTextStream(stdout) << QJsonDocument(told).toJson(QJsonDocument::Compact);
    return 0;
}

QString cell(const AgendaMeasure &measure)
{
    return QStringLiteral("%1 %2")
        .arg(measure.value, 9, 'f', measure.unit == Unit::MiB ? 1 : 2)
        .arg(measure.unit == Unit::MiB ? QStringLiteral("MiB") : QStringLiteral("ms "));
}

/// Prints the columns side by side, with ratios to the first one; whether the goal is met.
bool report(const QList<QList<AgendaMeasure>> &columns, QTextStream &out)
{
    bool met = true;
    for (qsizetype row = 0; row < columns.constFirst().size(); ++row) {
        const AgendaMeasure &least = columns.constFirst().at(row);
        out << QStringLiteral("%1").arg(least.name, -34);
        for (const QList<AgendaMeasure> &column : columns)
            out << cell(column.at(row));
        for (const QList<AgendaMeasure> &column : columns.mid(1))
            out << QStringLiteral("%1").arg(least.value > 0 ? column.at(row).value / least.value : 0, 9, 'f', 2);
        const bool isRowMet = isMet(least, columns.constLast().at(row));
        out << (isRowMet ? "   met\n" : "   MISSED\n");
        met = met && isRowMet;
    }
    return met;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the agenda over records of different size."));
    parser.addHelpOption();
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often each is measured."),
                                    QStringLiteral("n"), QStringLiteral("5"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("One size, told as JSON."),
                                  QStringLiteral("n"));
    parser.addOptions({rounds, only});
    parser.process(application);
    const int times = qMax(1, parser.value(rounds).toInt());
    if (parser.isSet(only))
        return measureHere(qMax(consultationsADay * 2, parser.value(only).toInt()), times);

    QTextStream out(stdout);
    out << QStringLiteral("%1 consultations a day in local records; medians where nothing else is said. Searches: from "
                          "the end of the rest that typing is given. Goal at 100,000: at most %2 ms (a frame) longer "
                          "than at 100, at most %3 times the memory.\n\n")
               .arg(consultationsADay)
               .arg(longestDelay, 0, 'f', 1)
               .arg(maximumGrowth);
    out << QStringLiteral("%1        100       10,000      100,000     10,000  100,000   goal\n").arg(QString(), -34)
        << Qt::flush;
    QList<QList<AgendaMeasure>> columns;
    for (const int size : sizes) {
        columns << measureElsewhere(size, times);
        if (columns.constLast().isEmpty() || columns.constLast().size() != columns.constFirst().size()) {
            QTextStream(stderr) << "The course over " << size << " consultations failed.\n";
            return 1;
        }
    }
    const bool met = report(columns, out);
    out << (met ? "\nGoals met.\n" : "\nGoals MISSED.\n");
    return met ? 0 : 2;
}
