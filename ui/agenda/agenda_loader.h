// The consultations of some days, or of a search, page by page.
#pragma once

#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QSet>

namespace teleconsult::ui {

/// What an agenda asks for: the days from `first` to `last`, local, both included; or, whatever their day, those that
/// match `text`.
struct AgendaRange
{
    QDate first;
    QDate last;
    QString text;

    bool isSearch() const { return !text.isEmpty(); }
    bool isOneDay() const { return !isSearch() && first == last; }

    friend bool operator==(const AgendaRange &, const AgendaRange &) = default;
};

/// Asks one question at a time; answers to an older one are dropped. Ordered by start; a search answers with today and
/// later first, then with earlier ones. Nothing comes twice. Does not own the service and the clock, which must outlive
/// it.
class AgendaLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 200;

    AgendaLoader(service::TeleconsultationService &service, const Clock &clock, QObject *parent = nullptr);

    /// From the beginning, until there are a page full and at least `atLeast`, or all.
    void load(const AgendaRange &range, qsizetype atLeast);
    /// The next page.
    void loadMore();
    /// The whole of such days, as one question.
    static records::Query queryOf(const AgendaRange &days);
    /// Whether the next page can be asked for: there is one, and nothing is on its way.
    bool hasMore() const { return !m_loading && !m_cursor.complete; }
    /// Whether an answer is on its way.
    bool isLoading() const { return m_loading; }

signals:
    /// `fromStart`: in place of everything that came before; else to follow it.
    void loaded(const QList<Teleconsultation> &consultations, bool fromStart);
    /// There is no more then: what could not be read is not asked for again by itself.
    void failed(const Error &error);

private:
    /// The two halves of a search, each ordered by start.
    enum class Part { TodayAndLater, Earlier };
    /// How far the pages have been read.
    struct Cursor
    {
        Part part = Part::TodayAndLater;
        int offset = 0;
        bool complete = false;
    };

    void requestPage();
    records::Query nextQuery() const;
    void onPage(const Result<QList<Teleconsultation>> &page);
    void advance(qsizetype pageRows);

    service::TeleconsultationService &m_service;
    const Clock &m_clock;

    AgendaRange m_range;
    Cursor m_cursor{Part::TodayAndLater, 0, true}; ///< Complete as long as nothing was asked for.
    QSet<QString> m_ids;                           ///< What has come since the beginning.
    QList<Teleconsultation> m_staged;              ///< Come since the last signal.
    qsizetype m_atLeast = 0;
    bool m_fromStart = false;
    bool m_loading = false;
    int m_generation = 0;
};

} // namespace teleconsult::ui
