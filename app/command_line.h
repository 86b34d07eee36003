// What can be said on the command line. Never a secret: arguments are visible to every user of the machine.
#pragma once

#include "app/places.h"

class QCoreApplication;

namespace teleconsult::app {

struct CommandLine
{
    Places places;
    QString link; ///< To a consultation, as it was given: nobody has looked at it yet. Empty: none.
};

/// Reads the arguments: --settings FILE and --data-dir DIR change the usual places, and one link may follow. --help,
/// --version and mistakes end the process here, with the text that belongs to them.
CommandLine parseCommandLine(const QCoreApplication &application);

} // namespace teleconsult::app
