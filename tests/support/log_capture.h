// What the program logs while a test looks.
#pragma once

#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>

#include <functional>
#include <utility>

namespace teleconsult::test {

/// Collects every log line of this process, debug lines of teleconsult.* included, while it lives; nothing is printed.
/// One at a time. Lines may come from any thread.
class LogCapture
{
public:
    LogCapture()
    {
        current() = this;
        QLoggingCategory::setFilterRules(QStringLiteral("teleconsult.*=true"));
        m_previous = qInstallMessageHandler(&LogCapture::take);
    }

    ~LogCapture()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
        const QMutexLocker lock(&mutex());
        current() = nullptr;
    }

    LogCapture(const LogCapture &) = delete;
    LogCapture &operator=(const LogCapture &) = delete;

    QStringList lines() const
    {
        const QMutexLocker lock(&mutex());
        return m_lines;
    }

    QString text() const { return lines().join(QLatin1Char('\n')); }
    /// Those that a log shows unless told otherwise: warnings and worse.
    QStringList warnings() const
    {
        const QMutexLocker lock(&mutex());
        return m_warnings;
    }

    int count(const QString &part) const { return int(lines().filter(part).size()); }

    /// Called for each line that holds `part`, on the thread that logs it.
    void onLine(const QString &part, std::function<void()> act)
    {
        const QMutexLocker lock(&mutex());
        m_part = part;
        m_act = std::move(act);
    }

private:
    static QMutex &mutex()
    {
        static QMutex instance;
        return instance;
    }

    static LogCapture *&current()
    {
        static LogCapture *instance = nullptr;
        return instance;
    }

    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        std::function<void()> act;
        {
            const QMutexLocker lock(&mutex());
            LogCapture *const self = current();
            if (!self)
                return;
            const QString line = QString::fromLatin1(context.category) + QStringLiteral(": ") + message;
            self->m_lines << line;
            if (type != QtDebugMsg && type != QtInfoMsg)
                self->m_warnings << line;
            if (self->m_act && line.contains(self->m_part))
                act = self->m_act;
        }
        if (act)
            act();
    }

    QtMessageHandler m_previous = nullptr;
    QStringList m_lines;
    QStringList m_warnings;
    QString m_part;
    std::function<void()> m_act;
};

} // namespace teleconsult::test
