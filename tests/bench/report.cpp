#include "tests/bench/report.h"

#include <QJsonArray>

#include <algorithm>

namespace teleconsult::bench {

namespace {

constexpr double goalTimeRatio = 2.0;
constexpr double goalMemoryMiB = 60.0;
constexpr double goalShareOfChromium = 1.0 / 3.0;

struct Goal
{
    QString key;
    QString text;
    QString unit;
    double limit = 0;
    double measured = 0;

    bool isMet() const { return measured <= limit; }
};

double ratio(double value, double base)
{
    return base > 0 ? value / base : 0;
}

Summary summaryOf(const QList<Measurement> &runs, double Measurement::*member)
{
    QList<double> values;
    for (const Measurement &run : runs)
        values.append(run.*member);
    return summarize(values);
}

QList<Goal> goalsOf(const Rows &rows)
{
    const double time = rows.product->ready().median;
    const double memory = rows.product->memory().median;
    return {
        {QStringLiteral("time_against_empty_window"), QStringLiteral("time, against the empty window"),
         QStringLiteral("x"), goalTimeRatio, ratio(time, rows.emptyWindow->ready().median)},
        {QStringLiteral("memory"), QStringLiteral("memory when usable"), QStringLiteral("MiB"), goalMemoryMiB, memory},
        {QStringLiteral("time_against_chromium"), QStringLiteral("time, against chromium --app"), QStringLiteral("x"),
         goalShareOfChromium, ratio(time, rows.chromium->ready().median)},
        {QStringLiteral("memory_against_chromium"), QStringLiteral("memory, against chromium --app"),
         QStringLiteral("x"), goalShareOfChromium, ratio(memory, rows.chromium->memory().median)},
    };
}

QString span(const Summary &summary)
{
    return QStringLiteral("%1 (%2-%3)")
        .arg(summary.median, 0, 'f', 0)
        .arg(summary.least, 0, 'f', 0)
        .arg(summary.most, 0, 'f', 0);
}

QString times(double value)
{
    return QString::number(value, 'f', 2) + QStringLiteral(" x");
}

QString line(const QString &name, const QStringList &cells)
{
    QString text = name.leftJustified(30);
    for (const QString &cell : cells)
        text += cell.rightJustified(18);
    return text + QLatin1Char('\n');
}

QString lineOf(const Row &row, const Row &base)
{
    return line(row.contestant.name,
                {span(row.ready()), times(ratio(row.ready().median, base.ready().median)), span(row.memory()),
                 times(ratio(row.memory().median, base.memory().median)), span(row.settledMemory())});
}

QJsonObject toJson(const Summary &summary)
{
    return {{QStringLiteral("median"), summary.median},
            {QStringLiteral("min"), summary.least},
            {QStringLiteral("max"), summary.most}};
}

QJsonObject toJson(const Row &row)
{
    return {{QStringLiteral("usable_ms"), toJson(row.ready())},
            {QStringLiteral("memory_mib"), toJson(row.memory())},
            {QStringLiteral("memory_one_second_later_mib"), toJson(row.settledMemory())}};
}

} // namespace

Summary Row::ready() const
{
    return summaryOf(runs, &Measurement::readyMs);
}

Summary Row::memory() const
{
    return summaryOf(runs, &Measurement::memoryMiB);
}

Summary Row::settledMemory() const
{
    return summaryOf(runs, &Measurement::settledMemoryMiB);
}

QString toText(const Rows &rows)
{
    QString text =
        QStringLiteral("Start-up to usable, %1 rounds in turn after one that is not counted; median (least-most).\n"
                       "Time: ms from just before the fork until the first frame with its content is painted.\n"
                       "Memory: MiB, proportional set size of the program and all processes it started, held still "
                       "at that moment; then a second later.\n\n")
            .arg(rows.product->runs.size());
    text += line({}, {QStringLiteral("usable after"), QStringLiteral("to empty"), QStringLiteral("memory then"),
                      QStringLiteral("to empty"), QStringLiteral("a second later")});
    for (const Row *row : {rows.emptyWindow, rows.product, rows.webView, rows.chromium})
        text += lineOf(*row, *rows.emptyWindow);

    text += QLatin1Char('\n') +
            line(QStringLiteral("Goals of Teleconsult"), {QStringLiteral("at most"), QStringLiteral("measured")});
    for (const Goal &goal : goalsOf(rows)) {
        text += line(goal.text, {QStringLiteral("%1 %2").arg(goal.limit, 0, 'f', 2).arg(goal.unit),
                                 QStringLiteral("%1 %2").arg(goal.measured, 0, 'f', 2).arg(goal.unit),
                                 goal.isMet() ? QStringLiteral("met") : QStringLiteral("MISSED")});
    }
    return text;
}

QJsonObject toJson(const Rows &rows)
{
    QJsonObject programs;
    for (const Row *row : {rows.emptyWindow, rows.product, rows.webView, rows.chromium})
        programs.insert(row->contestant.key, toJson(*row));
    QJsonObject goals;
    for (const Goal &goal : goalsOf(rows)) {
        goals.insert(goal.key, QJsonObject{{QStringLiteral("limit"), goal.limit},
                                           {QStringLiteral("measured"), goal.measured},
                                           {QStringLiteral("met"), goal.isMet()}});
    }
    return {{QStringLiteral("rounds"), rows.product->runs.size()},
            {QStringLiteral("programs"), programs},
            {QStringLiteral("goals"), goals}};
}

bool meetsGoals(const Rows &rows)
{
    const QList<Goal> goals = goalsOf(rows);
    return std::all_of(goals.begin(), goals.end(), [](const Goal &goal) { return goal.isMet(); });
}

} // namespace teleconsult::bench
