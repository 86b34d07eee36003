#include "tests/core/service/fault_station.h"

#include "tests/core/service/mortal_records.h"

namespace teleconsult::test {

ParticipantData patient(int number)
{
    ParticipantData person;
    person.externalId = QStringLiteral("patient.%1").arg(number);
    person.fullName = QStringLiteral("Name of patient %1").arg(number);
    person.groups = {QStringLiteral("patient")};
    return person;
}

ParticipantData doctor()
{
    ParticipantData person;
    person.externalId = QStringLiteral("doctor");
    person.fullName = QStringLiteral("Name of the doctor");
    person.groups = {QStringLiteral("doctor")};
    return person;
}

namespace {

const QString customIdField = QStringLiteral("badge");
const QString authIdField = QStringLiteral("authUserId");

/// The clinic's list of its people's ids.
crud::Definition peopleCollection()
{
    using Type = crud::Field::Type;
    return {.path = QStringLiteral("people"),
            .fields = {{customIdField, Type::Text}, {authIdField, Type::Text}},
            .unique = {}};
}

} // namespace

Peers::Peers(const Setting &given)
    : crud({CrudServiceDouble::consultations(), CrudServiceDouble::users(given.uniqueIndex)}, given.crudVersion),
      people({peopleCollection()}),
      setting(given)
{
    for (int number = 0; number < peopleOfTheTests; ++number) {
        const ParticipantData person = number == 0 ? doctor() : patient(number);
        QString authId = person.externalId;
        if (setting.hasCustomIds) {
            authId = QStringLiteral("auth0|%1").arg(number);
            people.put(peopleCollection().path, {{customIdField, person.externalId}, {authIdField, authId}});
        }
        auth.add(authId, person.fullName, person.groups);
    }
}

void Peers::clear()
{
    for (ExchangeProxy *network : networks())
        network->reset();
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

std::unique_ptr<directory::Directory> directoryOf(Peers &peers, http::HttpClient &http,
                                                  std::chrono::milliseconds timeout)
{
    if (!peers.setting.hasAuthService)
        return nullptr;
    directory::AuthEndpoint endpoint;
    endpoint.baseUrl = peers.toAuth.url();
    endpoint.timeout = timeout;
    if (peers.setting.hasCustomIds) {
        endpoint.customIds = peers.toPeople.url().resolved(QUrl(QStringLiteral("/people/")));
        endpoint.customIdSource = customIdField;
        endpoint.customIdTarget = authIdField;
    }
    return std::make_unique<directory::AuthServiceDirectory>(http, endpoint);
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
      m_directory(directoryOf(peers, m_http, patience.timeout)),
      m_consultations(std::make_unique<service::Teleconsultations>(
          service::Teleconsultations::Parts{m_kaleyra, *m_records, *m_journal, clock, m_directory.get()}, policy)),
      m_credentials(
          std::make_unique<service::Credentials>(m_kaleyra, *m_records, policy.privileges, m_directory.get())),
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
