// A clinic for the tests of core/service: real records, the real stand-in for Kaleyra, and a network that can fail.
#pragma once

#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/sandbox/sandbox.h"
#include "core/service/teleconsultations.h"
#include "tests/core/service/observed_store.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/manual_clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace teleconsult::test {

inline Error errorOf(Error::Kind kind, int status = 0)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.code = QStringLiteral("test");
    return error;
}

inline ParticipantData person(const QString &id, const QString &group = QStringLiteral("patient"))
{
    ParticipantData data;
    data.externalId = id;
    data.fullName = QStringLiteral("Name of ") + id;
    data.groups = {group};
    return data;
}

class Clinic
{
public:
    /// `kaleyraAt`: another Kaleyra than the sandbox, which then is not started.
    explicit Clinic(const QUrl &kaleyraAt = {})
        : database(folder.filePath(QStringLiteral("records.sqlite"))),
          records(database, clock),
          journal(database, clock),
          store(records)
    {
        policy.immutablePeriod = std::chrono::minutes(10);
        kaleyra::Endpoint endpoint{kaleyraAt, "key"};
        if (kaleyraAt.isEmpty()) {
            Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
            if (!started)
                qFatal("the sandbox does not start: %s", qPrintable(started.error().toLogLine()));
            sandbox = std::move(*started);
            network = std::make_unique<FaultProxy>(sandbox->endpoint().baseUrl);
            endpoint = {network->url(), sandbox->endpoint().apiKey};
        }
        kaleyra = std::make_unique<kaleyra::KaleyraClient>(http, endpoint);
        restart();
    }

    ~Clinic()
    {
        http.shutDown();
        if (!waitUntil([this] { return service->isIdle(); }))
            qFatal("an operation never ends");
    }

    Clinic(const Clinic &) = delete;
    Clinic &operator=(const Clinic &) = delete;

    /// As if the program had been ended and started again.
    void restart() { service = std::make_unique<service::Teleconsultations>(parts(), policy); }
    service::Teleconsultations::Parts parts() { return {*kaleyra, store, journal, clock, directory}; }

    /// A doctor and a patient, an hour from now, for half an hour.
    TeleconsultationRequest request(int participants = 2) const
    {
        TeleconsultationRequest wish;
        wish.participantsNumber = participants;
        wish.participants = {person(QStringLiteral("doctor"), QStringLiteral("doctor"))};
        for (int i = 1; i < participants; ++i)
            wish.participants << person(QStringLiteral("patient.%1").arg(i));
        wish.start = clock.now().addSecs(3600);
        wish.duration = std::chrono::minutes(30);
        return wish;
    }

    Result<QString> create(const TeleconsultationRequest &wish) { return await(service->create(wish)); }

    /// The id of a stored consultation.
    QString created(const TeleconsultationRequest &wish)
    {
        const Result<QString> id = create(wish);
        return id ? *id : QStringLiteral("failed: ") + id.error().toLogLine();
    }

    Teleconsultation record(const QString &id) { return await(records.find(id)).value_or(Teleconsultation()); }
    QList<records::Intent> openIntents() { return await(journal.open()).value_or(QList<records::Intent>()); }
    int recordCount() { return int(await(records.list({})).value_or(QList<Teleconsultation>()).size()); }

    /// Waits for what goes on after an answer.
    bool settles()
    {
        return waitUntil([this] { return service->isIdle(); });
    }

    /// What the sandbox holds, asked past the network that fails.
    QJsonDocument ask(const QByteArray &method, const QString &path)
    {
        http::Request question;
        question.method = method;
        question.url = sandbox->endpoint().baseUrl.resolved(QUrl(path));
        question.headers.insert("apikey", sandbox->endpoint().apiKey);
        return await(directHttp.sendJson(question)).value_or(QJsonDocument());
    }
    QJsonArray rooms() { return ask("GET", QStringLiteral("/v2/rooms?limit=100"))[QStringLiteral("rooms")].toArray(); }
    QJsonArray users() { return ask("GET", QStringLiteral("/v2/users?limit=100"))[QStringLiteral("users")].toArray(); }

    /// The network fails from now on, whatever is tried.
    void breakNetwork(FaultProxy::Fault fault = FaultProxy::Fault::ResetBefore) { network->setFault(fault); }
    void mendNetwork() { network->setFault(FaultProxy::Fault::None); }
    /// These connections first, then a broken network.
    void breakNetworkAfter(QList<FaultProxy::Fault> faults)
    {
        faults << QList<FaultProxy::Fault>(40, FaultProxy::Fault::ResetBefore);
        network->setFaults(faults);
    }

    ManualClock clock;
    ConsultationPolicy policy;
    directory::Directory *directory = nullptr; ///< Holds from the next restart() on.
    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<FaultProxy> network;
    records::SqliteDatabase database;
    records::SqliteRecordStore records;
    records::SqliteIntentJournal journal;
    ObservedStore store;
    http::HttpClient http{{.tries = 2, .firstDelay = std::chrono::milliseconds(1)}};
    http::HttpClient directHttp;
    std::unique_ptr<kaleyra::KaleyraClient> kaleyra;
    std::unique_ptr<service::Teleconsultations> service;
};

} // namespace teleconsult::test
