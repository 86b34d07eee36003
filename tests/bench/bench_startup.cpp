// ./dev bench startup: from process start to usable, for Teleconsult and for what it is measured against.
#include "tests/bench/contestant.h"
#include "tests/bench/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

using namespace teleconsult::bench;

namespace {

QString besideMe(const QString &file)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + file;
}

Contestant emptyWindow()
{
    return {QStringLiteral("empty_window"),
            QStringLiteral("empty Qt Widgets window"),
            besideMe(QStringLiteral("bench_empty_window")),
            {},
            ReadySign::Notify};
}

Contestant product(const QString &program)
{
    return {
        QStringLiteral("teleconsult"), QStringLiteral("Teleconsult, agenda usable"), program, {}, ReadySign::Notify};
}

Contestant webView(const QUrl &page)
{
    return {QStringLiteral("web_view"),
            QStringLiteral("bare QWebEngineView, a page"),
            besideMe(QStringLiteral("bench_web_view")),
            {page.toString()},
            ReadySign::Page};
}

/// With the switches that keep questions and the keyring out of the way, and nothing that changes what it has to do.
Contestant chromium(const QUrl &page)
{
    QStringList arguments{QStringLiteral("--no-first-run"), QStringLiteral("--no-default-browser-check"),
                          QStringLiteral("--password-store=basic"), QStringLiteral("--window-size=1200,800")};
    // Where ./dev has found that no sandbox of the engine's can work, Chromium's own does not either.
    if (qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        arguments.append(QStringLiteral("--no-sandbox"));
    arguments.append(QStringLiteral("--app=") + page.toString());
    return {QStringLiteral("chromium_app"), QStringLiteral("chromium --app, a page"), QStringLiteral("chromium"),
            arguments, ReadySign::Page};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures how long programs take until they are usable."));
    parser.addHelpOption();
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How many rounds are counted."),
                                    QStringLiteral("n"), QStringLiteral("10"));
    const QCommandLineOption program(QStringLiteral("program"), QStringLiteral("Measure this program as Teleconsult."),
                                     QStringLiteral("file"), besideMe(QStringLiteral("../../bin/teleconsult")));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Print the numbers as JSON."));
    parser.addOptions({rounds, program, json});
    parser.process(application);

    QTextStream out(stdout);
    QTextStream err(stderr);
    Stadium stadium;
    if (const QString problem = stadium.problem(); !problem.isEmpty()) {
        err << problem << Qt::endl;
        return 1;
    }

    QList<Row> rows{{emptyWindow(), {}},
                    {product(parser.value(program)), {}},
                    {webView(stadium.pageUrl()), {}},
                    {chromium(stadium.pageUrl()), {}}};
    const int counted = qMax(1, parser.value(rounds).toInt());
    for (int round = 0; round <= counted; ++round) {
        for (qsizetype turn = 0; turn < rows.size(); ++turn) {
            // Each round starts with another one, so that none always runs in the wake of the same.
            Row &row = rows[(turn + round) % rows.size()];
            const std::variant<Measurement, QString> result = stadium.run(row.contestant);
            if (const auto *problem = std::get_if<QString>(&result)) {
                err << *problem << Qt::endl;
                return 1;
            }
            // The first round makes the profiles (and Teleconsult its demo clinic) and fills the caches.
            if (round > 0)
                row.runs.append(std::get<Measurement>(result));
        }
    }

    const Rows compared{&rows.at(0), &rows.at(1), &rows.at(2), &rows.at(3)};
    if (parser.isSet(json))
        out << QJsonDocument(toJson(compared)).toJson();
    else
        out << toText(compared);
    return meetsGoals(compared) ? 0 : 2;
}
