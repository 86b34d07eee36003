#include "core/http/redaction.h"

#include <QRegularExpression>
#include <QStringList>

namespace teleconsult::http {

namespace {

const QString ellipsis = QStringLiteral("…");

/// Ids and tokens are long, or hold digits or capitals; the words of an API are short and in lower case.
bool isWord(const QString &segment)
{
    static const QRegularExpression word(QStringLiteral("^(?:[a-z][a-z_-]{0,31}|v[0-9]{1,2})$"));
    return word.match(segment).hasMatch();
}

/// Twelve or more characters of a token's alphabet with a digit among them: keys, UUIDs, JWTs, hashes, call links'
/// tails.
const QString tokenPattern = QStringLiteral("(?=[A-Za-z0-9_.~+/=-]*[0-9])[A-Za-z0-9_.~+/=-]{12,}");

} // namespace

QString redactedUrl(const QUrl &url)
{
    QStringList segments = url.path(QUrl::FullyEncoded).split(QLatin1Char('/'));
    for (QString &segment : segments) {
        if (!segment.isEmpty() && !isWord(segment))
            segment = ellipsis;
    }
    const QString port = url.port() < 0 ? QString() : QStringLiteral(":%1").arg(url.port());
    return url.scheme() + QStringLiteral("://") + url.host() + port + segments.join(QLatin1Char('/'));
}

QString redactedText(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("[A-Za-z][A-Za-z0-9+.-]*://\\S*"));
    static const QRegularExpression email(QStringLiteral("\\S+@\\S+"));
    static const QRegularExpression token(tokenPattern);
    QString safe = text.left(2000).simplified();
    safe.replace(link, ellipsis).replace(email, ellipsis).replace(token, ellipsis);
    return safe.left(200);
}

QString safeCode(const QString &code)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9_.\\-/\\[\\]]{1,64}$"));
    static const QRegularExpression token(tokenPattern);
    const bool safe = shape.match(code).hasMatch() && !token.match(code).hasMatch();
    return safe ? code : QString();
}

} // namespace teleconsult::http
