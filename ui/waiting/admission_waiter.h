// Somebody who waits for a room to open.
#pragma once

#include "core/domain/admission_schedule.h"
#include "core/domain/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace teleconsult::ui {

/// Runs an AdmissionSchedule: says when it is time to ask, and once a second that a countdown has moved. Notices by
/// itself when the clock was set, or has gone on while the machine slept. Asks nobody itself: its owner does, and tells
/// what came of it. Does not own the clock, which must outlive it.
class AdmissionWaiter : public QObject
{
    Q_OBJECT
public:
    AdmissionWaiter(const Clock &clock, AdmissionSchedule::Random random, QObject *parent = nullptr);
    ~AdmissionWaiter() override;

    /// What the last question came to; begins waiting if that has not begun. See AdmissionSchedule.
    void onClosed(const QDateTime &opensAt, bool allKnown);
    void onError(const QDateTime &opensAt, std::chrono::seconds retryAfter);
    /// Something has changed: asks at once, or after the answer to the question that is open. Nothing while it is not
    /// waiting.
    void onNews();
    /// The network or the machine is back, or the clock has jumped: as onNews(), but the answer to the question that is
    /// open is not waited for, which may have set out on a network that is gone.
    void onReturn();
    /// The person wants to know now, whatever was asked for. Nothing while it is not waiting.
    void onWish();
    void stop();

    bool isWaiting() const { return m_schedule != nullptr; }
    /// Null while it is not waiting.
    QDateTime nextAsk() const;

signals:
    /// Ask now; whatever was asked before is not waited for any more.
    void due();
    void ticked();

private:
    AdmissionSchedule &schedule();
    void onOutcome();
    void tick();
    bool clockHasJumped();
    void askIfDue();
    void startTimer();

    const Clock &m_clock;
    AdmissionSchedule::Random m_random;
    std::unique_ptr<AdmissionSchedule> m_schedule; ///< Null: nobody waits.
    QTimer m_timer;
    QElapsedTimer m_sinceTick; ///< Stands still while the machine sleeps.
    QDateTime m_tickedAt;
    bool m_isAsking = false;
    bool m_hasNews = false; ///< Came while it was being asked: the answer may be older.
};

} // namespace teleconsult::ui
