// The operations on teleconsultations, with a memory for when the service does not answer.
#pragma once

#include "core/domain/clock.h"
#include "core/records/agenda_memory.h"
#include "core/service/passing_teleconsultations.h"

#include <functional>

namespace teleconsult::service {

/// Passes everything on to another service, and keeps what it lists of the days around now: remembered() tells it while
/// the other does not answer. Once an hour it lists the days to come as well, which nobody may have looked at yet. When
/// the other says that the caller may not see the list, all is forgotten. Does not own what it is given, all of which
/// must outlive it.
class RememberingTeleconsultations final : public PassingTeleconsultations
{
public:
    /// `source` names the service and who asks it (AgendaMemory); asked each time.
    RememberingTeleconsultations(TeleconsultationService &service, records::AgendaMemory &memory, const Clock &clock,
                                 std::function<QString()> source);

    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) override;
    Task<std::optional<records::RememberedDays>> remembered(records::Query query) override;
    Task<void> remove(QString id, RequestContext context = {}) override;

private:
    /// Pages of an answer that is not complete yet.
    struct Pages
    {
        records::Query days;
        QList<Teleconsultation> consultations;
    };

    Task<void> take(records::Query query, QList<Teleconsultation> page);
    Task<void> keep(records::Query days, QList<Teleconsultation> consultations);
    Task<void> readAhead();
    Task<void> forgetAll();

    records::AgendaMemory &m_memory;
    const Clock &m_clock;
    std::function<QString()> m_source;
    Pages m_pages;
    QDateTime m_readAhead; ///< When the days to come were last asked for; null: not yet.
};

} // namespace teleconsult::service
