#include "app/journal_log.h"

#include "core/support/log_file.h"

#include <QMutex>
#include <QMutexLocker>

#include <systemd/sd-journal.h>

#include <utility>
#include <vector>

#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace teleconsult::app {

namespace {

QMutex mutex;
JournalLog *current = nullptr; ///< Guarded by the mutex.

/// As syslog(3) counts: 7 is the least.
int priorityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 7;
    case QtInfoMsg:
        return 6;
    case QtWarningMsg:
        return 4;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 2;
    }
    return 6;
}

void sendToJournal(const QList<QByteArray> &fields)
{
    std::vector<iovec> parts;
    parts.reserve(std::size_t(fields.size()));
    for (const QByteArray &field : fields)
        parts.push_back({const_cast<char *>(field.constData()), std::size_t(field.size())}); // It is only read.
    sd_journal_sendv(parts.data(), int(parts.size())); // Without a journal there is nobody to tell of it.
}

} // namespace

QList<QByteArray> journalFields(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray category(context.category ? context.category : "default");
    const std::optional<QString> fit = support::fitToKeep(type, QString::fromLatin1(category), message);
    if (!fit)
        return {};
    QList<QByteArray> fields{"MESSAGE=" + fit->toUtf8(), "PRIORITY=" + QByteArray::number(priorityOf(type)),
                             "QT_CATEGORY=" + category};
    if (context.function)
        fields << QByteArray("QT_FUNCTION=") + context.function;
    return fields;
}

bool isJournalStream(int file, const QByteArray &stream)
{
    struct stat facts = {};
    if (stream.isEmpty() || fstat(file, &facts) != 0)
        return false;
    return stream == QByteArray::number(quint64(facts.st_dev)) + ':' + QByteArray::number(quint64(facts.st_ino));
}

JournalLog::JournalLog(Send send) : m_send(send ? std::move(send) : Send(sendToJournal))
{
    const QMutexLocker lock(&mutex);
    current = this;
    m_previous = qInstallMessageHandler(&JournalLog::take);
}

JournalLog::~JournalLog()
{
    qInstallMessageHandler(m_previous);
    const QMutexLocker lock(&mutex); // Whoever is sending comes to an end.
    current = nullptr;
}

std::unique_ptr<JournalLog> JournalLog::whereThereIsOne()
{
    return isJournalStream(STDERR_FILENO, qgetenv("JOURNAL_STREAM")) ? std::make_unique<JournalLog>() : nullptr;
}

void JournalLog::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QList<QByteArray> fields = journalFields(type, context, message);
    if (fields.isEmpty())
        return;
    const QMutexLocker lock(&mutex);
    if (current)
        current->m_send(fields);
}

} // namespace teleconsult::app
