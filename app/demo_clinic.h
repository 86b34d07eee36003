// A small made-up clinic to try the product with.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/records/record_store.h"
#include "core/service/teleconsultation_service.h"

namespace teleconsult::app {

/// Consultations around now, made through the backend like any other: doctors and patients become users of the sandbox,
/// rooms are real. Only ever used with the sandbox. Which records are the demo's stands in the settings.
/// Does not own what it is given, all of which must outlive it.
class DemoClinic
{
public:
    DemoClinic(service::TeleconsultationService &service, records::RecordStore &records, config::Settings &settings,
               const Clock &clock);

    bool isPresent() const;

    /// Makes the clinic when it is wanted and there is none, or renews it when all of it lies in the past.
    /// Answers whether anything changed.
    Task<bool> ensure();

    /// Removes every consultation of the demo for good; ensure() will not bring it back until wanted again.
    /// What could not be removed stays listed as the demo's, so that a second click removes it.
    Task<bool> remove();

    /// Wanted again: the next ensure() makes it.
    void want();

private:
    Task<bool> removeConsultations();
    Task<bool> adoptLeftovers();
    Task<bool> isStale();

    service::TeleconsultationService &m_service;
    records::RecordStore &m_records;
    config::Settings &m_settings;
    const Clock &m_clock;
};

} // namespace teleconsult::app
