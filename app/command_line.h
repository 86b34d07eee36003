// What can be said on the command line. Never a secret: arguments are visible to every user of the machine.
#pragma once

#include "app/places.h"

class QCoreApplication;

namespace teleconsult::app {

/// Reads the arguments: --settings FILE and --data-dir DIR change the usual places. --help, --version and mistakes end
/// the process here, with the text that belongs to them.
Places parseCommandLine(const QCoreApplication &application);

} // namespace teleconsult::app
