#include "core/config/crud_service.h"

#include <QRegularExpression>
#include <QStringList>

namespace teleconsult::config {

namespace {

tl::unexpected<Error> wrong(const char *code, const QString &setting)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = QLatin1String(code);
    error.field = setting;
    return failure(std::move(error));
}

QString withoutSlashesAtEnd(QString text)
{
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return text;
}

} // namespace

Result<QUrl> readCrudUrl(const QString &text, const QString &setting)
{
    const QUrl url(withoutSlashesAtEnd(text), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!isHttp || !url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty())
        return wrong("crud_url_malformed", setting);
    return url;
}

Result<QString> readCollection(const QString &text, const QString &setting)
{
    // Anything else would have to be encoded, or leads out of the service's part of the host ("..").
    static const QRegularExpression shape(QStringLiteral("^\\w[\\w.-]*(?:/\\w[\\w.-]*)*$"));
    QString name = withoutSlashesAtEnd(text);
    if (name.startsWith(QLatin1Char('/')))
        name.remove(0, 1);
    if (name.isEmpty())
        return wrong("crud_collection_not_set", setting);
    if (!shape.match(name).hasMatch())
        return wrong("crud_collection_malformed", setting);
    return name;
}

bool isUserHeader(const QString &name)
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
