#include "core/service/record_mover.h"

#include "core/service/move_run.h"

namespace teleconsult::service {

QString nameOfTarget(const config::CrudService &service)
{
    return QStringList{service.baseUrl.toString(), service.consultations, service.users}.join(QLatin1Char(' '));
}

records::MovingTarget RecordMover::targetOf(const config::CrudService &service) const
{
    return {m_parts.http, m_parts.endpointOf(service),
            records::CrudCollections{.consultations = service.consultations, .users = service.users}};
}

Task<MoveOutlook> RecordMover::outlook()
{
    const Operations::Scope operation(m_operations);
    records::MovingSource source(m_parts.database, m_parts.clock);
    Result<records::StandIn> standIn = co_await m_parts.madeByStandIn();
    if (standIn)
        standIn = co_await source.standIn(*standIn);
    if (!standIn)
        co_return Result<MoveOutlook>(failure(standIn.error()));
    Result<records::KeptCounts> counts = co_await source.counts(*standIn);
    if (!counts)
        co_return Result<MoveOutlook>(failure(counts.error()));
    Result<records::MoveMark> mark = co_await source.mark();
    if (!mark)
        co_return Result<MoveOutlook>(failure(mark.error()));
    MoveOutlook outlook;
    outlook.counts = *counts;
    outlook.mark = *mark;
    co_return Result<MoveOutlook>(std::move(outlook));
}

Task<void> RecordMover::tryTarget(config::CrudService target)
{
    const Operations::Scope operation(m_operations);
    records::MovingTarget there = targetOf(target);
    Result<void> answer = co_await there.probe();
    co_return answer;
}

Task<MoveReport> RecordMover::move(MoveOrder order)
{
    const Operations::Scope operation(m_operations);
    records::MovingSource source(m_parts.database, m_parts.clock);
    records::MovingTarget target = targetOf(order.target);
    Result<records::StandIn> standIn = co_await m_parts.madeByStandIn();
    if (standIn)
        standIn = co_await source.standIn(*standIn);
    if (!standIn) {
        MoveReport report;
        report.stopped = standIn.error();
        co_return Result<MoveReport>(std::move(report));
    }
    MoveRun run(source, target, *standIn, std::move(order));
    Result<MoveReport> report = co_await run.carryOut();
    co_return report;
}

Task<bool> RecordMover::reopen()
{
    const Operations::Scope operation(m_operations);
    records::MovingSource source(m_parts.database, m_parts.clock);
    Result<bool> reopened = co_await source.unseal();
    co_return reopened;
}

} // namespace teleconsult::service
