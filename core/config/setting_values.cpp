#include "core/config/setting_values.h"

#include "core/domain/web_address.h"
#include "core/http/query.h"
#include "core/http/secure_url.h"

#include <QRegularExpression>

namespace teleconsult::config {

tl::unexpected<Error> settingError(const QString &code, const QString &key)
{
    Error error = makeError(Error::Kind::Storage, code);
    error.field = key;
    return failure(std::move(error));
}

QString toText(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(QStringLiteral(", "))
                                                    : value.toString().trimmed();
}

QStringList toList(const QVariant &value)
{
    const QStringList parts =
        value.typeId() == QMetaType::QStringList ? value.toStringList() : value.toString().split(QLatin1Char(','));
    QStringList list;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            list << part.trimmed();
    }
    return list;
}

std::optional<bool> toBool(const QVariant &value)
{
    const QString text = toText(value).toLower();
    if (text == QLatin1String("true") || text == QLatin1String("1"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0"))
        return false;
    return std::nullopt;
}

std::optional<QUrl> toBaseUrl(const QString &text)
{
    const QUrl url(http::withoutSlashesAtEnd(text), QUrl::StrictMode);
    if (!isWebAddress(url) || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return std::nullopt;
    return url;
}

std::optional<QUrl> toKaleyraUrl(const QString &text)
{
    QString address = http::withoutSlashesAtEnd(text);
    if (address.endsWith(QLatin1String("/v2")))
        address.chop(3);
    return toSafeBaseUrl(address);
}

std::optional<QUrl> toSafeBaseUrl(const QString &text)
{
    const std::optional<QUrl> url = toBaseUrl(text);
    return url && http::travelsSafely(*url) ? url : std::nullopt;
}

std::optional<QUrl> toNamedBaseUrl(const QString &text)
{
    const bool isName = !text.contains(QLatin1String("://"));
    return toBaseUrl(isName ? QStringLiteral("http://") + text : text);
}

bool isHeaderForUs(const QString &name)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9_-]{1,64}$"));
    static const QStringList others{QStringLiteral("accept"),       QStringLiteral("accept-encoding"),
                                    QStringLiteral("connection"),   QStringLiteral("content-length"),
                                    QStringLiteral("content-type"), QStringLiteral("expect"),
                                    QStringLiteral("host"),         QStringLiteral("transfer-encoding"),
                                    QStringLiteral("x-request-id"), QStringLiteral("upgrade")};
    return token.match(name).hasMatch() && !others.contains(name.toLower());
}

} // namespace teleconsult::config
