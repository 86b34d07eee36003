#include "core/support/log_file.h"

#include "core/files/private_folder.h"
#include "core/http/redaction.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMutexLocker>

namespace teleconsult::support {

namespace {

Q_LOGGING_CATEGORY(lcLog, "teleconsult.log")

/// What is done for a line may have something to say itself.
thread_local bool isTaking = false;

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("critical");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    return {};
}

bool isOurs(const QString &category)
{
    return category.startsWith(QLatin1String("teleconsult."));
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

std::optional<QString> fitToKeep(QtMsgType type, const QString &category, const QString &message)
{
    if (isOurs(category) || category.startsWith(QLatin1String("qt.")))
        return http::redactedText(message);
    const bool isLoud = type != QtDebugMsg && type != QtInfoMsg;
    return isLoud ? std::optional(QStringLiteral("…")) : std::nullopt;
}

LogFile *LogFile::s_current = nullptr;

LogFile::LogFile(const QString &path, qint64 largest) : m_file(path), m_largest(largest)
{
    const bool hasFolder = bool(files::makePrivateFolder(QFileInfo(path).absolutePath()));
    if (!hasFolder || !m_file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered)) {
        qCWarning(lcLog, "the log cannot be kept on this computer");
        return;
    }
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    s_current = this;
    m_previous = qInstallMessageHandler(&LogFile::take);
}

LogFile::~LogFile()
{
    if (s_current != this)
        return;
    qInstallMessageHandler(m_previous);
    const QMutexLocker lock(&m_mutex); // Whoever is writing comes to an end.
    s_current = nullptr;
}

QStringList LogFile::recentLines(const QString &path, int most)
{
    const QStringList lines = linesOf(path + QStringLiteral(".1")) + linesOf(path);
    return lines.mid(std::max<qsizetype>(0, lines.size() - most));
}

void LogFile::take(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    LogFile *const self = s_current;
    if (!self)
        return;
    const QString category = QString::fromLatin1(context.category);
    if (!isTaking) {
        isTaking = true;
        if (const std::optional<QString> fit = fitToKeep(type, category, message))
            self->keep(levelOf(type), category, *fit);
        isTaking = false;
    }
    if (self->m_previous) // Last: it ends the program after a fatal line.
        self->m_previous(type, context, message);
}

void LogFile::keep(const QString &level, const QString &category, const QString &message)
{
    const QMutexLocker lock(&m_mutex);
    const QString line = QStringLiteral("%1 %2: %3").arg(level, category, message);
    if (line == m_last) {
        ++m_repeated;
        return;
    }
    if (m_repeated > 0)
        write(QStringLiteral("(the last line %1 times more)").arg(m_repeated));
    m_repeated = 0;
    m_last = line;
    write(line);
}

void LogFile::write(const QString &line)
{
    if (m_file.size() >= m_largest) {
        const QString path = m_file.fileName();
        m_file.close();
        QFile::remove(path + QStringLiteral(".1"));
        QFile::rename(path, path + QStringLiteral(".1"));
        if (!m_file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered))
            return;
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    m_file.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' + line.toUtf8() + '\n');
}

} // namespace teleconsult::support
