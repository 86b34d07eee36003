#include "core/http/answer_headers.h"

#include <QLocale>
#include <QNetworkReply>

#include <algorithm>

namespace teleconsult::http {

QDateTime httpDate(const QByteArray &text)
{
    const QDateTime read =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return read.isValid() ? QDateTime(read.date(), read.time(), Qt::UTC) : QDateTime();
}

std::optional<std::chrono::milliseconds> retryAfter(const QNetworkReply &reply)
{
    const QByteArray value = reply.rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt
                           : std::optional<std::chrono::milliseconds>(
                                 std::chrono::seconds(std::min<qint64>(seconds, 365 * 24 * 3600)));
    const QDateTime until = httpDate(value);
    const QDateTime peerNow = httpDate(reply.rawHeader("Date"));
    if (!until.isValid() || !peerNow.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(0, peerNow.msecsTo(until)));
}

} // namespace teleconsult::http
