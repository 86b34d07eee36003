// One run of a move. Used by RecordMover only.
#pragma once

#include "core/service/record_mover.h"

namespace teleconsult::service {

/// Goes through the records here, page by page, and sees to it that the service has each. The parts must outlive it.
class MoveRun
{
public:
    MoveRun(records::MovingSource &source, records::MovingTarget &target, records::StandIn standIn, MoveOrder order);

    /// The report, filled in whatever way it ends.
    Task<MoveReport> carryOut();

private:
    Task<void> begin();
    Task<bool> pass(bool isCheck);
    Task<void> passPeople();
    Task<void> passConsultations();
    Task<void> sendPeople(QList<records::KeptPerson> people);
    Task<void> sendPerson(records::KeptPerson person);
    Task<void> sendConsultations(QList<records::KeptConsultation> page);
    Task<void> sendConsultation(records::KeptConsultation kept, std::optional<records::ArrivedConsultation> arrived);
    Task<void> insert(records::KeptConsultation kept);
    Task<void> bringUpToDate(records::KeptConsultation kept, records::ArrivedConsultation arrived);
    Task<void> trash(records::KeptConsultation kept);

    Result<void> settle(const Unmoved &what, const Error &error);
    bool concernsStranger(const Teleconsultation &consultation) const;
    Result<void> advance(int by);

    records::MovingSource &m_source;
    records::MovingTarget &m_target;
    records::StandIn m_standIn;
    MoveOrder m_order;
    MoveReport m_report;
    MoveProgress m_progress;
    QSet<QString> m_strangers; ///< Kaleyra ids that the service's user map gives to nobody.
    int m_sentBefore = 0;
};

} // namespace teleconsult::service
