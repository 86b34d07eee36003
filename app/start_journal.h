// Which starts of the program ended without a word.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace teleconsult::app {

/// A file with the time of each start, in UTC, from which a start is struck when it ends as it should or has lasted
/// long enough. What is left are sudden ends: crashes, kills by a watchdog, power cuts (core/domain/crash_loop.h). A
/// file that cannot be read counts as empty and one that cannot be written changes nothing: the program runs all the
/// same, and says so in the log.
class StartJournal
{
public:
    /// `clock` is not owned and outlives it.
    StartJournal(QString path, const Clock &clock);

    /// The starts that ended without a word, oldest first.
    QList<QDateTime> suddenEnds() const;
    /// Writes down that the program begins, and answers the sudden ends before that. Flushed to the disk: a power cut
    /// is a sudden end, too.
    QList<QDateTime> begin();
    /// All is well: every start is struck.
    void settle();

private:
    void write(const QList<QDateTime> &starts) const;

    QString m_path;
    const Clock &m_clock;
};

} // namespace teleconsult::app
