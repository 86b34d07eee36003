// tour --app PROGRAM [--screenshots DIR]: takes the whole way through the built application as a person would, and ends
// with 0 if all of it went well. Needs an X display and a session bus of its own:
//   tests/support/with_display dbus-run-session -- tour --app build/release/bin/teleconsult

#include "tests/app/accessible_tree.h"
#include "tests/app/tour.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace teleconsult::test;

int main(int argc, char **argv)
{
    const QTemporaryDir runtimeDir; // Private, as the sockets in it must be.
    qputenv("XDG_RUNTIME_DIR", runtimeDir.path().toLocal8Bit());
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption program(QStringLiteral("app"), QStringLiteral("The application to try."),
                                     QStringLiteral("program"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"), QStringLiteral("Keeps pictures here."),
                                         QStringLiteral("dir"));
    parser.addHelpOption();
    parser.addOptions({program, screenshots});
    parser.process(application);
    if (!parser.isSet(program)) {
        std::fprintf(stderr, "--app is missing\n");
        return 2;
    }
    for (const char *needed : {"xdotool", "chromium"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(needed)).isEmpty()) {
            std::fprintf(stderr, "%s is not installed\n", needed);
            return 2;
        }
    }
    if (!AccessibleTree::connect(runtimeDir.path())) {
        std::fprintf(stderr, "no accessibility bus (at-spi2-core, dbus-run-session): %s\n",
                     qPrintable(AccessibleTree::errorString()));
        return 2;
    }
    std::optional<QDir> pictures;
    if (parser.isSet(screenshots)) {
        pictures = QDir(parser.value(screenshots));
        pictures->mkpath(QStringLiteral("."));
    }
    return Tour(parser.value(program), pictures).run() ? 0 : 1;
}
