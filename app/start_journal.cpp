#include "app/start_journal.h"

#include "core/domain/json.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcStarts, "teleconsult.app.starts")

/// More say nothing more, and keep the file small.
constexpr qsizetype maximumStarts = 32;

} // namespace

StartJournal::StartJournal(QString path, const Clock &clock) : m_path(std::move(path)), m_clock(clock) {}

QList<QDateTime> StartJournal::suddenEnds() const
{
    QFile file(m_path);
    QList<QDateTime> starts;
    if (!file.open(QIODevice::ReadOnly))
        return starts;
    while (!file.atEnd() && starts.size() < maximumStarts) {
        constexpr qint64 maximumLineLength = 64;
        const QDateTime start = dateFrom(QString::fromLatin1(file.readLine(maximumLineLength)).trimmed());
        if (start.isValid())
            starts.append(start);
    }
    return starts;
}

QList<QDateTime> StartJournal::begin()
{
    const QList<QDateTime> before = suddenEnds();
    QList<QDateTime> starts = before;
    starts.append(m_clock.now());
    write(starts.size() > maximumStarts ? starts.mid(starts.size() - maximumStarts) : starts);
    return before;
}

void StartJournal::settle()
{
    write({});
}

void StartJournal::write(const QList<QDateTime> &starts) const
{
    QSaveFile file(m_path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    for (const QDateTime &start : starts)
        isWritten = isWritten && file.write(dateText(start).toLatin1() + '\n') > 0;
    if (!isWritten || !file.commit())
        qCWarning(lcStarts).noquote() << "Starts cannot be written down:" << file.errorString();
}

} // namespace teleconsult::app
