// teleconsultctl: the backend from the command line, and over HTTP.

#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/completion.h"
#include "app/ctl/config_verbs.h"
#include "app/ctl/output.h"
#include "app/ctl/remedies.h"
#include "app/ctl/service.h"
#include "app/ctl/serving_options.h"
#include "app/ctl/status_verb.h"
#include "app/termination.h"
#include "core/config/policy.h"

#include <QCoreApplication>

#include <utility>

namespace {

using namespace teleconsult;
using namespace teleconsult::ctl;

/// Waits for what goes on after an answer, as the clearing away of a room that nobody needs, unless a signal comes
/// first.
void finish(const app::Backend &backend, const app::Termination &termination)
{
    bool isOver = false;
    QObject context;
    QObject::connect(&termination, &app::Termination::requested, &context, [&isOver] { isOver = true; });
    while (!isOver && !backend.isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

int runCommand(const Options &options, const config::SettingInputs &inputs)
{
    const app::Termination termination;
    const SystemClock clock;
    config::Settings settings(inputs);
    app::Backend backend(settings, clock, options.places.dataDir);
    Commands commands({backend, settings, clock}, options);
    auto context = std::make_unique<QObject>();
    QObject::connect(&termination, &app::Termination::requested, context.get(),
                     [] { QCoreApplication::exit(int(ExitCode::Interrupted)); });
    const auto begin = [&commands, &context] {
        whenDone(commands.carryOut(), context.get(), [](const Result<ExitCode> &code) {
            QCoreApplication::exit(int(code.value_or(ExitCode::Installation)));
        });
    };
    // Queued: it may be done at once, and then there must be a loop to end.
    QMetaObject::invokeMethod(context.get(), begin, Qt::QueuedConnection);
    const int code = QCoreApplication::exec();
    context.reset(); // Nobody is called back any more.
    if (code == int(ExitCode::Interrupted))
        printError(QStringLiteral("Interrupted."));
    else
        finish(backend, termination);
    backend.end();
    return code;
}

/// Until a signal comes and requests under way are answered, or at once when nobody can be served. A second signal
/// waits for nothing. Answers the exit code.
int serve(app::Backend &backend, const config::Settings &settings, const api::ApiServer::Options &how, bool asJson)
{
    const app::Termination termination;
    Service service({backend, settings}, how, asJson);
    QObject context;
    bool isEnding = false;
    QObject::connect(&termination, &app::Termination::requested, &context, [&service, &isEnding] {
        const auto end = [] { QCoreApplication::exit(int(ExitCode::Done)); };
        if (std::exchange(isEnding, true))
            end();
        else
            service.finish(end);
    });
    const auto begin = [&service, &context, asJson] {
        whenDone(service.start(), &context, [asJson](const Result<void> &started) {
            if (!started)
                QCoreApplication::exit(int(tellError(started.error(), peers::kaleyra, asJson)));
        });
    };
    QMetaObject::invokeMethod(&context, begin, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int runService(const Options &options, const config::SettingInputs &inputs)
{
    const Result<api::ApiServer::Options> serving = readServingOptions(options);
    if (!serving)
        return int(tellError(serving.error(), {}, options.json));
    api::ApiServer::Options how = *serving;
    how.version = QCoreApplication::applicationVersion();
    const SystemClock clock;
    config::Settings settings(inputs);
    app::Backend backend(settings, clock, options.places.dataDir);
    const int code = serve(backend, settings, how, options.json);
    backend.end();
    return code;
}

int run(const Options &options)
{
    if (options.verb == Verb::Completion) {
        print(completionScript(options.shell));
        return int(ExitCode::Done);
    }
    if (options.verb == Verb::Status)
        return int(showStatus(options));
    const Result<config::SettingValues> policy = config::readPolicy(config::systemPolicy());
    if (!policy)
        return int(tellError(policy.error(), {}, options.json));
    const config::SettingInputs inputs{options.places.settingsFile, *policy, options.overrides};
    if (options.verb == Verb::Serve)
        return runService(options, inputs);
    if (isConfigVerb(options.verb)) {
        config::Settings settings(inputs);
        return int(carryOutConfig(options, settings));
    }
    return runCommand(options, inputs);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("teleconsultctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TELECONSULT_VERSION));

    const ParsedLine line =
        parseCommandLine(QCoreApplication::arguments().mid(1), QCoreApplication::applicationVersion());
    if (!line.options) {
        if (!line.output.isEmpty())
            print(line.output);
        if (!line.error.isEmpty())
            printError(line.error);
        return line.exitCode;
    }
    return run(*line.options);
}
