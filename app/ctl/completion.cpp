#include "app/ctl/completion.h"

#include "app/ctl/command_line.h"
#include "core/config/settings.h"

namespace teleconsult::ctl {

namespace {

const QString program = QStringLiteral("teleconsultctl");

/// In single quotes, as every one of the three shells reads them.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

bool isFile(const QString &value)
{
    return value == QLatin1String("FILE") || value == QLatin1String("DIR");
}

/// What there is to choose from; empty: anything.
QStringList choices(const QString &value)
{
    if (value == QLatin1String("KEY")) {
        QStringList keys;
        for (const config::SettingSpec &spec : config::Settings::catalogue())
            keys << spec.key;
        return keys;
    }
    return value.contains(QLatin1Char('|')) ? value.split(QLatin1Char('|')) : QStringList();
}

/// The verbs right below a path, with their summaries.
QList<CommandDescription> below(const QList<CommandDescription> &commands, const QString &path)
{
    QList<CommandDescription> found;
    for (const CommandDescription &command : commands) {
        const QString above = command.path.section(QLatin1Char(' '), 0, -2);
        if (!command.path.isEmpty() && above == path)
            found << command;
    }
    return found;
}

QString lastWord(const QString &path)
{
    return path.section(QLatin1Char(' '), -1);
}

/// A command's own options and those of the program, which every command takes.
QList<OptionDescription> optionsOf(const CommandDescription &command, const CommandDescription &root)
{
    QList<OptionDescription> all = command.options;
    for (const OptionDescription &option : root.options) {
        const bool isOwn = command.path.isEmpty() ||
                           std::any_of(all.begin(), all.end(),
                                       [&](const OptionDescription &own) { return own.names == option.names; });
        if (!isOwn)
            all << option;
    }
    return all;
}

/// What may stand at a place: verbs, options, and the choices of an argument.
QStringList wordsAt(const CommandDescription &command, const QList<CommandDescription> &commands)
{
    QStringList words;
    const QList<CommandDescription> verbs = below(commands, command.path);
    for (const CommandDescription &verb : verbs)
        words << lastWord(verb.path);
    const QList<OptionDescription> options = optionsOf(command, commands.first());
    for (const OptionDescription &option : options)
        words << (option.names.isEmpty() ? choices(option.value) : option.names);
    return words;
}

/// bash and zsh share what they know: one `case` by the verb and one by the option before the word.
struct Cases
{
    QStringList verbs;     ///< Patterns of the paths that there are.
    QStringList words;     ///< verb) words
    QStringList files;     ///< Verbs with a file as argument.
    QStringList choosing;  ///< option) words
    QStringList fileAfter; ///< Options that a file follows.
    QStringList valued;    ///< Options that anything follows.
};

Cases casesOf(const QList<CommandDescription> &commands)
{
    Cases cases;
    for (const CommandDescription &command : commands) {
        if (!command.path.isEmpty())
            cases.verbs << quoted(command.path);
        cases.words << QStringLiteral("    %1) words=%2 ;;")
                           .arg(quoted(command.path), quoted(wordsAt(command, commands).join(QLatin1Char(' '))));
        for (const OptionDescription &option : command.options) {
            if (option.names.isEmpty() && isFile(option.value))
                cases.files << quoted(command.path);
            if (option.names.isEmpty() || option.value.isEmpty())
                continue;
            cases.valued << option.names;
            if (isFile(option.value))
                cases.fileAfter << option.names;
            else if (!choices(option.value).isEmpty())
                cases.choosing << QStringLiteral("    %1) words=%2 ;;")
                                      .arg(option.names.join(QLatin1Char('|')),
                                           quoted(choices(option.value).join(QLatin1Char(' '))));
        }
    }
    for (QStringList *list : {&cases.choosing, &cases.fileAfter, &cases.valued})
        list->removeDuplicates();
    return cases;
}

QString bashScript()
{
    const Cases cases = casesOf(describeCommands());
    const QString bar(QLatin1Char('|'));
    const QStringList lines{
        QStringLiteral("# bash completion for teleconsultctl"),
        QStringLiteral("_teleconsultctl() {"),
        QStringLiteral("  local current=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\""),
        QStringLiteral("  local verb='' words='' i"),
        QStringLiteral("  COMPREPLY=()"),
        QStringLiteral("  for ((i = 1; i < COMP_CWORD; i++)); do"),
        QStringLiteral("    case \"${COMP_WORDS[i]}\" in"),
        QStringLiteral("    %1) ((i++)); continue ;;").arg(cases.valued.join(bar)),
        QStringLiteral("    esac"),
        QStringLiteral("    case \"${verb:+$verb }${COMP_WORDS[i]}\" in"),
        QStringLiteral("    %1) verb=\"${verb:+$verb }${COMP_WORDS[i]}\" ;;").arg(cases.verbs.join(bar)),
        QStringLiteral("    esac"),
        QStringLiteral("  done"),
        QStringLiteral("  case \"$before\" in"),
        cases.choosing.join(QLatin1Char('\n')),
        QStringLiteral("    %1) COMPREPLY=($(compgen -f -- \"$current\")); return ;;").arg(cases.fileAfter.join(bar)),
        QStringLiteral("    %1) [[ -n \"$words\" ]] || return ;;").arg(cases.valued.join(bar)),
        QStringLiteral("  esac"),
        QStringLiteral("  [[ -n \"$words\" ]] || case \"$verb\" in"),
        cases.words.join(QLatin1Char('\n')),
        QStringLiteral("  esac"),
        QStringLiteral("  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))"),
        QStringLiteral("  case \"$verb\" in"),
        QStringLiteral("    %1) COMPREPLY+=($(compgen -f -- \"$current\")) ;;").arg(cases.files.join(bar)),
        QStringLiteral("  esac"),
        QStringLiteral("}"),
        QStringLiteral("complete -F _teleconsultctl teleconsultctl"),
    };
    return lines.join(QLatin1Char('\n'));
}

QString zshScript()
{
    const Cases cases = casesOf(describeCommands());
    const QString bar(QLatin1Char('|'));
    const QStringList lines{
        QStringLiteral("#compdef teleconsultctl"),
        QStringLiteral("_teleconsultctl() {"),
        QStringLiteral("  local before=\"${words[CURRENT-1]}\" verb='' choice='' word skip=0"),
        QStringLiteral("  for word in \"${(@)words[2,CURRENT-1]}\"; do"),
        QStringLiteral("    if ((skip)); then skip=0; continue; fi"),
        QStringLiteral("    case \"$word\" in"),
        QStringLiteral("    %1) skip=1; continue ;;").arg(cases.valued.join(bar)),
        QStringLiteral("    esac"),
        QStringLiteral("    case \"${verb:+$verb }$word\" in"),
        QStringLiteral("    %1) verb=\"${verb:+$verb }$word\" ;;").arg(cases.verbs.join(bar)),
        QStringLiteral("    esac"),
        QStringLiteral("  done"),
        QStringLiteral("  case \"$before\" in"),
        QString(cases.choosing.join(QLatin1Char('\n'))).replace(QStringLiteral("words="), QStringLiteral("choice=")),
        QStringLiteral("    %1) _files; return ;;").arg(cases.fileAfter.join(bar)),
        QStringLiteral("    %1) return ;;").arg(cases.valued.join(bar)),
        QStringLiteral("  esac"),
        QStringLiteral("  [[ -n \"$choice\" ]] || case \"$verb\" in"),
        QString(cases.words.join(QLatin1Char('\n'))).replace(QStringLiteral("words="), QStringLiteral("choice=")),
        QStringLiteral("  esac"),
        QStringLiteral("  compadd -- ${=choice}"),
        QStringLiteral("  case \"$verb\" in"),
        QStringLiteral("    %1) _files ;;").arg(cases.files.join(bar)),
        QStringLiteral("  esac"),
        QStringLiteral("}"),
        QStringLiteral("_teleconsultctl \"$@\""),
    };
    return lines.join(QLatin1Char('\n'));
}

/// True in fish when these words stand on the command line and nothing below them does.
QString fishCondition(const CommandDescription &command, const QList<CommandDescription> &commands)
{
    QStringList deeper;
    const QList<CommandDescription> verbs = below(commands, command.path);
    for (const CommandDescription &verb : verbs)
        deeper << lastWord(verb.path);
    QStringList parts;
    const QStringList words = command.path.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        parts << QStringLiteral("__fish_seen_subcommand_from ") + word;
    if (!deeper.isEmpty())
        parts << QStringLiteral("not __fish_seen_subcommand_from ") + deeper.join(QLatin1Char(' '));
    return parts.isEmpty() ? QString() : QStringLiteral(" -n ") + quoted(parts.join(QStringLiteral("; and ")));
}

QString fishLine(const OptionDescription &option, const QString &condition)
{
    QString line = QStringLiteral("complete -c ") + program + condition;
    for (const QString &name : option.names)
        line += name.startsWith(QLatin1String("--")) ? QStringLiteral(" -l ") + name.mid(2)
                                                     : QStringLiteral(" -s ") + name.mid(1);
    if (isFile(option.value))
        line += option.names.isEmpty() ? QStringLiteral(" -F") : QStringLiteral(" -r -F");
    else if (!choices(option.value).isEmpty())
        line += (option.names.isEmpty() ? QStringLiteral(" -f -a ") : QStringLiteral(" -x -a ")) +
                quoted(choices(option.value).join(QLatin1Char(' ')));
    else if (!option.value.isEmpty())
        line += QStringLiteral(" -x");
    return line + QStringLiteral(" -d ") + quoted(option.summary);
}

QString fishScript()
{
    const QList<CommandDescription> commands = describeCommands();
    QStringList lines{QStringLiteral("# fish completion for teleconsultctl"),
                      QStringLiteral("complete -c teleconsultctl -f")};
    for (const CommandDescription &command : commands) {
        const QString condition = fishCondition(command, commands);
        const QList<CommandDescription> verbs = below(commands, command.path);
        for (const CommandDescription &verb : verbs)
            lines << QStringLiteral("complete -c %1%2 -a %3 -d %4")
                         .arg(program, condition, lastWord(verb.path), quoted(verb.summary));
        // The program's own options may stand behind any verb.
        const QString where = command.path.isEmpty() ? QString() : condition;
        for (const OptionDescription &option : command.options) {
            const bool isChosenFreely =
                option.names.isEmpty() && !isFile(option.value) && choices(option.value).isEmpty();
            if (!isChosenFreely)
                lines << fishLine(option, where);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString completionScript(const QString &shell)
{
    if (shell == QLatin1String("zsh"))
        return zshScript();
    if (shell == QLatin1String("fish"))
        return fishScript();
    return bashScript();
}

} // namespace teleconsult::ctl
