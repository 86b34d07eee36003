// A small made-up clinic to try the product with.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/record_store.h"
#include "core/records/sqlite_upkeep.h"
#include "core/service/teleconsultation_service.h"

namespace teleconsult::app {

/// Consultations around now, made through the backend like any other: doctors and patients become users of the sandbox,
/// rooms are real. Only ever used with the sandbox and records on this computer. Which records are the demo's stands in
/// the settings; which people, in the code.
class DemoClinic
{
public:
    /// Not owned; all of it must outlive the clinic.
    struct Parts
    {
        service::TeleconsultationService &service;
        records::RecordStore &records;
        records::SqliteUpkeep &upkeep;
        kaleyra::KaleyraClient &kaleyra;
        config::Settings &settings;
        const Clock &clock;
    };

    explicit DemoClinic(Parts parts);

    bool isPresent() const;

    /// Makes the clinic when it is wanted and there is none, or renews it when all of it lies in the past. When it is
    /// not wanted, people of it go who were left behind. Answers whether the agenda has changed.
    Task<bool> ensure();

    /// Removes every consultation of the demo for good, and those of its people who take part in no other: from the
    /// user map, and from the sandbox's users. The station's person is nobody of the demo's. ensure() will not bring it
    /// back until wanted again. Consultations that could not be removed stay listed as the demo's, so that a second
    /// click removes them; people, until the next ensure().
    Task<bool> remove();

    /// Wanted again: the next ensure() makes it.
    void want();

private:
    Task<bool> removeConsultations();
    Task<void> removePeople();
    Task<bool> adoptLeftovers();
    Task<bool> isStale();

    Parts m_parts;
};

} // namespace teleconsult::app
