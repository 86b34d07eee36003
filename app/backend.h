// The backend, wired together: records, journal, directory, Kaleyra or its stand-in.
#pragma once

#include "core/checks/check.h"
#include "core/checks/outage.h"
#include "core/config/settings.h"
#include "core/directory/directory.h"
#include "core/domain/clock.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/sqlite_database.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_upkeep.h"
#include "core/remote/change_watch.h"
#include "core/remote/remote_credentials.h"
#include "core/remote/remote_teleconsultations.h"
#include "core/sandbox/sandbox.h"
#include "core/secrets/secrets.h"
#include "core/service/company_settings.h"
#include "core/service/credentials.h"
#include "core/service/record_mover.h"
#include "core/service/remembering_teleconsultations.h"
#include "core/service/teleconsultations.h"

#include <QFuture>
#include <QPromise>

namespace teleconsult::app {

/// Owns every part of the backend in the order in which they may be destroyed. Lives on one thread, which must run an
/// event loop. Reads work from the first moment, because they need the records only, on this computer or in the CRUD
/// service, as the settings say when it is made; what needs Kaleyra waits until start() has found out where it is. When
/// the settings say by halves where the records are or who knows people, or the service's configuration file is not
/// right, every operation on records answers the error of Settings, so that nothing is done otherwise than it was
/// meant. The journal is always on this computer: it is about what this program had begun.
///
/// When the settings name a Teleconsultation Service elsewhere, that one does all of it: the API key is not read, and
/// neither the records nor Kaleyra are touched from here.
class Backend
{
public:
    /// Whether what another service lists is kept here for when it does not answer, which is for somebody who looks at
    /// an agenda.
    enum class Memory { None, Agenda };
    /// `settings` and `clock` must outlive it. `dataDir`: see core/files/data_folder.h.
    Backend(config::Settings &settings, const Clock &clock, QString dataDir, Memory memory = Memory::None);
    /// As end().
    ~Backend();

    /// Ends every open request and waits until no operation is under way, so that none outlives the parts it uses:
    /// handles events meanwhile, but no input. Whatever is asked for afterwards is answered Cancelled. Whoever is
    /// called back by operations calls it before its own parts go.
    void end();
    /// Whether nothing is under way, what goes on after an answer included.
    bool isIdle() const;

    /// Without a configured Kaleyra the sandbox is loaded and started, on another thread; else the API key is read,
    /// which may be in a keychain that a person has to open: operations that need Kaleyra wait for that. Errors:
    /// those of the plugin, of sandbox::start and of Secrets; operations that need Kaleyra then answer the same error,
    /// or look for the key again. With a service elsewhere it is asked what it offers; errors: those of
    /// ServiceConnection, and its operations ask again. To be called once, and again after a Secrets::changed().
    Task<void> start(secrets::Asking asking = secrets::Asking::Nobody);

    /// After start(): settles what was left open (service::TeleconsultationService::recover, whose answer it gives) and
    /// then throws away what has expired of the records on this computer. That this fails stops nobody: it is written
    /// to the log.
    Task<int> recover();

    /// Asks the Kaleyra that these settings name with the key that they give, else the one in the store that they name,
    /// read anew; may ask a person to open the keychain. Errors: those of Settings::kaleyraBaseUrl, Secrets::read and
    /// KaleyraClient::company.
    Task<kaleyra::Company> tryKaleyra(std::shared_ptr<config::Settings> entered);

    /// Whether the Teleconsultation Service that these settings name lists consultations; false: it answers, and has no
    /// list. Errors: those of Settings::remoteService, ServiceConnection::learnOffer and checks::probeService. Settings
    /// that name none: false.
    Task<bool> tryService(std::shared_ptr<config::Settings> entered);

    /// All that are not over yet, page by page. Errors: those of TeleconsultationService::list.
    Task<QList<Teleconsultation>> comingConsultations();

    /// Whether the records that these settings name can be read. Errors: those of Settings::crudService and of
    /// checks::probeRecords.
    Task<void> tryRecords(std::shared_ptr<config::Settings> entered);
    /// Whether the auth service that these settings name answers; without one there is nothing to be asked. Errors:
    /// those of Settings::authService and of checks::probePeople.
    Task<void> tryPeople(std::shared_ptr<config::Settings> entered);

    /// Whether people could sign in as these settings say; where they do not, there is nothing to be asked. Errors:
    /// those of Settings::signIn and of signin::probeSignIn.
    Task<void> trySignIn(std::shared_ptr<config::Settings> entered);

    enum class Started { Not, Already };
    /// What is wrong with the installation; starts the backend, unless that was done.
    Task<QList<checks::Check>> examine(QString settingsFile, Started started);

    /// Why the station cannot do its work just now, as whoever carries its calls and keeps its records tells; waits for
    /// start(). Never an error.
    Task<std::optional<checks::Outage>> lookForOutage();

    /// Whether operations have what they need: settings that make sense, Kaleyra's address and key, records that can be
    /// read. Kaleyra itself is not asked. Not with a service elsewhere.
    Task<void> checkReady();

    /// Whether a service elsewhere does the work. Then records() and kaleyra() are not to be asked.
    bool usesService() const { return m_service && *m_service; }

    bool usesSandbox() const { return m_usesSandbox; }
    /// What Sandbox::damagedState() says of the one that runs.
    QString damagedSandboxState() const { return m_sandbox ? m_sandbox->damagedState() : QString(); }
    bool keepsRecordsHere() const { return !usesService() && m_crudService && !*m_crudService; }
    /// Whether made-up consultations harm nobody: they never go among the clinic's. An auth service does not know their
    /// people.
    bool mayHoldDemoClinic() const
    {
        return m_usesSandbox && keepsRecordsHere() && !m_directory && !misconfiguration();
    }
    /// Hosts of call pages besides a link's own.
    QStringList callHosts() const;

    service::TeleconsultationService &teleconsultations();
    service::CredentialsService &credentials();
    service::CompanyService &company();
    /// Tells of changes at the service elsewhere once it is started; null when the work is done here.
    remote::ChangeWatch *changes() { return m_remote ? &m_remote->changes : nullptr; }
    records::RecordStore &records() { return *m_records; }
    /// Moves the records on this computer to a CRUD service, whichever of them is in use. Null with a service
    /// elsewhere.
    service::RecordMover *mover() { return usesService() ? nullptr : &m_mover; }
    /// Of the records on this computer; only to be used when keepsRecordsHere().
    records::SqliteUpkeep &upkeep() { return m_upkeep; }
    kaleyra::KaleyraClient &kaleyra() { return m_kaleyra; }
    /// Null without an auth service.
    directory::Directory *directory() { return m_directory.get(); }
    const http::HttpClient &http() const { return m_http; }
    /// Connections that are open may lead nowhere: whatever is asked from now on sets out on one of its own.
    void dropConnections() { m_http.clearConnections(); }
    /// What a service elsewhere is sent that has no token of its own here. To be called before start().
    void setPersonToken(remote::TokenSource source) { m_personToken = std::move(source); }
    /// What is set here holds at once.
    secrets::Secrets &secrets() { return m_secrets; }

private:
    Task<kaleyra::Endpoint> endpoint(QByteArray refusedKey);
    Task<QByteArray> serviceToken(QByteArray refused);
    Task<QByteArray> tokenFrom(secrets::Secrets &from, secrets::Asking asking, QByteArray refused);
    /// What these settings give or keep. Its waits end with this.
    std::shared_ptr<secrets::Secrets> secretsOf(const config::Settings &entered);
    remote::ServiceEndpoint endpointOf(const config::RemoteService &service, remote::TokenSource token) const;
    void settleEndpoint(const Result<kaleyra::Endpoint> &found);
    Result<kaleyra::Endpoint> startSandbox();
    Task<void> startKaleyra(secrets::Asking asking);
    std::optional<Error> misconfiguration() const; ///< What of the settings lets nothing work.
    Task<void> purgeTrash();
    std::unique_ptr<records::RecordStore> makeRecords();
    records::CrudEndpoint crudEndpoint(const config::CrudService &service) const;
    Task<records::StandIn> madeByStandIn();
    std::unique_ptr<records::RecordStore> crudStore(const config::CrudService &service);
    std::unique_ptr<directory::Directory> makeDirectory();
    std::unique_ptr<directory::Directory> authDirectory(const config::AuthService &service);

    /// What speaks with a service elsewhere.
    struct Remote
    {
        Remote(http::HttpClient &http, remote::ServiceEndpoint endpoint);
        bool isIdle() const;

        remote::ServiceConnection connection;
        remote::RemoteTeleconsultations teleconsultations;
        remote::RemoteCredentials credentials;
        remote::RemoteCompany company;
        remote::ChangeWatch changes;
    };
    std::unique_ptr<Remote> makeRemote();
    std::unique_ptr<service::RememberingTeleconsultations> makeRemembering();
    QString memorySource() const;

    config::Settings &m_settings;
    const Clock &m_clock;
    QString m_dataDir;
    Result<std::optional<config::RemoteService>> m_service; ///< Nothing: the work is done here.
    bool m_usesSandbox;
    Result<ConsultationPolicy> m_policy;
    Result<std::optional<config::CrudService>> m_crudService; ///< Nothing: records are kept on this computer.
    Result<std::optional<config::AuthService>> m_authService; ///< Nothing: names and groups are given.

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    /// Where Kaleyra is; with its key for the sandbox only.
    QPromise<Result<kaleyra::Endpoint>> m_endpointPromise;
    QFuture<Result<kaleyra::Endpoint>> m_endpoint;

    secrets::Secrets m_secrets;
    QList<std::weak_ptr<secrets::Secrets>> m_triedSecrets;
    remote::TokenSource m_personToken; ///< Empty: nobody signs in.
    SerialExecutor m_starter;          ///< Where the sandbox is loaded and started.
    records::SqliteDatabase m_database;
    http::HttpClient m_http;
    std::unique_ptr<records::RecordStore> m_records;
    std::unique_ptr<directory::Directory> m_directory; ///< Null without an auth service.
    records::SqliteUpkeep m_upkeep;
    records::SqliteIntentJournal m_journal;
    kaleyra::KaleyraClient m_kaleyra;
    service::Teleconsultations m_teleconsultations;
    service::Credentials m_credentials;
    service::CompanySettings m_company;
    service::RecordMover m_mover;
    std::unique_ptr<Remote> m_remote; ///< Null: the work is done here.
    Memory m_memory;
    records::AgendaMemory m_agendaMemory;
    std::unique_ptr<service::RememberingTeleconsultations> m_remembering; ///< Null: nothing is to be remembered.
    service::Operations m_operations;
};

} // namespace teleconsult::app
