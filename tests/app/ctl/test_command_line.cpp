// The verbs and options: how they are read, and that man page and completion know them all.
#include "app/ctl/command_line.h"

#include "app/ctl/completion.h"
#include "app/ctl/request.h"
#include "app/ctl/serving_options.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ctl;

Q_DECLARE_METATYPE(teleconsult::ctl::Verb)

namespace {

QStringList words(const QByteArray &line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Writes it into the folder; answers the path.
QString write(const QTemporaryDir &folder, const QString &text)
{
    QFile file(folder.filePath(QStringLiteral("script")));
    if (!file.open(QFile::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("a file of the test cannot be written");
    return file.fileName();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void verbs_data();
    void verbs();
    void mistakes_data();
    void mistakes();
    void helpAndVersionAreAnswers();
    void optionsStandBeforeOrBehindTheVerb();
    void settingsAreGivenBeforeOrBehindTheVerb();
    void participants_data();
    void participants();
    void wrongParticipants_data();
    void wrongParticipants();
    void addresses_data();
    void addresses();
    void wrongAddresses_data();
    void wrongAddresses();
    void theManPageTellsEverything();
    void completionKnowsEverything_data();
    void completionKnowsEverything();
    void bashCompletes_data();
    void bashCompletes();
    void shellsTakeTheScript_data();
    void shellsTakeTheScript();
};

void TestCommandLine::verbs_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Verb>("verb");
    QTest::newRow("create") << QByteArray("create --from -") << Verb::Create;
    QTest::newRow("get") << QByteArray("get x --as y --background --language it") << Verb::Get;
    QTest::newRow("list") << QByteArray("list --since 2026-01-01 --limit 5") << Verb::List;
    QTest::newRow("patch") << QByteArray("patch x --number 3") << Verb::Patch;
    QTest::newRow("add-participant") << QByteArray("add-participant x --participant id=1") << Verb::AddParticipant;
    QTest::newRow("delete") << QByteArray("delete x") << Verb::Delete;
    QTest::newRow("delete-uploads") << QByteArray("delete-uploads x") << Verb::DeleteUploads;
    QTest::newRow("credentials") << QByteArray("credentials --group a --group b") << Verb::Credentials;
    QTest::newRow("background upload") << QByteArray("background upload f.jpg") << Verb::BackgroundUpload;
    QTest::newRow("background set") << QByteArray("background set alias") << Verb::BackgroundSet;
    QTest::newRow("company") << QByteArray("company --json") << Verb::Company;
    QTest::newRow("doctor") << QByteArray("doctor") << Verb::Doctor;
    QTest::newRow("status") << QByteArray("status --metrics") << Verb::Status;
    QTest::newRow("config list") << QByteArray("config list --markdown") << Verb::ConfigList;
    QTest::newRow("config get") << QByteArray("config get kaleyra/base_url") << Verb::ConfigGet;
    QTest::newRow("config set") << QByteArray("config set interface/tray false") << Verb::ConfigSet;
    QTest::newRow("config unset") << QByteArray("config unset interface/tray") << Verb::ConfigUnset;
    QTest::newRow("config export") << QByteArray("config export --ini") << Verb::ConfigExport;
    QTest::newRow("config import") << QByteArray("config import service.env") << Verb::ConfigImport;
    QTest::newRow("config check") << QByteArray("config check") << Verb::ConfigCheck;
    QTest::newRow("records move") << QByteArray("records move --to http://a --leave-behind") << Verb::RecordsMove;
    QTest::newRow("records reopen") << QByteArray("records reopen") << Verb::RecordsReopen;
    QTest::newRow("serve") << QByteArray("serve --listen 127.0.0.1:0") << Verb::Serve;
    QTest::newRow("completion") << QByteArray("completion fish") << Verb::Completion;
}

void TestCommandLine::verbs()
{
    QFETCH(QByteArray, line);
    QFETCH(Verb, verb);
    const ParsedLine parsed = parseCommandLine(words(line), QStringLiteral("1"));
    QVERIFY2(parsed.options, qPrintable(parsed.error));
    QCOMPARE(parsed.options->verb, verb);
}

void TestCommandLine::mistakes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray("") << "subcommand";
    QTest::newRow("no such verb") << QByteArray("destroy") << "destroy";
    QTest::newRow("no such verb below a verb") << QByteArray("background destroy") << "destroy";
    QTest::newRow("no such option") << QByteArray("create --stop") << "--stop";
    QTest::newRow("no id") << QByteArray("get") << "id";
    QTest::newRow("no number") << QByteArray("create --duration soon") << "--duration";
    QTest::newRow("too large a number") << QByteArray("create --duration 99999999999") << "--duration";
    QTest::newRow("two ends") << QByteArray("create --end x --duration 3") << "--end";
    QTest::newRow("file and options") << QByteArray("create --from - --start x") << "--from";
    QTest::newRow("limit too small") << QByteArray("list --limit 0") << "--limit";
    QTest::newRow("limit too large") << QByteArray("list --limit 201") << "--limit";
    QTest::newRow("no place to listen") << QByteArray("serve") << "--listen";
    QTest::newRow("no such shell") << QByteArray("completion csh") << "shell";
    QTest::newRow("no value for a setting") << QByteArray("config set interface/tray") << "value";
    QTest::newRow("no such setting") << QByteArray("--set interface/colour=pink doctor") << "interface/colour";
    QTest::newRow("no setting") << QByteArray("--set dark doctor") << "group/name=value";
    QTest::newRow("a setting out of range") << QByteArray("--set interface/tray=perhaps doctor") << "true or false";
    QTest::newRow("a secret") << QByteArray("--set kaleyra/api_key=abc doctor") << "secret";
    QTest::newRow("the program's own note") << QByteArray("--set notice/accepted=x doctor") << "notice/accepted";
    QTest::newRow("half a verb") << QByteArray("background") << "subcommand";
}

void TestCommandLine::mistakes()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    const ParsedLine parsed = parseCommandLine(words(line), QStringLiteral("1"));
    QVERIFY(!parsed.options);
    QCOMPARE(parsed.exitCode, 2);
    QVERIFY2(parsed.error.contains(named), qPrintable(parsed.error));
    QCOMPARE(parsed.output, QString());
}

void TestCommandLine::helpAndVersionAreAnswers()
{
    const ParsedLine help = parseCommandLine(words("patch --help"), QStringLiteral("1"));
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.output.contains(QLatin1String("--duration")), qPrintable(help.output));
    const ParsedLine version = parseCommandLine(words("--version"), QStringLiteral("1.2.3"));
    QCOMPARE(version.exitCode, 0);
    QCOMPARE(version.output.trimmed(), QStringLiteral("1.2.3"));
}

void TestCommandLine::optionsStandBeforeOrBehindTheVerb()
{
    for (const char *line : {"--json --data-dir /d list", "list --json --data-dir /d"}) {
        const ParsedLine parsed = parseCommandLine(words(line), {});
        QVERIFY2(parsed.options, qPrintable(parsed.error));
        QVERIFY(parsed.options->json);
        QCOMPARE(parsed.options->places.dataDir, QStringLiteral("/d"));
        QVERIFY(parsed.options->places.settingsFile.endsWith(QLatin1String("/teleconsult/settings.ini")));
    }
}

void TestCommandLine::settingsAreGivenBeforeOrBehindTheVerb()
{
    const ParsedLine parsed = parseCommandLine(
        words("--set interface/tray=false list --set station/full_name=a=b --set records/crud_url="), {});
    QVERIFY2(parsed.options, qPrintable(parsed.error));
    const config::SettingValues expected{{QStringLiteral("interface/tray"), QStringLiteral("false")},
                                         {QStringLiteral("station/full_name"), QStringLiteral("a=b")},
                                         {QStringLiteral("records/crud_url"), QString()}};
    QCOMPARE(parsed.options->overrides, expected);
}

void TestCommandLine::participants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("all") << "id=a,name=Jane Doe,groups=doctor+nurse,language=it"
                         << QByteArray("{\"userExternalId\":\"a\",\"fullName\":\"Jane Doe\","
                                       "\"groups\":[\"doctor\",\"nurse\"],\"language\":\"it\"}");
    QTest::newRow("id alone") << "id=a" << QByteArray("{\"userExternalId\":\"a\"}");
    QTest::newRow("another order") << "groups=doctor,id=a"
                                   << QByteArray("{\"userExternalId\":\"a\",\"groups\":[\"doctor\"]}");
    QTest::newRow("comma in a name") << "id=a,name=Doe\\, Jane"
                                     << QByteArray("{\"userExternalId\":\"a\",\"fullName\":\"Doe, Jane\"}");
    QTest::newRow("backslash in a name") << "name=a\\\\b" << QByteArray("{\"fullName\":\"a\\\\b\"}");
    QTest::newRow("equals sign in an id") << "id=a=b" << QByteArray("{\"userExternalId\":\"a=b\"}");
}

void TestCommandLine::participants()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const Result<QJsonObject> person = readParticipantOption(text);
    QVERIFY(person);
    QCOMPARE(*person, QJsonDocument::fromJson(json).object());
}

void TestCommandLine::wrongParticipants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("no pair") << "doctor"
                             << "wrong_type";
    QTest::newRow("nothing") << ""
                             << "wrong_type";
    QTest::newRow("no such key") << "id=a,nmae=b"
                                 << "unknown_field";
    QTest::newRow("twice") << "id=a,id=b"
                           << "duplicate";
    QTest::newRow("comma not escaped") << "id=a,name=Doe, Jane"
                                       << "wrong_type";
}

void TestCommandLine::wrongParticipants()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const Result<QJsonObject> person = readParticipantOption(text);
    QVERIFY(!person);
    QCOMPARE(person.error().field, QStringLiteral("--participant"));
    QCOMPARE(person.error().code, code);
}

void TestCommandLine::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("loopback") << "127.0.0.1:8080"
                              << "127.0.0.1" << 8080 << true;
    QTest::newRow("by name") << "localhost:1"
                             << "127.0.0.1" << 1 << true;
    QTest::newRow("IPv6") << "[::1]:0"
                          << "::1" << 0 << true;
    QTest::newRow("another") << "192.0.2.7:65535"
                             << "192.0.2.7" << 65535 << false;
    QTest::newRow("all") << "0.0.0.0:80"
                         << "0.0.0.0" << 80 << false;
    QTest::newRow("all of IPv6") << "[::]:80"
                                 << "::" << 80 << false;
}

void TestCommandLine::addresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(bool, isLoopback);
    const Result<ListenAddress> found = readListenAddress(text);
    QVERIFY(found);
    QCOMPARE(found->address, address);
    QCOMPARE(int(found->port), port);
    QCOMPARE(found->isLoopback, isLoopback);
}

void TestCommandLine::wrongAddresses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"nothing:", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
                             "127.0.0.1:http", "clinic.example:80", "::1:80", "[127.0.0.1]:80", "[::1]", ":80"})
        QTest::newRow(text) << text;
}

void TestCommandLine::wrongAddresses()
{
    QFETCH(QString, text);
    const Result<ListenAddress> found = readListenAddress(text);
    QVERIFY(!found);
    QCOMPARE(found.error().field, QStringLiteral("--listen"));
}

void TestCommandLine::theManPageTellsEverything()
{
    // As mdoc's macros write an option: "--data-dir" is `Fl Fl data-dir`.
    const QString page = read(QStringLiteral(TELECONSULT_MAN_PAGE));
    const QList<CommandDescription> commands = describeCommands();
    QVERIFY(commands.size() > 14);
    for (const CommandDescription &command : commands) {
        const QRegularExpression heading(QStringLiteral("^\\.It Cm %1\\b").arg(command.path),
                                         QRegularExpression::MultilineOption);
        const bool isNoVerb = command.path.isEmpty() || command.path == QLatin1String("background") ||
                              command.path == QLatin1String("config");
        QVERIFY2(isNoVerb || page.contains(heading), qPrintable(command.path));
        for (const OptionDescription &option : command.options) {
            for (const QString &name : option.names) {
                const QString macro = name.startsWith(QLatin1String("--")) ? QStringLiteral("Fl Fl ") + name.mid(2)
                                                                           : QStringLiteral("Fl ") + name.mid(1);
                QVERIFY2(page.contains(
                             QRegularExpression(macro + QStringLiteral("( |$)"), QRegularExpression::MultilineOption)),
                         qPrintable(command.path + QLatin1Char(' ') + name));
            }
        }
    }
}

void TestCommandLine::completionKnowsEverything_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"})
        QTest::newRow(shell) << shell;
}

void TestCommandLine::completionKnowsEverything()
{
    QFETCH(QString, shell);
    const bool isFish = shell == QLatin1String("fish");
    const QString script = completionScript(shell);
    const QList<CommandDescription> commands = describeCommands();
    for (const CommandDescription &command : commands) {
        QVERIFY2(script.contains(command.path.section(QLatin1Char(' '), -1)), qPrintable(command.path));
        for (const OptionDescription &option : command.options) {
            for (const QString &name : option.names) {
                const bool isLong = name.startsWith(QLatin1String("--"));
                const QString inFish =
                    isLong ? QStringLiteral("-l ") + name.mid(2) : QStringLiteral("-s ") + name.mid(1);
                QVERIFY2(script.contains(isFish ? inFish : name), qPrintable(command.path + QLatin1Char(' ') + name));
            }
        }
    }
}

void TestCommandLine::bashCompletes_data()
{
    QTest::addColumn<QByteArray>("line"); ///< The last word is being typed.
    QTest::addColumn<QByteArray>("offered");
    QTest::newRow("verbs") << QByteArray("teleconsultctl cre") << QByteArray("create credentials");
    QTest::newRow("verbs below a verb") << QByteArray("teleconsultctl background s") << QByteArray("set");
    QTest::newRow("options of a verb") << QByteArray("teleconsultctl patch x --du") << QByteArray("--duration");
    QTest::newRow("options of the program") << QByteArray("teleconsultctl doctor --js") << QByteArray("--json");
    QTest::newRow("not those of another verb") << QByteArray("teleconsultctl list --du") << QByteArray("");
    QTest::newRow("a value that is a verb")
        << QByteArray("teleconsultctl list --text create --lim") << QByteArray("--limit");
    QTest::newRow("choices of an option") << QByteArray("teleconsultctl get x --language i") << QByteArray("it");
    QTest::newRow("choices of an argument") << QByteArray("teleconsultctl completion z") << QByteArray("zsh");
    QTest::newRow("settings") << QByteArray("teleconsultctl config get demo/w") << QByteArray("demo/wanted");
    QTest::newRow("the last choice") << QByteArray("teleconsultctl completion f") << QByteArray("fish");
    QTest::newRow("files") << QByteArray("teleconsultctl create --from /etc/passw") << QByteArray("/etc/passwd");
}

void TestCommandLine::bashCompletes()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, offered);
    const QTemporaryDir folder;
    const QString script = write(folder, completionScript(QStringLiteral("bash")));
    const QString act = QStringLiteral("source \"$1\"; COMP_WORDS=($2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                                       "_teleconsultctl; echo ${COMPREPLY[@]}");
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"), act, QStringLiteral("bash"), script, QString::fromUtf8(line)});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    const QByteArrayList answered = bash.readAllStandardOutput().trimmed().split(' ');
    const QByteArrayList wanted = offered.split(' ');
    for (const QByteArray &word : wanted)
        QVERIFY2(answered.contains(word), answered.join(' ').constData());
    if (!offered.startsWith('/')) // There may be "/etc/passwd-" as well.
        QCOMPARE(answered.size(), wanted.size());
}

void TestCommandLine::shellsTakeTheScript_data()
{
    completionKnowsEverything_data();
}

void TestCommandLine::shellsTakeTheScript()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP(qPrintable(shell + QStringLiteral(" is not installed")));
    const QTemporaryDir folder;
    QProcess process; // Reads it and carries nothing out.
    process.start(shell, {QStringLiteral("-n"), write(folder, completionScript(shell))});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
