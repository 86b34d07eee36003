// What Backend is asked by somebody who looks after the installation.
#include "app/backend.h"

#include "core/checks/examination.h"
#include "core/checks/probes.h"
#include "core/records/sqlite_record_store.h"
#include "core/signin/sign_in_probe.h"

namespace teleconsult::app {

namespace {

Task<void> alreadyStarted()
{
    co_return Result<void>();
}

Task<void> listsAnything(service::TeleconsultationService &service)
{
    records::Query one;
    one.limit = 1;
    Result<QList<Teleconsultation>> listed = co_await service.list(one);
    // A service without a list opens single teleconsultations.
    if (!listed && listed.error().code != QLatin1String("not_offered"))
        co_return failure(listed.error());
    co_return Result<void>();
}

Task<void> tellsItsCompany(kaleyra::KaleyraClient &kaleyra)
{
    Result<kaleyra::Company> company = co_await kaleyra.company();
    if (!company)
        co_return failure(company.error());
    co_return Result<void>();
}

} // namespace

Task<kaleyra::Company> Backend::tryKaleyra(QUrl address)
{
    const service::Operations::Scope operation(m_operations);
    // A person has asked: the keychain may be opened for it.
    Result<QByteArray> key = co_await m_secrets.read(secrets::Secret::KaleyraApiKey, secrets::Asking::Person);
    if (!key)
        co_return failure(key.error());
    kaleyra::KaleyraClient there(m_http, kaleyra::Endpoint{address, *key});
    Result<kaleyra::Company> company = co_await checks::probeKaleyra(there);
    co_return company;
}

/// The token that these settings give, or the one that holds otherwise.
Task<QByteArray> Backend::enteredToken(std::shared_ptr<config::Settings> entered, QByteArray refused)
{
    const Result<std::optional<QByteArray>> given = entered->serviceToken();
    if (!given)
        co_return failure(given.error());
    if (*given)
        co_return **given;
    Result<QByteArray> token = co_await serviceToken(refused);
    co_return token;
}

Task<bool> Backend::tryService(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<std::optional<config::RemoteService>> service = entered->remoteService();
    if (!service)
        co_return failure(service.error());
    if (!*service)
        co_return false;
    Remote there(m_http, endpointOf(**service, [this, entered](QByteArray refused) {
                     return enteredToken(entered, std::move(refused));
                 }));
    Result<void> learned = co_await there.connection.learnOffer();
    if (!learned)
        co_return failure(learned.error());
    Result<bool> lists = co_await checks::probeService(there.teleconsultations);
    co_return lists;
}

Task<QList<Teleconsultation>> Backend::comingConsultations()
{
    const service::Operations::Scope operation(m_operations);
    records::Query query;
    query.from = m_clock.now();
    QList<Teleconsultation> all;
    while (query.offset == all.size()) {
        Result<QList<Teleconsultation>> page = co_await teleconsultations().list(query);
        if (!page)
            co_return failure(page.error());
        all << *page;
        query.offset += query.limit; // No longer the size of what is there: the page was not full.
    }
    co_return all;
}

Task<void> Backend::tryRecords(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<std::optional<config::CrudService>> crud = entered->crudService();
    if (!crud)
        co_return failure(crud.error());
    std::unique_ptr<records::RecordStore> store;
    if (*crud)
        store = crudStore(**crud);
    else
        store = std::make_unique<records::SqliteRecordStore>(m_database, m_clock);
    Result<void> answered = co_await checks::probeRecords(*store);
    co_return answered;
}

Task<void> Backend::tryPeople(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<std::optional<config::AuthService>> service = entered->authService();
    if (!service)
        co_return failure(service.error());
    if (!*service)
        co_return Result<void>();
    const std::unique_ptr<directory::Directory> asked = authDirectory(**service);
    Result<bool> answered = co_await checks::probePeople(*asked);
    co_return answered ? Result<void>() : Result<void>(failure(answered.error()));
}

Task<void> Backend::trySignIn(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<std::optional<config::SignIn>> how = entered->signIn();
    if (!how)
        co_return failure(how.error());
    if (!*how)
        co_return Result<void>();
    Result<void> answered = co_await signin::probeSignIn(m_http, **how);
    co_return answered;
}

Task<QList<checks::Check>> Backend::examine(QString settingsFile, Started started)
{
    const service::Operations::Scope operation(m_operations);
    checks::Examination examination({
        .settings = m_settings,
        .clock = m_clock,
        .http = m_http,
        .settingsFile = settingsFile,
        .dataDir = m_dataDir,
        .teleconsultations = teleconsultations(),
        .records = *m_records,
        .directory = m_directory.get(),
        .kaleyra = m_kaleyra,
        .usesService = usesService(),
        .usesSandbox = m_usesSandbox,
        .start = [this, started] { return started == Started::Already ? alreadyStarted() : start(); },
    });
    Task<QList<checks::Check>> looking = examination.examine();
    Result<QList<checks::Check>> found = co_await looking;
    co_return found;
}

Task<std::optional<checks::Outage>> Backend::lookForOutage()
{
    const service::Operations::Scope operation(m_operations);
    checks::OutagePeers peers{.clock = m_clock, .http = m_http, .askRecords = {}, .askCalls = {}, .clocks = {}};
    if (usesService()) {
        peers.askRecords = [this] { return listsAnything(teleconsultations()); };
        peers.clocks.append((*m_service)->baseUrl);
    } else {
        peers.askRecords = [this] { return checks::probeRecords(*m_records); };
        peers.askCalls = [this] { return tellsItsCompany(m_kaleyra); };
        if (!m_usesSandbox && m_settings.kaleyraBaseUrl())
            peers.clocks.append(*m_settings.kaleyraBaseUrl());
        if (m_crudService && *m_crudService)
            peers.clocks.append((*m_crudService)->baseUrl);
    }
    Task<std::optional<checks::Outage>> looking = checks::findOutage(peers);
    Result<std::optional<checks::Outage>> found = co_await looking;
    co_return found;
}

} // namespace teleconsult::app
