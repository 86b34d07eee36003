// What can be said on the command line. Never a secret: arguments are visible to every user of the machine.
#pragma once

#include "app/places.h"
#include "core/config/setting_sources.h"

#include <QStringList>

namespace teleconsult::app {

/// What the person, or whoever starts the program, has asked for.
struct CommandLine
{
    Places places;
    QString link; ///< To a consultation, as it was given: nobody has looked at it yet. Empty: none.
    config::SettingValues overrides = {}; ///< Settings that have another value, checked.
};

/// Reads the arguments, the program's name before them: --settings FILE and --data-dir DIR change the usual places,
/// --set gives settings another value, --kiosk is --set station/profile=kiosk, and one link may follow.
/// --help, --version and mistakes end the process here, with the text that belongs to them.
CommandLine parseCommandLine(const QStringList &arguments);

/// Where the settings of a program that was started so come from. `policy`: checked.
config::SettingInputs settingInputs(const CommandLine &line, config::SettingValues policy);

/// The arguments that parseCommandLine() reads it from, without the program's name.
QStringList toArguments(const CommandLine &line);

} // namespace teleconsult::app
