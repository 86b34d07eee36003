#include "app/ctl/service.h"

#include "app/ctl/output.h"

#include <QHostAddress>

namespace teleconsult::ctl {

namespace {

constexpr int minimumGoodTokenLength = 16;
/// Far less than the 90 s after which a service manager kills.
constexpr std::chrono::seconds lastAnswers(5);

QUrl urlOf(const QString &address, quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(address);
    url.setPort(port);
    return url;
}

void tellAddress(const QString &url, bool asJson)
{
    if (asJson)
        printJson({{QStringLiteral("listening"), url}});
    else
        print(QStringLiteral("Listening on %1").arg(url));
}

void warn(const api::ApiServer::Options &options)
{
    const bool isLoopback = QHostAddress(options.address).isLoopback();
    if (!isLoopback)
        printError(QStringLiteral("Warning: other computers can reach %1, and what is sent is not encrypted. Put a "
                                  "gateway that speaks HTTPS in front of it.")
                       .arg(options.address));
    if (!isLoopback && options.trustsGateway)
        printError(QStringLiteral("Warning: whoever reaches it is believed to be whom they say. Let nobody but the "
                                  "gateway reach it."));
    if (!options.trustsGateway && options.token.size() < minimumGoodTokenLength)
        printError(QStringLiteral("Warning: the token is shorter than %1 characters and may be guessed.")
                       .arg(minimumGoodTokenLength));
}

} // namespace

Service::Service(Parts parts, api::ApiServer::Options options, bool asJson)
    : m_parts(parts),
      m_options(std::move(options)),
      m_callerPath(m_parts.settings.callerPath()),
      m_asJson(asJson),
      m_api({m_parts.backend.teleconsultations(), m_parts.backend.credentials(), m_parts.backend.company(),
             m_callerPath.value_or(config::CallerPath())}),
      m_server(m_api),
      m_recovery(m_parts.backend)
{
    m_options.readiness = [this] { return m_parts.backend.checkReady(); };
}

Service::~Service() = default;

void Service::finish(const std::function<void()> &done)
{
    m_manager.stopping();
    QObject::connect(&m_server, &api::ApiServer::finished, done);
    m_server.finish(lastAnswers);
}

Task<void> Service::start()
{
    if (!m_callerPath)
        co_return failure(m_callerPath.error());
    if (m_parts.backend.usesService()) // It would speak to the other service as the station, whoever asks.
        co_return failure(makeError(Error::Kind::Storage, QStringLiteral("serves_no_service")));
    Result<void> started = co_await m_parts.backend.start();
    if (!started)
        co_return started;
    warn(m_options);
    const Result<quint16> port = m_server.start(m_options);
    if (!port)
        co_return failure(port.error());
    tellAddress(urlOf(m_options.address, *port).toString(), m_asJson);
    m_manager.ready();
    m_recovery.start();
    co_return Result<void>();
}

} // namespace teleconsult::ctl
