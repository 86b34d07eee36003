// The verbs and options of teleconsultctl. The only part that knows CLI11.
#pragma once

#include "app/ctl/options.h"

#include <QList>

namespace teleconsult::ctl {

/// What became of a command line: what to do, or what to say before the program ends with `exitCode`.
struct ParsedLine
{
    /// Nothing: the command line was wrong, or help was asked for.
    std::optional<Options> options;
    int exitCode = 0;
    QString output; ///< For standard output: help, version.
    QString error;  ///< For standard error.
};

/// Reads the arguments, those after the program's name. Changes nothing and ends nothing.
ParsedLine parseCommandLine(const QStringList &arguments, const QString &version);

/// What there is to type, for completion and for the test that holds the man page against it.
struct OptionDescription
{
    QStringList names; ///< "--start"; the one letter form too. Empty: an argument by position.
    QString value;     ///< What is to follow, FILE or it|en; empty: nothing.
    QString summary;
};

/// A verb, or a group of verbs.
struct CommandDescription
{
    QString path; ///< "background upload"; empty: the program itself.
    QString summary;
    QList<OptionDescription> options;
};

/// The program first, then each verb; those that only group others are there as well.
QList<CommandDescription> describeCommands();

} // namespace teleconsult::ctl
