// The consultations of some days, or of a search, as rows.
#pragma once

#include "ui/agenda/agenda_loader.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>

namespace teleconsult::ui {

/// Loads what is looked at, page by page, and never waits: old rows stay until new ones are there. Rows are ordered by
/// start; a search lists today and later first, then earlier ones. Phases follow the clock by themselves, at the very
/// moment of a change and at least once a minute. While days are not answered, or cannot be, what the service remembers
/// of them is shown: asOf() tells. Does not own the service and the clock, which must outlive it.
class AgendaModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class State {
        Loading, ///< There is nothing to show yet.
        Ready,   ///< Rows, perhaps with more to come.
        Empty,
        Error, ///< Nothing could be loaded: error().
    };
    Q_ENUM(State)

    /// What can be entered from a row.
    enum class Entry {
        None,
        Wait,    ///< It opens today, or somebody is still to be named: one may wait for it.
        Join,    ///< The room is open, or a call is going on.
        ReEnter, ///< A call took place; its room may still live.
    };
    Q_ENUM(Entry)

    /// Where the line of the current time goes.
    enum class NowMarker { None, Before, After };
    Q_ENUM(NowMarker)

    /// Qt::DisplayRole is the names; Qt::AccessibleTextRole a whole sentence.
    enum Role {
        IdRole = Qt::UserRole + 1,
        PhaseRole,      ///< int of teleconsult::Phase
        StartTimeRole,  ///< "10:15"
        EndTimeRole,    ///< "10:45"; empty: unknown
        InitialsRole,   ///< "LR": of the first of the names, where there is no room for them.
        DetailRole,     ///< Duration, groups, what is to be expected.
        EntryRole,      ///< Entry
        DayHeadingRole, ///< Title of the day that begins with this row, in a search; else empty.
        NowMarkerRole,  ///< NowMarker
    };

    AgendaModel(service::TeleconsultationService &service, const Clock &clock, QObject *parent = nullptr);

    /// Shows these days, local time, both included.
    void showDays(QDate first, QDate last);
    /// Shows everything that matches, whatever its day.
    void showSearch(const QString &text);
    /// Asks for the same again at once, and listens no more to what was asked before; `visibly`: an error that is shown
    /// gives way to the loading state meanwhile.
    void reload(bool visibly = true);
    /// Asks for the same again, without a word, once there is an answer to what was asked before. For what comes again
    /// and again: a service that takes longer than that would never be heard.
    void keepUp();
    /// Whether every page is loaded without being asked for, up to `maximumRows` (a painted week needs them all).
    void setLoadsAll(bool loadsAll);
    static constexpr int maximumRows = 5000;

    /// What was asked for last.
    const AgendaRange &range() const { return m_wanted; }

    State state() const { return m_state; }
    /// Why the last load failed; nothing after one that did not. With rows still shown, state() is Ready.
    const std::optional<Error> &error() const { return m_error; }
    /// As of when the rows are, when that is not now: the service has not answered yet, for longer than it may take
    /// when it was only asked again, or with an error. Null: they are what it answered last, or there are none.
    QDateTime asOf() const { return m_isRemembered || m_error || m_isOverdue ? m_readAt : QDateTime(); }

    const Teleconsultation &consultation(int row) const { return m_rows.at(row).consultation; }
    Phase phase(int row) const { return m_rows.at(row).phase; }
    Entry entry(int row) const;
    /// Whether the row is entered at once: joined, or waited for.
    bool isEnteredAtOnce(int row) const;
    int rowOf(const QString &id) const; ///< -1: not among the rows.
    /// The row that matters now: the first that is not over yet; -1: all are over.
    int currentRow() const;
    QDate today() const;
    QDateTime now() const { return m_clock.now(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    /// What comes is never told before this has returned.
    void fetchMore(const QModelIndex &parent) override;

public slots:
    /// Looks at the clock now. Happens by itself; a test that sets the clock calls it.
    void updateTime();
    /// All words again, in the current language.
    void retranslate();

signals:
    void stateChanged();
    /// A load has ended, well or not; rows may have changed.
    void loaded();
    /// The answer takes so long that the rows no longer count as those of now: asOf().
    void overdue();
    /// Phases or the now marker have changed: row heights may have as well.
    void timeUpdated();
    /// At least once a minute, whatever has changed.
    void timePassed();
    /// The clock has gone further than the time that passed here, or back: the machine was asleep, or it was set.
    void clockJumped();

private:
    struct Row
    {
        Teleconsultation consultation;
        Phase phase = Phase::Upcoming;
    };

    void show(const AgendaRange &range);
    bool isAsking() const; ///< What was asked last has not been told as answered or failed yet.
    void load();
    void askAgain();
    void startWaiting();
    void stopWaiting();
    void onOverdue();
    void onPatienceEnded();
    void recall(bool hasFailed);
    void onRecalled(const std::optional<records::RememberedDays> &days, bool hasFailed);
    void onLoaded(const QList<Teleconsultation> &consultations, bool fromStart);
    void onFailed(const Error &error);
    QList<Row> toRows(const QList<Teleconsultation> &consultations) const;
    void replaceRows(const QList<Row> &rows);
    void appendRows(const QList<Row> &rows);
    void setState(State state);
    void clearRows();
    bool updatePhases(const QDateTime &now);
    bool updateMarker(const QDateTime &now);
    void scheduleUpdate(const QDateTime &now);
    QString detail(const Row &row) const;
    QString accessibleText(int row) const;
    QString dayHeading(int row) const;

    service::TeleconsultationService &m_service;
    const Clock &m_clock;

    AgendaLoader m_loader;
    AgendaRange m_wanted; ///< What is asked for.
    AgendaRange m_shown;  ///< What the rows are of.
    QList<Row> m_rows;
    bool m_loadsAll = false;
    bool m_isFetching = false; ///< The next page will be asked for in a moment.
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QDateTime m_askedAt;          ///< When what is being asked was asked: the answer may be that old.
    QDateTime m_readAt;           ///< When the rows were asked of the service; null: there are none.
    bool m_isRemembered = false;  ///< The rows are not an answer of now.
    bool m_isToAskAgain = false;  ///< Something may have changed since what is being asked was asked.
    bool m_isFallingBack = false; ///< After a failure, what is remembered is being looked for.
    bool m_isOverdue = false;     ///< An answer has been awaited for longer than rows count as those of now.
    int m_recall = 0;             ///< Which question to the memory is the last.
    int m_markerRow = -1;
    NowMarker m_marker = NowMarker::None;
    QTimer m_timer;
    QDateTime m_lastLook; ///< At the clock; null: not yet.
    QDateTime m_nextLook;
    QTimer m_patience; ///< Old rows of another day are taken away when the new ones take their time.
    QTimer m_overdue;  ///< Runs from the first question that is not answered.
    QDateTime m_overdueAt;
};

} // namespace teleconsult::ui
