// What is wrong with this installation, and what mends it.
#pragma once

#include "core/checks/check.h"
#include "core/config/settings.h"
#include "core/directory/directory.h"
#include "core/domain/clock.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/record_store.h"
#include "core/service/teleconsultation_service.h"

#include <functional>

namespace teleconsult::checks {

/// Looks at settings, folder and peers, and changes nothing but what a first start would make. Does not own what it is
/// given.
class Examination
{
public:
    /// What is examined; all of it must outlive the examination.
    struct Parts
    {
        const config::Settings &settings;
        const Clock &clock;
        const http::HttpClient &http;
        QString settingsFile;
        QString dataDir;
        service::TeleconsultationService &teleconsultations;
        records::RecordStore &records;
        directory::Directory *directory; ///< Null: names and groups are given.
        teleconsult::kaleyra::KaleyraClient &kaleyra;
        bool usesService; ///< A Teleconsultation Service elsewhere does the work.
        bool usesSandbox;
        /// Sees to it that the backend is there, or says why it is not.
        std::function<Task<void>()> start;
    };

    explicit Examination(Parts parts) : m_parts(std::move(parts)) {}

    /// Never an error: what fails is a finding.
    Task<QList<Check>> examine();

private:
    Check settingsFile() const;
    Check values() const;
    Check dataDir() const;
    Check configuration() const;
    Check station() const;
    /// Of a kiosk only.
    QList<Check> kiosk() const;
    Task<Check> service();
    Task<Check> kaleyra();
    Task<Check> records();
    QString crudPeer() const;
    Task<Check> people();
    Check clockAgainst(const QString &name, const QUrl &peer) const;

    Parts m_parts;
};

} // namespace teleconsult::checks
