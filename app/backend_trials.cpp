// What Backend is asked by somebody who looks after the installation.
#include "app/backend.h"

#include "app/secret_places.h"
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

/// Whether there is an answer, whatever it is.
template <typename T>
Task<void> isAnswered(Task<T> asked)
{
    Result<T> answer = co_await asked;
    co_return answer ? Result<void>() : Result<void>(failure(answer.error()));
}

/// With the key from these secrets, which a person may be asked for.
Task<kaleyra::Endpoint> endpointAt(QUrl address, std::shared_ptr<secrets::Secrets> from, QByteArray refused)
{
    using secrets::Secret;
    Task<QByteArray> reading = refused.isEmpty() ? from->read(Secret::KaleyraApiKey, secrets::Asking::Person)
                                                 : from->readAnew(Secret::KaleyraApiKey, refused);
    Result<QByteArray> key = co_await reading;
    if (!key)
        co_return failure(key.error());
    co_return kaleyra::Endpoint{address, *key};
}

} // namespace

/// Of their own: what the program has read before may be another one by now.
std::shared_ptr<secrets::Secrets> Backend::secretsOf(const config::Settings &entered)
{
    auto found = std::make_shared<secrets::Secrets>(makeSecretStore(entered, m_dataDir), givenSecrets(entered));
    m_triedSecrets.removeIf([](const std::weak_ptr<secrets::Secrets> &tried) { return tried.expired(); });
    m_triedSecrets.append(found);
    return found;
}

Task<kaleyra::Company> Backend::tryKaleyra(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<QUrl> address = entered->kaleyraBaseUrl();
    if (!address)
        co_return failure(address.error());
    const std::shared_ptr<secrets::Secrets> from = secretsOf(*entered);
    kaleyra::KaleyraClient there(m_http, [address = *address, from](QByteArray refused) {
        return endpointAt(address, from, std::move(refused));
    });
    Result<kaleyra::Company> company = co_await checks::probeKaleyra(there);
    co_return company;
}

Task<bool> Backend::tryService(std::shared_ptr<config::Settings> entered)
{
    const service::Operations::Scope operation(m_operations);
    const Result<std::optional<config::RemoteService>> service = entered->remoteService();
    if (!service)
        co_return failure(service.error());
    if (!*service)
        co_return false;
    const std::shared_ptr<secrets::Secrets> from = secretsOf(*entered);
    Remote there(m_http, endpointOf(**service, [this, from](QByteArray refused) {
                     return tokenFrom(*from, secrets::Asking::Person, std::move(refused));
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
    Result<void> answered = co_await isAnswered(checks::probePeople(*asked));
    co_return answered;
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
        peers.askRecords = [this] { return isAnswered(checks::probeService(teleconsultations())); };
        peers.clocks.append((*m_service)->baseUrl);
    } else {
        peers.askRecords = [this] { return checks::probeRecords(*m_records); };
        peers.askCalls = [this] { return isAnswered(checks::probeKaleyra(m_kaleyra)); };
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
