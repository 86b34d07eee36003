#include "core/domain/support_address.h"

#include <QRegularExpression>

namespace teleconsult {

namespace {

/// By its beginning alone, not isWebAddress(): a telephone opens more than is well formed.
bool isWeb(const QString &text)
{
    return text.startsWith(QLatin1String("http://")) || text.startsWith(QLatin1String("https://"));
}

} // namespace

QByteArray supportLink(const QString &address)
{
    const QString text = address.trimmed();
    static const QRegularExpression telephone(QStringLiteral("^\\+?[0-9 ()./-]{3,}$"));
    static const QRegularExpression mail(QStringLiteral("^[^\\s@]+@[^\\s@]+$"));
    static const QRegularExpression noDigit(QStringLiteral("[^0-9+]"));
    if (telephone.match(text).hasMatch()) {
        QString number = text;
        return "tel:" + number.remove(noDigit).toLatin1();
    }
    return mail.match(text).hasMatch() ? "mailto:" + text.toUtf8() : text.toUtf8();
}

bool isSupportReachable(const QString &address)
{
    const QString text = address.trimmed();
    return isWeb(text) || (!text.isEmpty() && supportLink(text) != text.toUtf8());
}

} // namespace teleconsult
