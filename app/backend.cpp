#include "app/backend.h"

#include "app/plugins.h"
#include "app/secret_places.h"
#include "core/async/outcome_of.h"
#include "core/directory/auth_service_directory.h"
#include "core/files/data_folder.h"
#include "core/http/header_value.h"
#include "core/records/crud_record_store.h"
#include "core/records/sqlite_record_store.h"
#include "core/records/unavailable_record_store.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFileInfo>
#include <QLoggingCategory>

namespace teleconsult::app {

namespace {

Q_LOGGING_CATEGORY(lcBackend, "teleconsult.app.backend")

} // namespace

Backend::Backend(config::Settings &settings, const Clock &clock, QString dataDir, Memory memory)
    : m_settings(settings),
      m_clock(clock),
      m_dataDir(std::move(dataDir)),
      m_service(settings.remoteService()),
      m_usesSandbox(m_service && !*m_service && settings.kaleyraBaseUrl() == QUrl()),
      m_policy(settings.consultationPolicy()),
      m_crudService(settings.crudService()),
      m_authService(settings.authService()),
      m_endpoint(m_endpointPromise.future()),
      m_secrets(makeSecretStore(settings, m_dataDir), givenSecrets(settings)),
      m_database(files::recordsFile(m_dataDir)),
      m_records(makeRecords()),
      m_directory(makeDirectory()),
      m_upkeep(m_database, clock),
      m_journal(m_database, clock),
      m_kaleyra(m_http, [this](QByteArray refused) { return endpoint(std::move(refused)); }),
      m_teleconsultations({m_kaleyra, *m_records, m_journal, clock, m_directory.get()},
                          m_policy.value_or(ConsultationPolicy())),
      m_credentials(m_kaleyra, *m_records, m_teleconsultations.policy().privileges, m_directory.get()),
      m_company(m_kaleyra),
      m_mover({m_database, clock, m_http, [this](const config::CrudService &service) { return crudEndpoint(service); },
               [this] { return madeByStandIn(); }}),
      m_remote(makeRemote()),
      m_memory(memory),
      m_agendaMemory(m_database),
      m_remembering(makeRemembering())
{
    m_endpointPromise.start();
}

Backend::~Backend()
{
    end();
}

void Backend::end()
{
    settleEndpoint(failure(makeError(Error::Kind::Cancelled)));
    m_secrets.shutDown();
    for (const std::weak_ptr<secrets::Secrets> &tried : std::as_const(m_triedSecrets)) {
        if (const auto still = tried.lock())
            still->shutDown();
    }
    m_http.shutDown();
    // What is left waits for the records' thread, or for the sandbox to have started, and wakes this one when it is
    // done.
    while (!isIdle())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

bool Backend::isIdle() const
{
    return m_operations.areDone() && m_teleconsultations.isIdle() && m_credentials.isIdle() && m_company.isIdle() &&
           m_mover.isIdle() && (!m_remote || m_remote->isIdle()) && (!m_remembering || m_remembering->isIdle());
}

Backend::Remote::Remote(http::HttpClient &http, remote::ServiceEndpoint endpoint)
    : connection(http, std::move(endpoint)),
      teleconsultations(connection),
      credentials(connection),
      company(connection),
      changes(connection)
{}

bool Backend::Remote::isIdle() const
{
    return teleconsultations.isIdle() && credentials.isIdle() && company.isIdle();
}

std::unique_ptr<Backend::Remote> Backend::makeRemote()
{
    if (!usesService())
        return nullptr;
    return std::make_unique<Remote>(
        m_http, endpointOf(**m_service, [this](QByteArray refused) { return serviceToken(std::move(refused)); }));
}

remote::ServiceEndpoint Backend::endpointOf(const config::RemoteService &service, remote::TokenSource token) const
{
    return {.baseUrl = service.baseUrl,
            .token = std::move(token),
            .userIdHeader = service.userIdHeader,
            .groupsHeader = service.groupsHeader,
            .station = [this] { return m_settings.station(); }};
}

std::unique_ptr<service::RememberingTeleconsultations> Backend::makeRemembering()
{
    if (m_memory == Memory::None || keepsRecordsHere() || memorySource().isEmpty())
        return nullptr;
    service::TeleconsultationService &asked =
        m_remote ? static_cast<service::TeleconsultationService &>(m_remote->teleconsultations) : m_teleconsultations;
    return std::make_unique<service::RememberingTeleconsultations>(asked, m_agendaMemory, m_clock,
                                                                   [this] { return memorySource(); });
}

/// Another service has other records, and may show another person others. Empty: the settings name none.
QString Backend::memorySource() const
{
    QStringList source;
    if (usesService())
        source << QStringLiteral("service") << (*m_service)->baseUrl.toString();
    else if (m_crudService && *m_crudService)
        source << QStringLiteral("records") << (*m_crudService)->baseUrl.toString() << (*m_crudService)->consultations;
    else
        return {};
    source << m_settings.station().externalId;
    return source.join(u'\n');
}

service::TeleconsultationService &Backend::teleconsultations()
{
    if (m_remembering)
        return *m_remembering;
    if (m_remote)
        return m_remote->teleconsultations;
    return m_teleconsultations;
}

service::CredentialsService &Backend::credentials()
{
    if (m_remote)
        return m_remote->credentials;
    return m_credentials;
}

service::CompanyService &Backend::company()
{
    if (m_remote)
        return m_remote->company;
    return m_company;
}

void Backend::settleEndpoint(const Result<kaleyra::Endpoint> &found)
{
    if (m_endpoint.isFinished())
        return;
    m_endpointPromise.addResult(found);
    m_endpointPromise.finish();
}

std::unique_ptr<records::RecordStore> Backend::makeRecords()
{
    if (usesService())
        return std::make_unique<records::UnavailableRecordStore>(
            makeError(Error::Kind::Storage, QStringLiteral("records_elsewhere")));
    if (const std::optional<Error> wrong = misconfiguration()) {
        qCWarning(lcBackend).noquote() << "There are no records:" << wrong->toLogLine();
        return std::make_unique<records::UnavailableRecordStore>(*wrong);
    }
    if (!*m_crudService)
        return std::make_unique<records::SqliteRecordStore>(m_database, m_clock);
    return crudStore(**m_crudService);
}

std::unique_ptr<records::RecordStore> Backend::crudStore(const config::CrudService &service)
{
    return std::make_unique<records::CrudRecordStore>(
        m_http, crudEndpoint(service),
        records::CrudCollections{.consultations = service.consultations, .users = service.users});
}

records::CrudEndpoint Backend::crudEndpoint(const config::CrudService &service) const
{
    // Asked each time: who sits here may change, and a request over HTTP has a caller of its own.
    const auto whoActs = [this, service](const RequestContext &context) {
        QHash<QByteArray, QByteArray> headers = context.only(service.headersToForward);
        const QByteArray header = service.userIdHeader.toLower();
        if (headers.contains(header))
            return headers;
        // A request that names nobody has no author, whoever sits here: the service then writes its own word for it.
        const bool isRequest = !context.headers.isEmpty();
        const QString actor =
            context.callerId.isEmpty() && !isRequest ? m_settings.station().externalId : context.callerId;
        if (!actor.isEmpty())
            headers.insert(header, http::headerValue(actor));
        return headers;
    };
    return {.baseUrl = service.baseUrl, .headers = whoActs};
}

/// The plugin is loaded for it when Kaleyra is set up by now; nobody who never used the stand-in pays for it.
Task<records::StandIn> Backend::madeByStandIn()
{
    const QString stateFile = files::sandboxStateFile(m_dataDir);
    if (!QFileInfo::exists(stateFile))
        co_return Result<records::StandIn>(records::StandIn());
    QFuture<Result<sandbox::Made>> asking = m_starter.run([stateFile]() -> Result<sandbox::Made> {
        const Result<sandbox::SandboxPlugin *> plugin =
            loadPlugin<sandbox::SandboxPlugin>(pluginFile(QStringLiteral("sandbox")));
        if (!plugin)
            return failure(plugin.error());
        return (*plugin)->madeBy(stateFile);
    });
    const Result<sandbox::Made> made = co_await outcomeOf(asking);
    if (!made)
        co_return Result<records::StandIn>(failure(made.error()));
    records::StandIn standIn;
    standIn.users = QSet<QString>(made->users.begin(), made->users.end());
    standIn.rooms = QSet<QString>(made->rooms.begin(), made->rooms.end());
    co_return Result<records::StandIn>(std::move(standIn));
}

std::optional<Error> Backend::misconfiguration() const
{
    if (!m_service)
        return m_service.error();
    if (!m_policy)
        return m_policy.error();
    if (!m_crudService)
        return m_crudService.error();
    if (!m_authService)
        return m_authService.error();
    return std::nullopt;
}

std::unique_ptr<directory::Directory> Backend::makeDirectory()
{
    if (!m_authService || !*m_authService)
        return nullptr;
    return authDirectory(**m_authService);
}

std::unique_ptr<directory::Directory> Backend::authDirectory(const config::AuthService &service)
{
    return std::make_unique<directory::AuthServiceDirectory>(
        m_http, directory::AuthEndpoint{.baseUrl = service.baseUrl,
                                        .customIds = service.customIds,
                                        .customIdSource = service.customUserId.source,
                                        .customIdTarget = service.customUserId.target,
                                        .clientTypeHeader = service.clientTypeHeader,
                                        .defaultClientType = service.defaultClientType,
                                        .headersToForward = service.headersToForward});
}

QStringList Backend::callHosts() const
{
    // Kaleyra's call pages are on other hosts than its API (reference/kaleyra-video-api.md §3.1).
    return m_usesSandbox ? QStringList() : QStringList{QStringLiteral("*.bandyer.com")};
}

Task<kaleyra::Endpoint> Backend::endpoint(QByteArray refusedKey)
{
    using secrets::Secret;
    Result<kaleyra::Endpoint> found = co_await m_endpoint;
    if (!found || m_usesSandbox)
        co_return found;
    // A new key holds at once, and one that was missing or locked away is looked for again.
    Task<QByteArray> reading = refusedKey.isEmpty() ? m_secrets.read(Secret::KaleyraApiKey)
                                                    : m_secrets.readAnew(Secret::KaleyraApiKey, refusedKey);
    Result<QByteArray> key = co_await reading;
    if (!key)
        co_return failure(key.error());
    found->apiKey = *key;
    co_return found;
}

Task<QByteArray> Backend::serviceToken(QByteArray refused)
{
    return tokenFrom(m_secrets, secrets::Asking::Nobody, std::move(refused));
}

/// Most services within a clinic ask for none, so that there need not be one, nor a keychain for it.
Task<QByteArray> Backend::tokenFrom(secrets::Secrets &from, secrets::Asking asking, QByteArray refused)
{
    using secrets::Secret;
    Task<QByteArray> reading =
        refused.isEmpty() ? from.read(Secret::ServiceToken, asking) : from.readAnew(Secret::ServiceToken, refused);
    Result<QByteArray> token = co_await reading;
    const bool isNone =
        !token && (secrets::isSecretNotFound(token.error()) || token.error().code == secrets::codes::noKeychain);
    if (isNone && m_personToken)
        token = co_await m_personToken(refused);
    else if (isNone)
        token = QByteArray();
    co_return token;
}

Result<kaleyra::Endpoint> Backend::startSandbox()
{
    const Result<sandbox::SandboxPlugin *> plugin =
        loadPlugin<sandbox::SandboxPlugin>(pluginFile(QStringLiteral("sandbox")));
    if (!plugin)
        return failure(plugin.error());
    sandbox::Options options;
    options.stateFile = files::sandboxStateFile(m_dataDir);
    options.uploadDir = files::sandboxFolder(m_dataDir) + QStringLiteral("/uploads");
    options.clock = &m_clock;
    Result<std::unique_ptr<sandbox::Sandbox>> started = (*plugin)->start(options);
    if (!started)
        return failure(started.error());
    m_sandbox = std::move(*started);
    const sandbox::Endpoint where = m_sandbox->endpoint();
    return kaleyra::Endpoint{where.baseUrl, where.apiKey};
}

Task<void> Backend::startKaleyra(secrets::Asking asking)
{
    const Result<QUrl> baseUrl = m_service ? m_settings.kaleyraBaseUrl() : Result<QUrl>(failure(m_service.error()));
    if (!baseUrl) {
        settleEndpoint(failure(baseUrl.error()));
        co_return failure(baseUrl.error());
    }
    // Before anybody is told where Kaleyra is: what needs the key waits for the person who opens the keychain.
    Result<QByteArray> key = co_await m_secrets.read(secrets::Secret::KaleyraApiKey, asking);
    settleEndpoint(kaleyra::Endpoint{*baseUrl, QByteArray()});
    co_return key ? Result<void>() : Result<void>(failure(key.error()));
}

Task<void> Backend::checkReady()
{
    const service::Operations::Scope operation(m_operations);
    const std::optional<Error> wrong = misconfiguration();
    if (wrong)
        co_return failure(*wrong);
    Result<kaleyra::Endpoint> where = co_await endpoint(QByteArray());
    if (!where)
        co_return failure(where.error());
    records::Query one;
    one.limit = 1;
    Result<QList<Teleconsultation>> listed = co_await m_records->list(one);
    if (!listed)
        co_return failure(listed.error());
    co_return Result<void>();
}

Task<void> Backend::start(secrets::Asking asking)
{
    const service::Operations::Scope operation(m_operations);
    if (m_memory == Memory::Agenda && !m_remembering) {
        // Records are kept here now: what a service had answered before is not to lie about.
        Result<void> cleared = co_await m_agendaMemory.clear();
        if (!cleared)
            qCWarning(lcBackend).noquote() << "The agenda's memory cannot be emptied:" << cleared.error().toLogLine();
    }
    if (m_remote) {
        Result<QByteArray> token = co_await m_secrets.read(secrets::Secret::ServiceToken, asking);
        Q_UNUSED(token) // Opened for the questions to come, which tell what is wrong.
        Result<void> learned = co_await m_remote->connection.learnOffer();
        co_return learned;
    }
    if (!m_usesSandbox) {
        Result<void> started = co_await startKaleyra(asking);
        co_return started;
    }
    QFuture<Result<kaleyra::Endpoint>> starting = m_starter.run([this] { return startSandbox(); });
    const Result<kaleyra::Endpoint> found = co_await outcomeOf(starting);
    settleEndpoint(found);
    co_return found ? Result<void>() : Result<void>(failure(found.error()));
}

Task<int> Backend::recover()
{
    const service::Operations::Scope operation(m_operations);
    Result<int> settled = co_await teleconsultations().recover();
    co_await purgeTrash(); // Afterwards: what is in the trash says which rooms have to go.
    co_return settled;
}

Task<void> Backend::purgeTrash()
{
    if (!keepsRecordsHere() || misconfiguration())
        co_return Result<void>();
    Result<int> purged = co_await m_upkeep.purgeTrash();
    if (!purged)
        qCWarning(lcBackend).noquote() << "Expired records cannot be thrown away:" << purged.error().toLogLine();
    co_return Result<void>();
}

} // namespace teleconsult::app
