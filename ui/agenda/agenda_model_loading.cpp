// How the rows come from the service, or from what it remembers.
#include "ui/agenda/agenda_model.h"

#include <chrono>
#include <utility>

namespace teleconsult::ui {

namespace {

/// How long old rows stay in place of new ones that are not there yet.
constexpr std::chrono::milliseconds patience{300};
/// How long rows that are asked for again count as those of now.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(10);

} // namespace

void AgendaModel::showDays(QDate first, QDate last)
{
    show({first, last, {}});
}

void AgendaModel::showSearch(const QString &text)
{
    show({{}, {}, text});
}

void AgendaModel::show(const AgendaRange &range)
{
    if (range == m_wanted)
        return;
    m_wanted = range;
    stopWaiting();
    load();
    // An error about what was looked at before gives way as well.
    if (m_loader.isLoading() && m_wanted != m_shown)
        m_patience.start(patience);
}

void AgendaModel::reload(bool visibly)
{
    if (visibly && m_state == State::Error)
        setState(State::Loading);
    load();
}

void AgendaModel::keepUp()
{
    if (!isAsking()) {
        load();
        return;
    }
    m_isToAskAgain = true;
    startWaiting();
}

void AgendaModel::askAgain()
{
    if (std::exchange(m_isToAskAgain, false))
        keepUp();
}

bool AgendaModel::isAsking() const
{
    return m_isFallingBack || m_loader.isLoading();
}

void AgendaModel::setLoadsAll(bool loadsAll)
{
    m_loadsAll = loadsAll;
    if (loadsAll && canFetchMore({}))
        fetchMore({});
}

void AgendaModel::load()
{
    const bool same = m_wanted == m_shown;
    ++m_recall;
    m_isToAskAgain = false;
    m_isFallingBack = false;
    m_askedAt = m_clock.now();
    startWaiting();
    if (same)
        m_patience.stop();
    else if (m_state != State::Error) // Of the same days: it stays until there is something better.
        m_patience.start(patience);
    // Read again, what a person has scrolled to is still there.
    m_loader.load(m_wanted, same ? m_rows.size() : 0);
}

void AgendaModel::startWaiting()
{
    // Whoever asks again and again has been waiting since the first time.
    if (m_isOverdue || m_overdue.isActive())
        return;
    m_overdueAt = m_clock.now().addMSecs(longestWait.count());
    m_overdue.start(longestWait);
}

void AgendaModel::stopWaiting()
{
    m_overdue.stop();
    m_isOverdue = false;
}

void AgendaModel::onOverdue()
{
    m_overdue.stop();
    m_isOverdue = true;
    emit overdue();
}

void AgendaModel::onPatienceEnded()
{
    clearRows();
    setState(State::Loading);
    recall(false);
}

void AgendaModel::recall(bool hasFailed)
{
    if (m_wanted.isSearch()) {
        onRecalled(std::nullopt, hasFailed);
        return;
    }
    m_isFallingBack = hasFailed;
    whenDone(m_service.remembered(AgendaLoader::queryOf(m_wanted)), this,
             [this, hasFailed, recall = ++m_recall](const Result<std::optional<records::RememberedDays>> &days) {
                 if (recall == m_recall)
                     onRecalled(days.value_or(std::nullopt), hasFailed);
             });
}

void AgendaModel::onRecalled(const std::optional<records::RememberedDays> &days, bool hasFailed)
{
    if (hasFailed)
        m_isFallingBack = false;
    if (days) {
        replaceRows(toRows(days->consultations));
        m_isRemembered = true;
        m_readAt = days->asOf;
        updateTime();
        setState(m_rows.isEmpty() ? State::Empty : State::Ready);
    } else if (hasFailed) {
        clearRows();
        setState(State::Error);
    }
    if (days || hasFailed)
        emit loaded();
    if (hasFailed)
        askAgain();
}

void AgendaModel::onLoaded(const QList<Teleconsultation> &consultations, bool fromStart)
{
    ++m_recall;
    m_error.reset();
    m_isRemembered = false;
    m_patience.stop();
    // What was asked before a change is not the newest: whoever was told that the rows are old is to hear no other.
    if (!m_isToAskAgain || !m_isOverdue)
        stopWaiting();
    if (m_isToAskAgain)
        startWaiting();
    const QList<Row> rows = toRows(consultations);
    if (fromStart) {
        m_readAt = m_askedAt;
        replaceRows(rows);
    } else {
        appendRows(rows);
    }
    updateTime();
    setState(m_rows.isEmpty() ? State::Empty : State::Ready);
    emit loaded();
    // Before anything is asked again: a week with changes all the time would never be complete.
    if (m_loadsAll && canFetchMore({}))
        fetchMore({});
    else
        askAgain();
}

void AgendaModel::onFailed(const Error &error)
{
    m_error = error;
    m_patience.stop();
    stopWaiting();
    const bool keepRows = (!m_rows.isEmpty() || m_isRemembered) && m_wanted == m_shown;
    // Whoever may not see the rows is not to see older ones.
    if (error.kind == Error::Kind::Unauthorized || !keepRows) {
        clearRows();
        m_isRemembered = false;
    }
    if (error.kind != Error::Kind::Unauthorized && !keepRows) {
        recall(true);
        return;
    }
    if (error.kind == Error::Kind::Unauthorized)
        setState(State::Error);
    else
        setState(m_rows.isEmpty() ? State::Empty : State::Ready);
    emit loaded();
    askAgain();
}

} // namespace teleconsult::ui
