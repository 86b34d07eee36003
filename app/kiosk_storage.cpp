#include "app/kiosk_storage.h"

#include "app/places.h"
#include "core/files/private_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QThread>
#include <QUuid>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcStorage, "teleconsult.app.kiosk.storage")

constexpr int lastTries = 20;
constexpr unsigned long pause = 10; // milliseconds

QStringList foldersIn(const QString &place)
{
    QStringList folders;
    const QDir dir(place);
    for (const QString &name : dir.entryList(QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        folders.append(dir.filePath(name));
    return folders;
}

} // namespace

KioskStorage::KioskStorage(const QStringList &places)
{
    QStringList left;
    for (const QString &place : places)
        left += foldersIn(place);
    if (!left.isEmpty())
        qCInfo(lcStorage) << "An earlier start has left something of its calls:" << left.size();
    m_eraser.erase(left);
    for (const QString &place : places) {
        m_folder = QDir(place).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        if (files::makePrivateFolder(place) && files::makePrivateFolder(m_folder))
            return;
    }
    qCWarning(lcStorage) << "Calls can keep nothing, not even while they last";
}

KioskStorage::~KioskStorage()
{
    // The engine ends on threads of its own, which may still write.
    for (int tries = 0; tries < lastTries && !m_eraser.erase({m_folder}); ++tries)
        QThread::msleep(pause);
    QDir().rmdir(QFileInfo(m_folder).path()); // Of a start that has left something it stays.
}

QStringList kioskStoragePlaces(const QString &dataDir)
{
    QStringList places;
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!runtime.isEmpty())
        places << runtime + QLatin1Char('/') + nameOfDataDir(dataDir) + QStringLiteral(".kiosk-call");
    return places << dataDir + QStringLiteral("/kiosk-call");
}

} // namespace teleconsult::app
