#include "ui/agenda/agenda_model.h"

#include "ui/widgets/date_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/phase_text.h"

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

QDate localDay(const QDateTime &utc)
{
    return utc.toLocalTime().date();
}

bool isOver(const Teleconsultation &consultation, const QDateTime &now)
{
    const QDateTime end = consultation.schedule.end();
    return (end.isValid() ? end : consultation.schedule.start()) <= now;
}

} // namespace

AgendaModel::AgendaModel(service::TeleconsultationService &service, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_service(service), m_clock(clock), m_loader(service, clock)
{
    connect(&m_loader, &AgendaLoader::loaded, this, &AgendaModel::onLoaded);
    connect(&m_loader, &AgendaLoader::failed, this, &AgendaModel::onFailed);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AgendaModel::updateTime);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &AgendaModel::onPatienceEnded);
    m_overdue.setSingleShot(true);
    connect(&m_overdue, &QTimer::timeout, this, &AgendaModel::onOverdue);
}

QList<AgendaModel::Row> AgendaModel::toRows(const QList<Teleconsultation> &consultations) const
{
    const QDateTime now = m_clock.now();
    QList<Row> rows;
    rows.reserve(consultations.size());
    for (const Teleconsultation &consultation : consultations)
        rows.append({consultation, phaseAt(consultation, m_service.policy(), now)});
    return rows;
}

void AgendaModel::replaceRows(const QList<Row> &rows)
{
    const bool sameIds = m_wanted == m_shown &&
                         std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                                    [](const Row &a, const Row &b) { return a.consultation.id == b.consultation.id; });
    m_shown = m_wanted;
    if (sameIds) {
        // Nothing came or went: whatever is selected or scrolled to stays where it is.
        m_rows = rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    m_markerRow = -1;
    endResetModel();
}

void AgendaModel::appendRows(const QList<Row> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void AgendaModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void AgendaModel::clearRows()
{
    m_readAt = {};
    m_isRemembered = false;
    if (m_rows.isEmpty()) {
        m_shown = {};
        return;
    }
    beginResetModel();
    m_rows.clear();
    m_shown = {};
    m_markerRow = -1;
    endResetModel();
}

AgendaModel::Entry AgendaModel::entry(int row) const
{
    const Row &r = m_rows.at(row);
    if (!isJoinable(r.consultation, m_service.policy(), m_clock.now())) {
        const bool isAwaited = r.phase == Phase::WaitingForParticipants || r.phase == Phase::Upcoming;
        const bool isToday = localDay(opensAt(r.consultation, m_service.policy())) <= today();
        return isAwaited && isToday ? Entry::Wait : Entry::None;
    }
    switch (r.phase) {
    case Phase::Open:
    case Phase::InCall:
        return Entry::Join;
    case Phase::Held:
        return Entry::ReEnter;
    case Phase::WaitingForParticipants:
    case Phase::Upcoming:
    case Phase::NotHeld:
        break;
    }
    return Entry::None;
}

bool AgendaModel::isEnteredAtOnce(int row) const
{
    return entry(row) == Entry::Join || entry(row) == Entry::Wait;
}

int AgendaModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return r.consultation.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AgendaModel::currentRow() const
{
    const QDateTime now = m_clock.now();
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return !isOver(r.consultation, now); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QDate AgendaModel::today() const
{
    return localDay(m_clock.now());
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Schedule &schedule = row.consultation.schedule;
    switch (role) {
    case Qt::DisplayRole:
        return participantNames(row.consultation, m_service.policy().privileges);
    case Qt::AccessibleTextRole:
        return accessibleText(index.row());
    case Qt::AccessibleDescriptionRole:
        return detail(row);
    case IdRole:
        return row.consultation.id;
    case PhaseRole:
        return int(row.phase);
    case StartTimeRole:
        return DateText::time(schedule.start());
    case EndTimeRole:
        return schedule.end().isValid() ? DateText::time(schedule.end()) : QString();
    case InitialsRole:
        return firstInitials(row.consultation, m_service.policy().privileges);
    case DetailRole:
        return detail(row);
    case EntryRole:
        return QVariant::fromValue(entry(index.row()));
    case DayHeadingRole:
        return dayHeading(index.row());
    case NowMarkerRole:
        return QVariant::fromValue(index.row() == m_markerRow ? m_marker : NowMarker::None);
    default:
        return {};
    }
}

QString AgendaModel::detail(const Row &row) const
{
    const Teleconsultation &consultation = row.consultation;
    QStringList parts;
    if (consultation.schedule.duration() > std::chrono::seconds(0))
        parts << DateText::duration(consultation.schedule.duration());
    QStringList groups;
    for (const Participant &participant : consultation.participants)
        groups << participant.groups;
    groups.removeDuplicates();
    groups.sort();
    std::reverse(groups.begin(), groups.end());
    if (!groups.isEmpty())
        parts << groupsText(groups);
    const QDateTime opening = opensAt(consultation, m_service.policy());
    if (row.phase == Phase::Upcoming && opening != consultation.schedule.start())
        parts << PhaseText::opening(opening, m_clock.now());
    return parts.join(QStringLiteral(" · "));
}

QString AgendaModel::accessibleText(int row) const
{
    const Row &r = m_rows.at(row);
    const QString times = DateText::timeRange(r.consultation.schedule.start(), r.consultation.schedule.end());
    const QString text =
        tr("%1, %2, %3", "time, participants, state")
            .arg(times, participantNames(r.consultation, m_service.policy().privileges), PhaseText::words(r.phase));
    if (m_shown.isOneDay())
        return text;
    return tr("%1, %2", "day, consultation")
        .arg(DateText::heading(localDay(r.consultation.schedule.start()), today()), text);
}

QString AgendaModel::dayHeading(int row) const
{
    if (!m_shown.isSearch())
        return {};
    const QDate day = localDay(m_rows.at(row).consultation.schedule.start());
    if (row > 0 && localDay(m_rows.at(row - 1).consultation.schedule.start()) == day)
        return {};
    const QString heading = DateText::heading(day, today());
    return day < today() ? tr("Earlier · %1", "a day in the past").arg(heading) : heading;
}

bool AgendaModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isFetching && m_loader.hasMore() && m_wanted == m_shown &&
           m_rows.size() < maximumRows;
}

void AgendaModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    // A service may answer at once. Views ask for more while they are told of the rows that came last, and must have
    // heard of those before there are others.
    const auto fetch = [this] {
        m_isFetching = false;
        if (canFetchMore({}))
            m_loader.loadMore();
    };
    QMetaObject::invokeMethod(this, fetch, Qt::QueuedConnection);
}

void AgendaModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
    emit timeUpdated();
}

} // namespace teleconsult::ui
