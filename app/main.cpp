// teleconsult: the desktop application.

#include "app/application.h"
#include "app/command_line.h"
#include "app/font_preload.h"
#include "app/interface_language.h"
#include "app/journal_log.h"
#include "app/kiosk_application.h"
#include "app/process_tree.h"
#include "app/service_manager.h"
#include "app/single_instance.h"
#include "app/start_trouble.h"
#include "app/termination.h"
#include "core/config/policy.h"
#include "core/config/settings.h"
#include "core/files/data_folder.h"
#include "core/files/private_folder.h"
#include "core/files/secret.h"
#include "core/support/log_file.h"
#include "ui/widgets/window_activation.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

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

/// What one start of the program has come to.
struct Outcome
{
    int exitCode = 0;
    QStringList again; ///< The program, and what it is to be started with again; empty: it is not.
};

/// What the program is started with again.
QStringList commandFor(const teleconsult::app::CommandLine &line)
{
    return QStringList(QCoreApplication::applicationFilePath()) + toArguments(line);
}

/// What keeps the program from running: told to the person who has started it, or to whoever stands before a kiosk,
/// which tries again.
Outcome tell(const teleconsult::app::CommandLine &line, const teleconsult::config::SettingValues &policy,
             const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    if (teleconsult::app::isKiosk(line, policy)) {
        const bool isAgain = teleconsult::app::tellAtKiosk(line, policy, sentence);
        return {.exitCode = 0, .again = isAgain ? commandFor(line) : QStringList()};
    }
    QMessageBox::critical(nullptr, QGuiApplication::applicationDisplayName(), sentence);
    return {.exitCode = 1, .again = {}};
}

/// As of the program that cannot start; `policy`: empty when it is what is wrong.
teleconsult::app::InterfaceLanguage languageFor(const teleconsult::app::CommandLine &line,
                                                const teleconsult::config::SettingValues &policy)
{
    const teleconsult::config::Settings settings(settingInputs(line, policy));
    return teleconsult::app::InterfaceLanguage(teleconsult::app::InterfaceLanguage::wanted(settings));
}

/// Nobody works without a policy that is there.
Outcome tellOfPolicy(const teleconsult::app::CommandLine &line, const teleconsult::Error &error)
{
    const teleconsult::app::InterfaceLanguage language = languageFor(line, {});
    const QString path = QDir::toNativeSeparators(teleconsult::config::systemPolicy().path);
    if (error.code == QLatin1String("policy_not_trusted"))
        return tell(line, {},
                    QCoreApplication::translate(
                        "Startup", "This computer's policy, %1, can be changed by others than root, and so "
                                   "Teleconsult does not start. Ask whoever looks after this computer.")
                        .arg(path));
    if (error.code == QLatin1String("policy_unreadable"))
        return tell(line, {},
                    QCoreApplication::translate("Startup",
                                                "This computer's policy, %1, cannot be read, and so Teleconsult does "
                                                "not start. Ask whoever looks after this computer.")
                        .arg(path));
    return tell(line, {},
                QCoreApplication::translate(
                    "Startup", "This computer's policy, %1, is not right (%2), and so Teleconsult does not "
                               "start. Ask whoever looks after this computer.")
                    .arg(path, error.message));
}

/// Without its folder nothing would be kept, so the program does not run.
Outcome tellOfFolder(const teleconsult::app::CommandLine &line, const teleconsult::config::SettingValues &policy)
{
    const teleconsult::app::InterfaceLanguage language = languageFor(line, policy);
    return tell(line, policy,
                QCoreApplication::translate("Startup",
                                            "The folder %1 cannot be written to. Make room on the disk or change the "
                                            "folder's permissions, then start Teleconsult again.")
                    .arg(QDir::toNativeSeparators(line.places.dataDir)));
}

/// What this one was started for, a link perhaps, would be lost without a word.
Outcome tellOfDeafInstance(const teleconsult::app::CommandLine &line, const teleconsult::config::SettingValues &policy)
{
    const teleconsult::app::InterfaceLanguage language = languageFor(line, policy);
    return tell(line, policy,
                QCoreApplication::translate("Startup",
                                            "Teleconsult is running already and does not answer. Wait a moment and try "
                                            "again. If that does not help, log out and in again, or restart the "
                                            "computer."));
}

/// Two services were given the same folder. One that ended would be started anew for ever, before a dark screen.
Outcome tellOfOtherKiosk(const teleconsult::app::CommandLine &line, const teleconsult::config::SettingValues &policy)
{
    const teleconsult::app::InterfaceLanguage language = languageFor(line, policy);
    return tell(line, policy,
                QCoreApplication::translate("Startup",
                                            "Another Teleconsult is running with the folder %1. Each kiosk needs a "
                                            "folder of its own.")
                    .arg(QDir::toNativeSeparators(line.places.dataDir)));
}

/// `Program`: an Application or a KioskApplication.
template <typename Program>
Outcome runAs(const teleconsult::app::CommandLine &line, teleconsult::config::SettingValues policy,
              teleconsult::app::SingleInstance &instance)
{
    const teleconsult::app::Termination termination;
    Program application(line, std::move(policy));
    QObject::connect(&instance, &teleconsult::app::SingleInstance::activationRequested, &application,
                     &Program::activate);
    QObject::connect(&termination, &teleconsult::app::Termination::requested, &application, &Program::end);
    instance.setStatus([&application] { return application.status().toJson(); });
    application.show();
    Outcome outcome{.exitCode = QCoreApplication::exec(), .again = {}};
    instance.stopListening();
    if (const auto &next = application.nextStart())
        outcome.again = commandFor(*next);
    return outcome;
}

Outcome run(int &argc, char **argv)
{
    const teleconsult::app::FontPreload fonts;
    QApplication qtApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("teleconsult"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELECONSULT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Teleconsult"));
    QGuiApplication::setDesktopFileName(QStringLiteral("teleconsult"));

    using namespace teleconsult::app;
    const CommandLine line = parseCommandLine(QCoreApplication::arguments());
    const Places &places = line.places;
    const teleconsult::Result<teleconsult::config::SettingValues> policy =
        teleconsult::config::readPolicy(teleconsult::config::systemPolicy());
    if (!policy)
        return tellOfPolicy(line, policy.error());
    // Records and call data are for this person's eyes only.
    if (!teleconsult::files::makePrivateFolder(places.dataDir))
        return tellOfFolder(line, *policy);
    const std::unique_ptr<JournalLog> journal = JournalLog::whereThereIsOne();
    const teleconsult::support::LogFile log(teleconsult::files::logFile(places.dataDir));
    SingleInstance instance(places.dataDir);
    instance.setActivationToken(teleconsult::ui::activationToken());
    const SingleInstance::Claim claim = instance.claim(line.link);
    if (claim == SingleInstance::Claim::Failed)
        return tellOfFolder(line, *policy);
    if (claim == SingleInstance::Claim::Another)
        return isKiosk(line, *policy) && ServiceManager::isThere() ? tellOfOtherKiosk(line, *policy) : Outcome();
    if (claim == SingleInstance::Claim::Deaf)
        return tellOfDeafInstance(line, *policy);

    return isKiosk(line, *policy) ? runAs<KioskApplication>(line, *policy, instance)
                                  : runAs<Application>(line, *policy, instance);
}

/// As execve() wants them: with an end.
std::vector<char *> pointersTo(QList<QByteArray> &words)
{
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// The call engine leaves processes that wait for their program to end. This one goes on as another and would collect
/// them, some more with every new start.
void endWhatWasStarted()
{
    QList<pid_t> children = teleconsult::app::processTree(getpid());
    children.removeAll(getpid());
    teleconsult::app::signalAll(children, SIGKILL);
    while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR)
        ;
}

/// The files that this process has open, by their descriptors.
QList<int> openFiles()
{
    QList<int> files;
    const QStringList names = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System);
    for (const QString &name : names) {
        bool isNumber = false;
        const int file = name.toInt(&isNumber);
        if (isNumber && fcntl(file, F_GETFD) != -1) // Not the folder that was being read.
            files.append(file);
    }
    return files;
}

/// In this process's place, so that a service manager or kiosk session that waits for it goes on waiting. Answers only
/// when that fails.
/// `inherited`: the files that it was started with. A compositor knows by one of them that its program is still there,
/// so they stay; its own must not gather.
void becomeAnew(const QStringList &command, const QList<int> &inherited)
{
    QList<QByteArray> words;
    for (const QString &word : command)
        words.append(word.toLocal8Bit());
    QList<QByteArray> environment = teleconsult::files::environmentWithSecrets();
    endWhatWasStarted();
    const QList<int> open = openFiles();
    for (const int file : open) {
        if (!inherited.contains(file))
            fcntl(file, F_SETFD, FD_CLOEXEC);
    }
    execve(words.constFirst().constData(), pointersTo(words).data(), pointersTo(environment).data());
    std::perror("teleconsult cannot be started again");
}

} // namespace

int main(int argc, char *argv[])
{
    if (!mayRunAsThisUser())
        return 1;
    const QList<int> inherited = openFiles();
    const Outcome outcome = run(argc, argv);
    if (outcome.again.isEmpty())
        return outcome.exitCode;
    becomeAnew(outcome.again, inherited);
    return 1;
}
