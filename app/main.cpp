// teleconsult: the desktop application.

#include "app/application.h"
#include "app/command_line.h"
#include "app/single_instance.h"
#include "app/termination.h"

#include <QApplication>
#include <QDir>

#include <cstdio>
#include <unistd.h>

namespace {

/// The call engine's own sandbox does not work for root, and a clinic's software has no business there.
/// Only ./dev and the tests set the variable.
bool mayRunAsThisUser()
{
    if (geteuid() != 0 || qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        return true;
    std::fputs("teleconsult does not run as root. Start it as an ordinary user.\n", stderr);
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!mayRunAsThisUser())
        return 1;

    QApplication qtApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("teleconsult"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELECONSULT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Teleconsult"));
    QGuiApplication::setDesktopFileName(QStringLiteral("teleconsult"));

    using namespace teleconsult::app;
    const CommandLine line = parseCommandLine(qtApplication);
    if (!QDir().mkpath(line.dataDir)) {
        std::fprintf(stderr, "The folder %s cannot be made.\n", qPrintable(line.dataDir));
        return 1;
    }
    SingleInstance instance(line.dataDir);
    if (!instance.claim())
        return 0;

    const Termination termination;
    Application application(line);
    QObject::connect(&instance, &SingleInstance::activationRequested, &application, &Application::bringToFront);
    QObject::connect(&termination, &Termination::requested, &application, &Application::end);
    application.show();
    return QCoreApplication::exec();
}
