// teleconsult: the desktop application.

#include "app/application.h"
#include "app/command_line.h"
#include "app/font_preload.h"
#include "app/interface_language.h"
#include "app/single_instance.h"
#include "app/termination.h"
#include "core/files/private_folder.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

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

/// Without its folder nothing would be kept, so the program does not run. Answers the exit code.
int tellOfFolder(const QString &path)
{
    const teleconsult::app::InterfaceLanguage language(teleconsult::app::InterfaceLanguage::systemLanguage());
    const QString sentence = QCoreApplication::translate(
                                 "Startup", "The folder %1 cannot be written to. Make room on the disk or change the "
                                            "folder's permissions, then start Teleconsult again.")
                                 .arg(QDir::toNativeSeparators(path));
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    QMessageBox::critical(nullptr, QGuiApplication::applicationDisplayName(), sentence);
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!mayRunAsThisUser())
        return 1;

    const teleconsult::app::FontPreload fonts;
    QApplication qtApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("teleconsult"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELECONSULT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Teleconsult"));
    QGuiApplication::setDesktopFileName(QStringLiteral("teleconsult"));

    using namespace teleconsult::app;
    const CommandLine line = parseCommandLine(qtApplication);
    const Places &places = line.places;
    // Records and call data are for this person's eyes only.
    if (!teleconsult::files::makePrivateFolder(places.dataDir))
        return tellOfFolder(places.dataDir);
    SingleInstance instance(places.dataDir);
    const SingleInstance::Claim claim = instance.claim(line.link);
    if (claim == SingleInstance::Claim::Failed)
        return tellOfFolder(places.dataDir);
    if (claim == SingleInstance::Claim::Another)
        return 0;

    const Termination termination;
    Application application(places);
    QObject::connect(&instance, &SingleInstance::activationRequested, &application, &Application::activate);
    QObject::connect(&termination, &Termination::requested, &application, &Application::end);
    application.show(line.link);
    return QCoreApplication::exec();
}
