// One run of the program for the fault matrix: it can be killed at any step.
#pragma once

#include "core/directory/auth_service_directory.h"
#include "core/records/crud_record_store.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/service/company_settings.h"
#include "core/service/credentials.h"
#include "core/service/teleconsultations.h"
#include "tests/support/auth_service_double.h"
#include "tests/support/await.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/exchange_proxy.h"
#include "tests/support/kaleyra_double.h"
#include "tests/support/manual_clock.h"

namespace teleconsult::test {

enum class Keeps { Sqlite, Crud };

/// How the clinic is set up.
struct Setting
{
    bool uniqueIndex = false; ///< On the external ids of the user map.
    int crudVersion = 7;
    bool hasAuthService = false; ///< Who says what people are called, and in which groups they are.
    bool hasCustomIds = false;   ///< People have ids of the clinic, which are not the auth service's. Needs one.
};

/// Who is there however often the program is killed: Kaleyra, the CRUD service, the auth service, the list of custom
/// ids, and a network before each.
struct Peers
{
    explicit Peers(const Setting &setting = {});

    KaleyraDouble kaleyra;
    CrudServiceDouble crud;
    AuthServiceDouble auth;   ///< Knows everybody of the tests.
    CrudServiceDouble people; ///< The custom ids of everybody.
    const Setting setting;
    ExchangeProxy toKaleyra{kaleyra.server().url()};
    ExchangeProxy toCrud{crud.server().url()};
    ExchangeProxy toAuth{auth.server().url()};
    ExchangeProxy toPeople{people.server().url()};

    QList<ExchangeProxy *> networks() { return {&toKaleyra, &toCrud, &toAuth, &toPeople}; }
    /// Nobody has ever asked them for anything.
    void clear();
    bool areQuiet() const { return toKaleyra.isQuiet() && toCrud.isQuiet() && toAuth.isQuiet() && toPeople.isQuiet(); }
};

/// A person of the tests. Everybody has one name and one group.
ParticipantData patient(int number);
ParticipantData doctor();
inline constexpr int peopleOfTheTests = 12; ///< The doctor and the patients.

/// What can befall a step on this computer: of the local records, or of the journal.
enum class LocalHarm { None, Fails, KilledBefore, KilledAfter };

/// Whether the program still runs, and who looks at its local steps.
struct Life
{
    bool isOver = false;
    std::function<LocalHarm(const QByteArray &step)> judge; ///< None: nothing befalls any of them.
    std::function<void()> kill;
};

/// A program with everything behind its windows.
class Station
{
public:
    struct Patience
    {
        std::chrono::milliseconds timeout = std::chrono::seconds(15);
        int tries = 2;
    };

    /// `apiKey`: empty is Kaleyra's own.
    Station(Peers &peers, Keeps keeps, const QString &databaseFile, const Clock &clock,
            const ConsultationPolicy &policy, Patience patience, const QByteArray &apiKey = {});
    /// As if the program was ended properly, or had been killed before.
    ~Station();
    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

    service::Teleconsultations &consultations() { return *m_consultations; }
    service::Credentials &credentials() { return *m_credentials; }
    service::CompanySettings &company() { return *m_company; }
    records::RecordStore &records() { return *m_records; }
    records::IntentJournal &journal() { return *m_journal; }

    /// The program is gone at this moment: it writes nothing any more, and nobody hears from it.
    void kill();
    void judgeLocalSteps(std::function<LocalHarm(const QByteArray &step)> judge) { m_life->judge = std::move(judge); }
    bool isIdle() const;

private:
    std::shared_ptr<Life> m_life;
    http::HttpClient m_http;
    kaleyra::KaleyraClient m_kaleyra;
    records::SqliteDatabase m_database;
    std::unique_ptr<records::RecordStore> m_keeper;
    std::unique_ptr<records::IntentJournal> m_diary;
    std::unique_ptr<records::RecordStore> m_records;
    std::unique_ptr<records::IntentJournal> m_journal;
    std::unique_ptr<directory::Directory> m_directory; ///< Null without an auth service.
    std::unique_ptr<service::Teleconsultations> m_consultations;
    std::unique_ptr<service::Credentials> m_credentials;
    std::unique_ptr<service::CompanySettings> m_company;
};

} // namespace teleconsult::test
