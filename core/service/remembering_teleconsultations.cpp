#include "core/service/remembering_teleconsultations.h"

#include <QLoggingCategory>

namespace teleconsult::service {

namespace {

Q_LOGGING_CATEGORY(lcMemory, "teleconsult.service.memory")

constexpr std::chrono::seconds readAheadInterval = std::chrono::hours(1);
constexpr int daysAhead = 7;

void warnOf(const Result<void> &kept)
{
    if (!kept)
        qCWarning(lcMemory).noquote() << "The agenda cannot be kept:" << kept.error().toLogLine();
}

} // namespace

RememberingTeleconsultations::RememberingTeleconsultations(TeleconsultationService &service,
                                                           records::AgendaMemory &memory, const Clock &clock,
                                                           std::function<QString()> source)
    : PassingTeleconsultations(service), m_memory(memory), m_clock(clock), m_source(std::move(source))
{}

Task<QList<Teleconsultation>> RememberingTeleconsultations::list(records::Query query, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<QList<Teleconsultation>> answer = co_await m_service.list(query, context);
    // Nobody waits for what is kept.
    if (!answer && answer.error().kind == Error::Kind::Unauthorized)
        static_cast<void>(forgetAll());
    else if (answer && query.text.isEmpty())
        static_cast<void>(take(query, *answer));
    co_return answer;
}

Task<std::optional<records::RememberedDays>> RememberingTeleconsultations::remembered(records::Query query)
{
    const Operations::Scope operation(m_operations);
    Result<std::optional<records::RememberedDays>> days = co_await m_memory.recall(m_source(), query);
    co_return days;
}

Task<void> RememberingTeleconsultations::remove(QString id, RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Result<void> removed = co_await m_service.remove(id, context);
    if (removed || isNotFound(removed.error())) {
        Result<void> forgotten = co_await m_memory.forget(id);
        warnOf(forgotten);
    }
    co_return removed;
}

/// An answer is kept once its last page is there: half a day is no day.
Task<void> RememberingTeleconsultations::take(records::Query query, QList<Teleconsultation> page)
{
    const Operations::Scope operation(m_operations);
    const bool isFirst = query.offset == 0;
    const bool follows = query.from == m_pages.days.from && query.until == m_pages.days.until &&
                         query.offset == m_pages.consultations.size();
    if (!isFirst && !follows)
        co_return Result<void>();
    if (isFirst)
        m_pages = Pages{query, page};
    else
        m_pages.consultations += page;
    if (page.size() >= query.limit)
        co_return Result<void>();
    const Pages complete = std::exchange(m_pages, Pages());
    Result<void> kept = co_await keep(complete.days, complete.consultations);
    if (kept && (!m_readAhead.isValid() || m_readAhead.secsTo(m_clock.now()) >= readAheadInterval.count()))
        co_await readAhead();
    co_return kept;
}

Task<void> RememberingTeleconsultations::keep(records::Query days, QList<Teleconsultation> consultations)
{
    const Operations::Scope operation(m_operations);
    Result<void> kept = co_await m_memory.keep(m_source(), days, consultations, m_clock.now());
    warnOf(kept);
    co_return kept;
}

/// From today on. Days like those that the agenda asks for, so that each is as of when it was last seen.
Task<void> RememberingTeleconsultations::readAhead()
{
    const Operations::Scope operation(m_operations);
    m_readAhead = m_clock.now();
    const QDate today = m_readAhead.toLocalTime().date();
    records::Query days;
    days.from = today.startOfDay().toUTC();
    days.until = today.addDays(daysAhead).startOfDay().toUTC();
    QList<Teleconsultation> all;
    const RequestContext nobody;
    for (bool isComplete = false; !isComplete;) {
        Result<QList<Teleconsultation>> page = co_await m_service.list(days, nobody);
        if (!page)
            co_return failure(page.error());
        all += *page;
        days.offset = int(all.size());
        isComplete = page->size() < days.limit;
    }
    Result<void> kept = co_await keep(days, all);
    co_return kept;
}

Task<void> RememberingTeleconsultations::forgetAll()
{
    const Operations::Scope operation(m_operations);
    Result<void> cleared = co_await m_memory.clear();
    warnOf(cleared);
    co_return cleared;
}

} // namespace teleconsult::service
