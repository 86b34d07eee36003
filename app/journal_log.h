// The program's log in systemd's journal, in fields that can be searched for.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace teleconsult::app {

/// One line of the log as the journal takes it: MESSAGE, PRIORITY (0 to 7, syslog(3)), QT_CATEGORY, and where it is
/// told QT_FUNCTION; each "NAME=value". Empty: the line is not to be kept (support::fitToKeep).
QList<QByteArray> journalFields(QtMsgType type, const QMessageLogContext &context, const QString &message);

/// Whether this file is the journal's stream, as `stream` says: the content of $JOURNAL_STREAM, "device:inode"
/// (systemd.exec(5)). A program that was started from a terminal has none, or inherits somebody else's.
bool isJournalStream(int file, const QByteArray &stream);

/// While it lives, every line of the log of this process goes to the journal in the place of standard error, as
/// fields. What libraries write to standard error by themselves still gets there as it is. Lines may come from any
/// thread. One at a time; made before support::LogFile, which passes its lines on to it.
class JournalLog
{
public:
    using Send = std::function<void(const QList<QByteArray> &fields)>;

    /// `send`: called for one line at a time, from the thread that logs it. The journal's own where none is given.
    explicit JournalLog(Send send = {});
    ~JournalLog();
    JournalLog(const JournalLog &) = delete;
    JournalLog &operator=(const JournalLog &) = delete;

    /// One where standard error goes to the journal, else null: lines go to standard error as ever.
    static std::unique_ptr<JournalLog> whereThereIsOne();

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);

    Send m_send;
    QtMessageHandler m_previous = nullptr;
};

} // namespace teleconsult::app
