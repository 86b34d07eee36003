#include "tests/core/service/fault_station.h"

#include "tests/core/service/mortal_records.h"

namespace teleconsult::test {

void Peers::clear()
{
    toKaleyra.reset();
    toCrud.reset();
    kaleyra.clear();
    crud.clear();
}

namespace {

std::unique_ptr<records::RecordStore> keeperOf(Keeps keeps, Peers &peers, http::HttpClient &http,
                                               records::SqliteDatabase &database, const Clock &clock,
                                               std::chrono::milliseconds timeout)
{
    if (keeps == Keeps::Sqlite)
        return std::make_unique<records::SqliteRecordStore>(database, clock);
    return std::make_unique<records::CrudRecordStore>(
        http, records::CrudEndpoint{.baseUrl = peers.toCrud.url(), .timeout = timeout},
        records::CrudCollections{.consultations = CrudServiceDouble::consultations().path,
                                 .users = CrudServiceDouble::users().path});
}

} // namespace

Station::Station(Peers &peers, Keeps keeps, const QString &databaseFile, const Clock &clock,
                 const ConsultationPolicy &policy, Patience patience, const QByteArray &apiKey)
    : m_life(std::make_shared<Life>()),
      m_http({.tries = patience.tries, .firstDelay = std::chrono::milliseconds(1)}),
      m_kaleyra(m_http, kaleyra::Endpoint{.baseUrl = peers.toKaleyra.url(),
                                          .apiKey = apiKey.isEmpty() ? peers.kaleyra.apiKey() : apiKey,
                                          .timeout = patience.timeout}),
      m_database(databaseFile),
      m_keeper(keeperOf(keeps, peers, m_http, m_database, clock, patience.timeout)),
      m_diary(std::make_unique<records::SqliteIntentJournal>(m_database, clock)),
      m_records(std::make_unique<MortalStore>(*m_keeper, m_life, keeps == Keeps::Sqlite)),
      m_journal(std::make_unique<MortalJournal>(*m_diary, m_life)),
      m_consultations(std::make_unique<service::Teleconsultations>(
          service::Teleconsultations::Parts{m_kaleyra, *m_records, *m_journal, clock}, policy)),
      m_credentials(std::make_unique<service::Credentials>(m_kaleyra, *m_records, policy.privileges)),
      m_company(std::make_unique<service::CompanySettings>(m_kaleyra))
{
    m_life->kill = [this] { kill(); };
}

Station::~Station()
{
    m_http.shutDown();
    if (!waitUntil([this] { return isIdle(); }))
        qFatal("an operation never ends");
}

void Station::kill()
{
    m_life->isOver = true;
    m_http.shutDown();
}

bool Station::isIdle() const
{
    return m_consultations->isIdle() && m_credentials->isIdle() && m_company->isIdle();
}

} // namespace teleconsult::test
