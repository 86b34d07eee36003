#include "app/ctl/serving_options.h"

#include "core/files/secret.h"

#include <QHostAddress>

#include <algorithm>

namespace teleconsult::ctl {

namespace {

constexpr auto tokenVariable = "TELECONSULT_API_TOKEN";
const QString tokenFileOption = QStringLiteral("--token-file");

bool isOneWord(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

Result<QByteArray> tokenFor(const Options &options)
{
    const QByteArray given = files::takeFromEnvironment(tokenVariable).trimmed();
    if (!given.isEmpty() && !options.tokenFile.isEmpty())
        return invalid(
            QStringLiteral("both_given"), tokenFileOption,
            QStringLiteral("--token-file and TELECONSULT_API_TOKEN are both given: which one holds cannot be "
                           "known"));
    if (options.trustsGateway && (!given.isEmpty() || !options.tokenFile.isEmpty()))
        return invalid(QStringLiteral("both_given"), QStringLiteral("--trust-gateway"),
                       QStringLiteral("--trust-gateway asks for no token, but one is given: leave out one of them"));
    if (!options.tokenFile.isEmpty())
        return files::readSecretFile(options.tokenFile, tokenFileOption, QStringLiteral("token_file"));
    if (!isOneWord(given))
        return invalid(QStringLiteral("malformed"), tokenFileOption,
                       QStringLiteral("TELECONSULT_API_TOKEN must be one word of ASCII"));
    if (given.isEmpty() && !options.trustsGateway)
        return invalid(
            QStringLiteral("required"), tokenFileOption,
            QStringLiteral("TELECONSULT_API_TOKEN, --token-file or --trust-gateway is needed: whoever may call "
                           "must be told from whoever may not"));
    return given;
}

} // namespace

Result<ListenAddress> readListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const uint port = text.mid(colon + 1).toUInt(&isPort);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    const bool isBracketed = host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
    if (isBracketed)
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    const QHostAddress address(host);
    const bool isWritten = address.protocol() == QAbstractSocket::IPv6Protocol ? isBracketed : !isBracketed;
    if (address.isNull() || !isWritten || !isPort || port > 65535)
        return invalid(QStringLiteral("wrong_type"), QStringLiteral("--listen"),
                       QStringLiteral("--listen must be an IP address and a port, as 127.0.0.1:8080 or [::1]:8080"));
    return ListenAddress{address.toString(), quint16(port), address.isLoopback()};
}

Result<api::ApiServer::Options> readServingOptions(const Options &options)
{
    // First, so that it is out of the environment in any case.
    const Result<QByteArray> token = tokenFor(options);
    const Result<ListenAddress> where = readListenAddress(options.listen);
    if (!where)
        return failure(where.error());
    if (!token)
        return failure(token.error());
    api::ApiServer::Options serving;
    serving.address = where->address;
    serving.hostNames = options.hostNames;
    serving.port = where->port;
    serving.token = *token;
    serving.trustsGateway = options.trustsGateway;
    return serving;
}

} // namespace teleconsult::ctl
