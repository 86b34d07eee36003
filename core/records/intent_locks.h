// Which program is busy with which intent.
#pragma once

#include "core/domain/error.h"

#include <QSet>
#include <QString>

namespace teleconsult::records {

/// Locks intents by their ids, so that several programs may share one journal: what one is busy with looks to another
/// like something that was cut off, and would be undone under its hands. Each id is one byte of a file that stays
/// empty, locked for as long as this object lives (Linux: open file description locks; the kernel lifts them when a
/// program dies, so nothing is ever stale). Belongs to one thread.
class IntentLocks
{
public:
    /// Touches no disk. `path`: the file, made with the first lock (mode 600).
    explicit IntentLocks(QString path);
    ~IntentLocks();
    IntentLocks(const IntentLocks &) = delete;
    IntentLocks &operator=(const IntentLocks &) = delete;

    /// Whether the intent is locked by this object now; false: another one has it. Never waits. Error: Storage (code
    /// cannot_lock).
    Result<bool> take(qint64 id);
    void release(qint64 id);

private:
    QString m_path;
    int m_file = -1;
    QSet<qint64> m_taken;
};

} // namespace teleconsult::records
