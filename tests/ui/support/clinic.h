// A small clinic for tests of the glass: real service, real records, real sandbox, and a network that can fail.
#pragma once

#include "core/config/settings.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/sqlite_database.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/sandbox/sandbox.h"
#include "core/service/teleconsultations.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_folder.h"
#include "tests/support/reserved_port.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// Monday 2 March 2026, 9:00 UTC, unless the clock is set. The station is Dr. Anna Bianchi's; rooms open 15 minutes
/// before the start. Make it after QApplication.
class Clinic
{
public:
    Clinic();
    ~Clinic();
    Clinic(const Clinic &) = delete;
    Clinic &operator=(const Clinic &) = delete;

    ManualClock &clock() { return m_clock; }
    config::Settings &settings() { return m_settings; }
    service::Teleconsultations &service() { return *m_service; }

    enum class Network {
        Up,
        Down, ///< Kaleyra refuses every connection.
    };
    /// For requests to come. Up when nothing else is said.
    void setNetwork(Network network);

    static StationIdentity station();

    /// A consultation of the station's person and a patient, `fromNow` from the clock's now.
    TeleconsultationRequest request(std::chrono::minutes fromNow,
                                    std::chrono::minutes duration = std::chrono::minutes(30),
                                    const QString &patient = QStringLiteral("Mario Rossi"));
    /// The sandbox as a whole goes, with its call pages and their server, and comes back at the same address with what
    /// it had kept.
    void stopSandbox();
    void startSandbox();
    bool hasSandbox() const { return m_sandbox != nullptr; }

    /// Creates it and answers the record; fails the test when that fails.
    Teleconsultation schedule(const TeleconsultationRequest &request);
    Teleconsultation find(const QString &id);
    /// At Kaleyra, behind the service's back. Answers whether there was one.
    bool deleteRoom(const QString &roomId);
    /// All that are on record.
    QList<Teleconsultation> all();

private:
    Task<kaleyra::Endpoint> endpoint();

    ui::Theme m_theme;
    QTemporaryDir m_folder{folderInMemory(QStringLiteral("clinic"))};
    ManualClock m_clock;
    config::Settings m_settings;
    ReservedPort m_sandboxPort;
    std::unique_ptr<sandbox::Sandbox> m_sandbox; ///< Null: it is stopped.
    sandbox::Endpoint m_sandboxEndpoint;
    Network m_network = Network::Up;
    std::unique_ptr<FaultProxy> m_badNetwork;
    http::HttpClient m_http;
    std::unique_ptr<kaleyra::KaleyraClient> m_kaleyra;
    std::unique_ptr<records::SqliteDatabase> m_database;
    std::unique_ptr<records::SqliteRecordStore> m_records;
    std::unique_ptr<records::SqliteIntentJournal> m_journal;
    std::unique_ptr<service::Teleconsultations> m_service;
};

} // namespace teleconsult::test
