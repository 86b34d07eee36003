// Where the calls at a kiosk keep what they keep.
#pragma once

#include "core/files/folder_eraser.h"

#include <QString>
#include <QStringList>

namespace teleconsult::app {

/// A folder of this start alone: what an earlier one left when it was killed or lost its power is never opened again.
/// That is erased as soon as this is made, and tried again until it is gone. The folder itself goes with this, unless
/// the engine goes on writing in it: then with the next start.
class KioskStorage
{
public:
    /// In the first of `places` that can be written to; earlier starts may have used any. Nobody else keeps anything
    /// there, and one start at a time uses them.
    explicit KioskStorage(const QStringList &places);
    ~KioskStorage();

    KioskStorage(const KioskStorage &) = delete;
    KioskStorage &operator=(const KioskStorage &) = delete;

    QString folder() const { return m_folder; }

private:
    files::FolderEraser m_eraser;
    QString m_folder;
};

/// In memory where there is such a place, as what was never on the disk need not be erased from it; then in the data
/// folder.
QStringList kioskStoragePlaces(const QString &dataDir);

} // namespace teleconsult::app
