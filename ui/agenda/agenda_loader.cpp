#include "ui/agenda/agenda_loader.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

AgendaLoader::AgendaLoader(service::TeleconsultationService &service, const Clock &clock, QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock)
{}

void AgendaLoader::load(const AgendaRange &range, qsizetype atLeast)
{
    ++m_generation;
    m_range = range;
    m_cursor = {};
    m_ids.clear();
    m_staged.clear();
    // Nothing ahead is no answer to a search: what is past is looked at as well.
    m_atLeast = std::max<qsizetype>(pageSize, atLeast);
    m_fromStart = true;
    requestPage();
}

void AgendaLoader::loadMore()
{
    if (!hasMore())
        return;
    m_atLeast = 1;
    m_fromStart = false;
    requestPage();
}

records::Query AgendaLoader::queryOf(const AgendaRange &days)
{
    records::Query query;
    query.from = days.first.startOfDay().toUTC();
    query.until = days.last.addDays(1).startOfDay().toUTC();
    return query;
}

records::Query AgendaLoader::nextQuery() const
{
    records::Query query = m_range.isSearch() ? records::Query() : queryOf(m_range);
    query.limit = pageSize;
    query.offset = m_cursor.offset;
    query.text = m_range.text;
    const QDateTime todayBegins = m_clock.now().toLocalTime().date().startOfDay().toUTC();
    if (!m_range.isSearch())
        return query;
    if (m_cursor.part == Part::TodayAndLater)
        query.from = todayBegins;
    else
        query.until = todayBegins;
    return query;
}

void AgendaLoader::requestPage()
{
    m_loading = true;
    whenDone(m_service.list(nextQuery()), this,
             [this, generation = m_generation](const Result<QList<Teleconsultation>> &page) {
                 if (generation == m_generation)
                     onPage(page);
             });
}

void AgendaLoader::onPage(const Result<QList<Teleconsultation>> &page)
{
    if (!page) {
        m_loading = false;
        m_staged.clear();
        m_cursor.complete = true;
        emit failed(page.error());
        return;
    }
    advance(page->size());
    for (const Teleconsultation &consultation : *page) {
        // Records that moved between two pages, and those of a night that belong to both halves of a search.
        if (m_ids.contains(consultation.id))
            continue;
        m_ids.insert(consultation.id);
        m_staged.append(consultation);
    }
    if (!m_cursor.complete && m_staged.size() < m_atLeast) {
        requestPage();
        return;
    }
    m_loading = false;
    emit loaded(std::exchange(m_staged, {}), m_fromStart);
}

void AgendaLoader::advance(qsizetype pageRows)
{
    m_cursor.offset += int(pageRows);
    if (pageRows >= pageSize)
        return;
    if (m_range.isSearch() && m_cursor.part == Part::TodayAndLater)
        m_cursor = {Part::Earlier, 0, false};
    else
        m_cursor.complete = true;
}

} // namespace teleconsult::ui
