#include "app/places.h"

#include <QCryptographicHash>
#include <QDir>
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

QString nameOfDataDir(const QString &dataDir)
{
    constexpr int digits = 16;
    const QByteArray folder = QDir(dataDir).absolutePath().toUtf8();
    return QStringLiteral("teleconsult-") +
           QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(digits));
}

} // namespace teleconsult::app
