#include "app/ctl/command_line.h"

#include "app/ctl/exit_code.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <sstream>

namespace teleconsult::ctl {

namespace {

QString toQt(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The tree of commands over the options it fills.
class Tree
{
public:
    explicit Tree(const QString &version);
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;

    CLI::App app{"Works with the teleconsultations of this installation."};
    Options options;
    QStringList overrides; ///< As written.

private:
    CLI::App *verb(CLI::App *above, const char *name, const char *summary, Verb meaning);
    static void text(CLI::App *verb, const char *names, QString &into, const char *value, const char *summary);
    static void text(CLI::App *verb, const char *names, std::optional<QString> &into, const char *value,
                     const char *summary);
    static void texts(CLI::App *verb, const char *names, QStringList &into, const char *value, const char *summary);
    void id(CLI::App *verb);
    void body(CLI::App *verb);

    void addConsultationVerbs();
    void addListVerb();
    void addCompanyVerbs();
    void addConfigVerbs();
    void addRecordVerbs();
    void addServiceVerbs();
    void key(CLI::App *verb);
    void file(CLI::App *verb, const char *summary, bool isRequired);
};

Tree::Tree(const QString &version)
{
    app.name("teleconsultctl");
    app.set_version_flag("--version", version.toStdString(), "Print the version and end");
    app.set_help_flag("-h,--help", "Print help and end");
    app.require_subcommand(1);
    text(&app, "--settings", options.places.settingsFile, "FILE",
         "Read the settings in FILE instead of the user's own");
    text(&app, "--data-dir", options.places.dataDir, "DIR", "Keep records in DIR instead of the user's own folder");
    texts(&app, "--set", overrides, "GROUP/NAME=VALUE",
          "Let a setting have this value, but not a secret (several times)");
    app.add_flag("--json", options.json, "Print JSON, the bodies of the HTTP API");
    addConsultationVerbs();
    addListVerb();
    addCompanyVerbs();
    addConfigVerbs();
    addRecordVerbs();
    addServiceVerbs();
}

CLI::App *Tree::verb(CLI::App *above, const char *name, const char *summary, Verb meaning)
{
    CLI::App *made = above->add_subcommand(name, summary);
    made->fallthrough();
    made->callback([this, meaning] { options.verb = meaning; });
    return made;
}

void Tree::text(CLI::App *verb, const char *names, QString &into, const char *value, const char *summary)
{
    verb->add_option_function<std::string>(
            names, [&into](const std::string &given) { into = toQt(given); }, summary)
        ->type_name(value);
}

void Tree::text(CLI::App *verb, const char *names, std::optional<QString> &into, const char *value, const char *summary)
{
    verb->add_option_function<std::string>(
            names, [&into](const std::string &given) { into = toQt(given); }, summary)
        ->type_name(value);
}

/// May be given several times, one value each.
void Tree::texts(CLI::App *verb, const char *names, QStringList &into, const char *value, const char *summary)
{
    verb->add_option_function<std::vector<std::string>>(
            names,
            [&into](const std::vector<std::string> &given) {
                for (const std::string &one : given)
                    into << toQt(one);
            },
            summary)
        ->type_name(value)
        ->type_size(1)
        ->expected(1, -1)
        ->allow_extra_args(false);
}

void Tree::id(CLI::App *verb)
{
    verb->add_option_function<std::string>(
            "id", [this](const std::string &given) { options.id = toQt(given); }, "The consultation's id")
        ->type_name("ID")
        ->required();
}

void Tree::file(CLI::App *verb, const char *summary, bool isRequired)
{
    verb->add_option_function<std::string>(
            "file", [this](const std::string &given) { options.file = toQt(given); }, summary)
        ->type_name("FILE")
        ->required(isRequired);
}

void Tree::key(CLI::App *verb)
{
    verb->add_option_function<std::string>(
            "key", [this](const std::string &given) { options.key = toQt(given); }, "The setting, as group/name")
        ->type_name("KEY")
        ->required();
}

void Tree::body(CLI::App *verb)
{
    text(verb, "--from", options.from, "FILE",
         "Read the API's JSON body from FILE, or from standard input when it is -");
    texts(verb, "--participant", options.participants, "WHO",
          "A participant: id=…,name=…,groups=doctor+…,language=it (several times)");
    CLI::Option *from = verb->get_option("--from");
    from->excludes("--participant");
    if (verb->get_name() == "add-participant")
        return;
    verb->add_option("--number", options.number, "How many participants are expected")->type_name("N");
    text(verb, "--start", options.start, "DATE", "When it starts, as 2026-02-22T15:30:00Z");
    text(verb, "--end", options.end, "DATE", "When it ends");
    verb->add_option("--duration", options.duration, "How long it takes")->type_name("SECONDS");
    verb->get_option("--end")->excludes("--duration");
    for (const char *other : {"--number", "--start", "--end", "--duration"})
        from->excludes(other);
}

void Tree::addConsultationVerbs()
{
    body(verb(&app, "create", "Schedule a teleconsultation", Verb::Create));

    CLI::App *get = verb(&app, "get", "Show somebody's way into a teleconsultation", Verb::Get);
    id(get);
    text(get, "--as", options.caller, "WHO", "The external id of who asks, instead of the station's");
    get->add_flag("--background", options.useBackground, "Start with the company's default background");
    text(get, "--language", options.language, "it|en", "The language of the call page");

    CLI::App *patch = verb(&app, "patch", "Change a teleconsultation", Verb::Patch);
    id(patch);
    body(patch);

    CLI::App *add = verb(&app, "add-participant", "Add a participant to a teleconsultation", Verb::AddParticipant);
    id(add);
    body(add);

    id(verb(&app, "delete", "Delete a teleconsultation", Verb::Delete));
    id(verb(&app, "delete-uploads", "Delete the files that were shared in a teleconsultation", Verb::DeleteUploads));
}

void Tree::addListVerb()
{
    CLI::App *list = verb(&app, "list", "List teleconsultations, earliest first", Verb::List);
    text(list, "--since", options.since, "DATE", "Only those that end after DATE");
    text(list, "--until", options.until, "DATE", "Only those that start before DATE");
    text(list, "--text", options.text, "WORDS", "Only those with participants whose names have words that begin so");
    list->add_option("--limit", options.limit, "At most so many, 1 to 200")->type_name("N")->check(CLI::Range(1, 200));
    list->add_option("--offset", options.offset, "Leave out so many first")
        ->type_name("N")
        ->check(CLI::Range(0, std::numeric_limits<int>::max()));
}

void Tree::addCompanyVerbs()
{
    CLI::App *credentials = verb(&app, "credentials", "Print an access token for Kaleyra's SDKs", Verb::Credentials);
    text(credentials, "--as", options.caller, "WHO", "The external id of whom it is for, instead of the station's");
    texts(credentials, "--group", options.groups, "GROUP",
          "A group of that person, when still unknown (several times)");
    credentials->add_option("--expires-in", options.lifetime, "How long the token is good for, 360 to 86400")
        ->type_name("SECONDS");

    CLI::App *background = app.add_subcommand("background", "The pictures that call pages may show behind a person");
    background->fallthrough();
    background->require_subcommand(1);
    CLI::App *upload = verb(background, "upload", "Upload a background of the company", Verb::BackgroundUpload);
    file(upload, "A JPEG, at least 1280 by 1280 pixels, at most 10 MB", true);
    CLI::App *set = verb(background, "set", "Choose the company's default background", Verb::BackgroundSet);
    set->add_option_function<std::string>(
           "alias", [this](const std::string &given) { options.alias = toQt(given); }, "As upload has told it")
        ->type_name("ALIAS")
        ->required();

    verb(&app, "company", "Show the company as Kaleyra keeps it", Verb::Company);
}

void Tree::addConfigVerbs()
{
    CLI::App *config = app.add_subcommand("config", "The settings of this station, and where they come from");
    config->fallthrough();
    config->require_subcommand(1);
    CLI::App *list =
        verb(config, "list", "List all settings, their values and where these come from", Verb::ConfigList);
    list->add_flag("--markdown", options.asMarkdown, "Print the tables of docs/configuration.md instead");
    key(verb(config, "get", "Print a setting's value", Verb::ConfigGet));
    CLI::App *set = verb(config, "set", "Write a value into the settings file", Verb::ConfigSet);
    key(set);
    set->add_option_function<std::string>(
           "value", [this](const std::string &given) { options.value = toQt(given); }, "Lists with commas")
        ->type_name("VALUE")
        ->required();
    key(verb(config, "unset", "Take a value out of the settings file", Verb::ConfigUnset));
    CLI::App *pin = verb(config, "pin", "Set a PIN, which is asked for or read from standard input", Verb::ConfigPin);
    pin->add_option_function<std::string>(
           "which", [this](const std::string &given) { options.pin = toQt(given); }, "What the PIN is in front of")
        ->type_name("reception|settings")
        ->check([](const std::string &given) {
            const bool isKnown = given == "reception" || given == "settings";
            return isKnown ? std::string() : "reception and settings have a PIN, but not " + given;
        })
        ->required();
    pin->add_flag("--print", options.printsHash, "Print its hash for a policy file, and write nothing");
    CLI::App *exporting =
        verb(config, "export", "Print the values that are not the defaults, but no secrets", Verb::ConfigExport);
    exporting->add_flag("--ini", options.asIni, "As a settings file, instead of an environment file");
    CLI::App *import = verb(config, "import", "Take a file's values over into the settings file", Verb::ConfigImport);
    import->add_flag("--with-key", options.withKey,
                     "Put the file's API key into the store for secrets; at a terminal this is asked otherwise");
    file(import, "The original service's JSON configuration, an environment file or a settings file", true);
    file(verb(config, "check", "Say what is wrong with the settings, or with a file to import", Verb::ConfigCheck),
         "A file to import", false);
}

void Tree::addRecordVerbs()
{
    CLI::App *records = app.add_subcommand("records", "Where this station keeps its records");
    records->fallthrough();
    records->require_subcommand(1);
    CLI::App *move = verb(records, "move", "Move this computer's records to a CRUD service, and use that from then on",
                          Verb::RecordsMove);
    text(move, "--to", options.target, "URL", "The CRUD service, instead of the one that is set");
    text(move, "--consultations", options.consultationsCollection, "NAME",
         "The collection of consultations, instead of the one that is set");
    text(move, "--users", options.usersCollection, "NAME", "The collection of users, instead of the one that is set");
    move->add_flag("--leave-behind", options.leaveBehind,
                   "End the move although some records cannot be moved, and keep those in the backup only");
    verb(records, "reopen", "Use the records that a move has left on this computer again", Verb::RecordsReopen);
}

void Tree::addServiceVerbs()
{
    verb(&app, "doctor", "Check configuration and peers, and say what to mend", Verb::Doctor);
    verb(&app, "support-report", "Print what somebody who helps from afar needs to know, without names and secrets",
         Verb::SupportReport);

    verb(&app, "status", "Say what state the running program is in", Verb::Status)
        ->add_flag("--metrics", options.asMetrics, "Print metrics in Prometheus's text format");

    CLI::App *serve = verb(&app, "serve", "Serve the API over HTTP until a signal ends it", Verb::Serve);
    text(serve, "--listen", options.listen, "ADDRESS:PORT", "Where; port 0 is any that is free");
    serve->get_option("--listen")->required();
    text(serve, "--token-file", options.tokenFile, "FILE",
         "What requests must bring as bearer token, instead of TELECONSULT_API_TOKEN");
    serve->add_flag("--trust-gateway", options.trustsGateway, "Ask for no token: a gateway has checked who calls");
    texts(serve, "--host", options.hostNames, "NAME", "A name by which requests may call this server (several times)");

    CLI::App *completion = verb(&app, "completion", "Print the completion script of a shell", Verb::Completion);
    completion
        ->add_option_function<std::string>(
            "shell", [this](const std::string &given) { options.shell = toQt(given); }, "Which shell")
        ->check([](const std::string &given) { // CLI::IsMember would add to what help calls the value.
            const bool isKnown = given == "bash" || given == "zsh" || given == "fish";
            return isKnown ? std::string() : "bash, zsh and fish are known, but not " + given;
        })
        ->type_name("bash|zsh|fish")
        ->required();
}

/// The library only says that a verb is missing. Empty: it has something better to say.
QString unknownVerb(const CLI::App &app)
{
    const CLI::App *reached = &app;
    while (!reached->get_subcommands().empty())
        reached = reached->get_subcommands().back();
    const std::vector<std::string> rest = app.remaining(true);
    if (reached->get_require_subcommand_min() == 0 || rest.empty())
        return {};
    return QStringLiteral("There is no verb %1.\nRun with --help for more information.\n").arg(toQt(rest.front()));
}

void describe(const CLI::App &app, const QString &path, QList<CommandDescription> &into)
{
    CommandDescription command{path, toQt(app.get_description()), {}};
    for (const CLI::Option *option : app.get_options()) {
        OptionDescription described;
        for (const std::string &name : option->get_lnames())
            described.names << QStringLiteral("--") + toQt(name);
        for (const std::string &name : option->get_snames())
            described.names << QStringLiteral("-") + toQt(name);
        if (option->get_items_expected_max() > 0)
            described.value = toQt(option->get_type_name());
        described.summary = toQt(option->get_description());
        command.options << described;
    }
    into << command;
    for (const CLI::App *below : app.get_subcommands([](const CLI::App *) { return true; }))
        describe(*below, (path + QLatin1Char(' ') + toQt(below->get_name())).trimmed(), into);
}

} // namespace

ParsedLine parseCommandLine(const QStringList &arguments, const QString &version)
{
    Tree tree(version);
    tree.options.places = app::usualPlaces();
    std::vector<std::string> reversed;
    for (auto argument = arguments.rbegin(); argument != arguments.rend(); ++argument)
        reversed.push_back(argument->toStdString());
    ParsedLine parsed;
    try {
        tree.app.parse(reversed);
        parsed.options = tree.options;
        for (const QString &text : std::as_const(tree.overrides)) {
            const Result<std::pair<QString, QVariant>> value = config::readOverride(text);
            if (!value)
                return {.options = {}, .exitCode = int(ExitCode::Usage), .output = {}, .error = value.error().message};
            parsed.options->overrides.insert(value->first, value->second);
        }
        for (QString *place : {&parsed.options->places.settingsFile, &parsed.options->places.dataDir})
            *place = QFileInfo(*place).absoluteFilePath();
    } catch (const CLI::ParseError &end) { // The library knows no other way.
        std::ostringstream output;
        std::ostringstream error;
        const bool isAnswer = tree.app.exit(end, output, error) == 0;
        parsed.exitCode = int(isAnswer ? ExitCode::Done : ExitCode::Usage);
        parsed.output = toQt(output.str());
        parsed.error = isAnswer ? QString() : unknownVerb(tree.app);
        if (parsed.error.isEmpty())
            parsed.error = toQt(error.str());
    }
    return parsed;
}

QList<CommandDescription> describeCommands()
{
    const Tree tree{QString()};
    QList<CommandDescription> all;
    describe(tree.app, {}, all);
    return all;
}

} // namespace teleconsult::ctl
