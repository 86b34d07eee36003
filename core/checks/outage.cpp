#include "core/checks/outage.h"

#include "core/checks/probes.h"

#include <QTime>

namespace teleconsult::checks {

namespace {

bool isAway(const Result<void> &answer)
{
    return !answer && answer.error().kind == Error::Kind::Unreachable;
}

Task<void> nobodyToAsk()
{
    co_return Result<void>();
}

std::optional<Outage> wrongClock(const OutagePeers &peers)
{
    for (const QUrl &peer : peers.clocks) {
        const std::optional<std::chrono::seconds> offset = clockOffset(peers.http, peers.clock, peer);
        if (offset && std::chrono::abs(*offset) > greatestOffsetInUse)
            return Outage{Outage::What::Clock, *offset, {}};
    }
    return std::nullopt;
}

bool isOutOfDate(const Result<void> &answer)
{
    return isAway(answer) && answer.error().code == QLatin1String("tls_date");
}

/// A certificate that does not hold by this computer's clock: nearly always it is the clock, which then keeps everybody
/// from telling what time it is. Another peer may have told it all the same.
Outage outOfDate(const OutagePeers &peers)
{
    if (const std::optional<Outage> known = wrongClock(peers))
        return *known;
    QDateTime now = peers.clock.now();
    now.setTime(QTime(now.time().hour(), now.time().minute()));
    return {Outage::What::Clock, {}, now};
}

} // namespace

Task<std::optional<Outage>> findOutage(OutagePeers peers)
{
    Task<void> aboutCalls = peers.askCalls ? peers.askCalls() : nobodyToAsk();
    Task<void> aboutRecords = peers.askRecords();
    Result<void> calls = co_await aboutCalls;
    Result<void> records = co_await aboutRecords;
    const bool isElsewhere = !peers.askCalls;
    std::optional<Outage> found;
    if (isOutOfDate(calls) || (isElsewhere && isOutOfDate(records)))
        found = outOfDate(peers);
    else if (isAway(calls) || (isElsewhere && isAway(records)))
        found = Outage{Outage::What::Network, {}, {}};
    else if (!records)
        found = Outage{Outage::What::Records, {}, {}};
    else if (!calls)
        found = Outage{Outage::What::Calls, {}, {}};
    else
        found = wrongClock(peers);
    co_return Result<std::optional<Outage>>(found);
}

} // namespace teleconsult::checks
