#include "app/places.h"

#include <QStandardPaths>

namespace teleconsult::app {

Places usualPlaces()
{
    // Not the folders of "this application": the programs share what is theirs, whatever they are called.
    const auto folderIn = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QStringLiteral("/teleconsult");
    };
    return {folderIn(QStandardPaths::GenericConfigLocation) + QStringLiteral("/settings.ini"),
            folderIn(QStandardPaths::GenericDataLocation)};
}

} // namespace teleconsult::app
