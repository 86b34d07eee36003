// ./dev bench roundtrips: how long people wait for the backend when its peers are far away.
#include "tests/bench/roundtrips.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

#include <cstdio>

using namespace teleconsult::bench;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures sequential round trips and waiting times of the backend's operations."));
    parser.addHelpOption();
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often each is measured."),
                                    QStringLiteral("n"), QStringLiteral("3"));
    const QCommandLineOption delay(QStringLiteral("delay"), QStringLiteral("Injected delay in milliseconds."),
                                   QStringLiteral("ms"), QStringLiteral("150"));
    parser.addOptions({rounds, delay});
    parser.process(application);
    const std::chrono::milliseconds injected(qMax(1, parser.value(delay).toInt()));

    QTextStream out(stdout);
    out << QStringLiteral("CRUD service and Kaleyra each %1 ms away; medians. A round trip counts when it waits for "
                          "another one.\nA single participant is one of two: the other is to come, so there is no room "
                          "yet.\n\n")
               .arg(injected.count());
    out << heading();
    bool met = true;
    Course course;
    for (const Discipline &discipline : disciplines()) {
        for (const int participants : {1, 2, 5, 25}) {
            const Finish finish = course.run(discipline, participants, injected, qMax(1, parser.value(rounds).toInt()));
            if (!finish.problem.isEmpty()) {
                QTextStream(stderr) << discipline.name << ": " << finish.problem << Qt::endl;
                return 1;
            }
            out << line(discipline, finish) << Qt::flush;
            met = met && meetsGoals(discipline, finish);
        }
    }
    out << (met ? "\nGoals met.\n" : "\nGoals MISSED.\n");
    return met ? 0 : 2;
}
