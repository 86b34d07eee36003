// The program's log, kept on this computer for whoever has to find out what went wrong.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <optional>

namespace teleconsult::support {

/// A line as it may be kept: through http::redactedText. Of what others say than Teleconsult and Qt, as the call page
/// does, only warnings may be kept, and of those only that there was one ("…"): nobody knows whom they name. Nothing:
/// the line is not to be kept.
std::optional<QString> fitToKeep(QtMsgType type, const QString &category, const QString &message);

/// While it lives, every line of the log of this process goes where it went before, and into a file as well, at once,
/// so that the last words before a crash are there. The file is for this user's eyes only and bounded: when it is full
/// it becomes "<path>.1", in the place of the one that was full before. Lines may come from any thread.
///
/// What is written is fitToKeep(). A line that is repeated is kept once and counted. One at a time.
class LogFile
{
public:
    static constexpr qint64 usualSize = 256LL * 1024;

    /// Where nothing can be written, nothing is kept, and one warning says so. `largest`: bytes of each of the two
    /// files.
    explicit LogFile(const QString &path, qint64 largest = usualSize);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    /// The last lines of a log, of this process or an earlier one, the oldest first; none where there is no log.
    static QStringList recentLines(const QString &path, int most);

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message);
    void keep(const QString &level, const QString &category, const QString &message);
    void write(const QString &line);

    static LogFile *s_current;
    QMutex m_mutex;
    QFile m_file;
    qint64 m_largest;
    QtMessageHandler m_previous = nullptr;
    QString m_last; ///< The last line, without its time.
    int m_repeated = 0;
};

} // namespace teleconsult::support
