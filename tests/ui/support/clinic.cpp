#include "tests/ui/support/clinic.h"

#include "tests/support/await.h"

#include <QTest>

namespace teleconsult::test {

namespace {

ConsultationPolicy policy()
{
    ConsultationPolicy policy;
    policy.immutablePeriod = std::chrono::minutes(15);
    return policy;
}

/// A person who tests does not wait for three tries.
http::RetryPolicy impatient()
{
    return {.tries = 1, .firstDelay = std::chrono::milliseconds(1), .longestRetryAfter = std::chrono::milliseconds(1)};
}

} // namespace

Clinic::Clinic() : m_settings(m_folder.filePath(QStringLiteral("settings.ini"))), m_http(impatient())
{
    m_theme.setScheme(ui::Theme::Scheme::Light);
    m_settings.setStation(station());
    m_settings.setDeviceCheck(config::DeviceCheck::Done);
    m_settings.setNoticeAcceptance({station().externalId, m_settings.privacyNotice().version({}), m_clock.now()});

    startSandbox();
    // The sandbox answers to its own address only: a proxy in front of it serves for what never reaches it.
    m_badNetwork = std::make_unique<FaultProxy>(m_sandboxEndpoint.baseUrl);
    m_badNetwork->refuse();
    m_kaleyra = std::make_unique<kaleyra::KaleyraClient>(
        m_http, [this](const QByteArray &) -> Task<kaleyra::Endpoint> { return endpoint(); });
    m_database = std::make_unique<records::SqliteDatabase>(m_folder.filePath(QStringLiteral("records.sqlite")));
    m_records = std::make_unique<records::SqliteRecordStore>(*m_database, m_clock);
    m_journal = std::make_unique<records::SqliteIntentJournal>(*m_database, m_clock);
    m_service = std::make_unique<service::Teleconsultations>(
        service::Teleconsultations::Parts{*m_kaleyra, *m_records, *m_journal, m_clock}, policy());
}

Clinic::~Clinic()
{
    m_http.shutDown();
    if (!waitUntil([this] { return m_service->isIdle(); }))
        qFatal("The service is still at work");
}

void Clinic::startSandbox()
{
    Result<std::unique_ptr<sandbox::Sandbox>> started =
        sandbox::start({.stateFile = m_folder.filePath(QStringLiteral("sandbox.json")),
                        .uploadDir = {},
                        .port = m_sandboxPort.number()});
    if (!started)
        qFatal("No sandbox: %s", qPrintable(started.error().toLogLine()));
    m_sandbox = std::move(*started);
    m_sandboxEndpoint = m_sandbox->endpoint();
}

void Clinic::stopSandbox()
{
    m_sandbox.reset();
}

void Clinic::setNetwork(Network network)
{
    m_network = network;
}

Task<kaleyra::Endpoint> Clinic::endpoint()
{
    const QUrl url = m_network == Network::Up ? m_sandboxEndpoint.baseUrl : m_badNetwork->url();
    co_return kaleyra::Endpoint{url, m_sandboxEndpoint.apiKey};
}

StationIdentity Clinic::station()
{
    return {QStringLiteral("dr-bianchi"), QStringLiteral("Dr. Anna Bianchi"), {QStringLiteral("doctor")}};
}

TeleconsultationRequest Clinic::request(std::chrono::minutes fromNow, std::chrono::minutes duration,
                                        const QString &patient)
{
    const StationIdentity doctor = station();
    TeleconsultationRequest request;
    request.participants = {
        {doctor.externalId, doctor.fullName, doctor.groups, std::nullopt},
        {QStringLiteral("patient-") + patient, patient, {QStringLiteral("patient")}, Language::Italian}};
    request.start = m_clock.now().addSecs(std::chrono::seconds(fromNow).count());
    request.duration = duration;
    return request;
}

Teleconsultation Clinic::schedule(const TeleconsultationRequest &request)
{
    const Result<QString> id = await(m_service->create(request));
    if (!id)
        qFatal("Not scheduled: %s", qPrintable(id.error().toLogLine()));
    return find(*id);
}

Teleconsultation Clinic::find(const QString &id)
{
    const Result<Teleconsultation> found = await(m_records->find(id));
    if (!found)
        qFatal("Not found: %s", qPrintable(found.error().toLogLine()));
    return *found;
}

bool Clinic::deleteRoom(const QString &roomId)
{
    return await(m_kaleyra->deleteRoom(roomId)).value_or(false);
}

QList<Teleconsultation> Clinic::all()
{
    return await(m_service->list({})).value_or(QList<Teleconsultation>());
}

} // namespace teleconsult::test
