// Codes for the kiosk: handing them out, and finding whose one is.
#pragma once

#include "core/config/settings.h"
#include "core/domain/appointment_code.h"
#include "core/domain/clock.h"
#include "core/service/operations.h"
#include "core/service/teleconsultation_service.h"

namespace teleconsult::service {

/// The code of one person (domain/appointment_code.h). Errors of kind Storage: those of Settings::appointmentKey(), and
/// appointment_key_not_set.
Result<QString> appointmentCodeFor(const config::Settings &settings, const Teleconsultation &consultation,
                                   const QString &kaleyraUserId);

/// What is entered at one kiosk. Counts wrong tries in memory: the header of the codes says what a new start gives
/// away. Does not own what it is given, all of which must outlive it; whoever destroys it waits until isIdle().
class Appointments
{
public:
    Appointments(TeleconsultationService &service, const config::Settings &settings, const Clock &clock)
        : m_service(service), m_settings(settings), m_clock(clock)
    {}

    /// Whose code that is, as it was typed. Errors: kind Invalid, codes appointment_malformed (not counted as a try)
    /// and appointment_unknown; kind RateLimited, code appointment_too_soon, `retryAfter` says when; those of
    /// appointmentCodeFor() and of list().
    Task<Appointment> find(QString typed);
    /// 0: a try is allowed now. When the clock was set back to before the last wrong try, the pause begins anew.
    std::chrono::seconds wait();

    bool isIdle() const { return m_operations.areDone(); }

private:
    Task<QList<Teleconsultation>> around(QDateTime now);
    int failures();

    TeleconsultationService &m_service;
    const config::Settings &m_settings;
    const Clock &m_clock;
    int m_failures = 0;
    QDateTime m_lastFailure;
    Operations m_operations;
};

} // namespace teleconsult::service
