// When somebody who waits for a room is to ask whether it has opened.
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace teleconsult {

/// The next time to ask for a link. It is asked only when the answer can have changed: at the opening, which is known;
/// now and then before it, because the consultation may have been moved; sooner while somebody is still unknown, or
/// the room should be open and is not (the service's clock is not ours). Errors make it ask at longer and longer
/// intervals. Every wait has jitter, so that the stations of a clinic do not ask all at once. A value without a clock:
/// it is given "now", in UTC. Before the first answer it says nothing.
class AdmissionSchedule
{
public:
    /// Evenly distributed in [0, 1).
    using Random = std::function<double()>;

    /// How waits are chosen. Each is drawn from three quarters to five quarters of what stands here.
    struct Pace
    {
        std::chrono::milliseconds known = std::chrono::minutes(20); ///< Everybody is known, the opening is far.
        /// Somebody is unknown: a quarter of the time until the opening, within these bounds.
        std::chrono::milliseconds unknownShortest = std::chrono::seconds(30);
        std::chrono::milliseconds unknownLongest = std::chrono::minutes(10);
        std::chrono::milliseconds overdueFirst = std::chrono::seconds(2); ///< Doubles up to openLongest.
        std::chrono::milliseconds errorFirst = std::chrono::seconds(2);   ///< Doubles up to errorLongest.
        std::chrono::milliseconds errorLongest = std::chrono::minutes(5);
        std::chrono::milliseconds openLongest = std::chrono::seconds(30); ///< Whenever it should be open already.
        /// At the opening, and after a Retry-After: the waits of many stations are spread over so long.
        std::chrono::milliseconds spread = std::chrono::seconds(1);
    };

    explicit AdmissionSchedule(Random random);
    AdmissionSchedule(Random random, Pace pace);

    /// The service has answered that there is no link yet. `opensAt`: null when nobody knows. `allKnown`: whether it
    /// waits for nobody's name.
    void onClosed(const QDateTime &now, const QDateTime &opensAt, bool allKnown);
    /// It could not be asked, or it failed. `opensAt`: as far as it is known without an answer. `retryAfter`: what it
    /// asked for; nothing is asked sooner, as far as it is obeyed(), but for onWish().
    void onError(const QDateTime &now, const QDateTime &opensAt, std::chrono::seconds retryAfter);
    /// Something has happened after which an answer may be another one: the network is back, the machine has woken, a
    /// consultation was changed. Without jitter: who tells of what reaches many stations sees to that (ReturnWatch).
    void onNews(const QDateTime &now);
    /// The person wants to know now.
    void onWish(const QDateTime &now);

    /// Null before the first answer.
    const QDateTime &nextAsk() const { return m_next; }

private:
    std::chrono::milliseconds around(std::chrono::milliseconds wait) const;
    QDateTime soonAfter(const QDateTime &moment) const;
    bool isOverdue(const QDateTime &now) const { return m_opensAt.isValid() && m_opensAt <= now; }
    std::chrono::milliseconds closedWait(const QDateTime &now, bool allKnown);
    /// The opening is a reason to ask of its own; what the service asked for comes first.
    void setNext(const QDateTime &now, std::chrono::milliseconds wait);

    Random m_random;
    Pace m_pace;
    QDateTime m_opensAt;
    QDateTime m_notBefore;           ///< The service asked for it; null: it did not.
    std::chrono::seconds m_pause{0}; ///< From the last error until m_notBefore.
    QDateTime m_next;
    int m_errors = 0;  ///< In a row.
    int m_overdue = 0; ///< Answers "closed" in a row although it should be open.
};

} // namespace teleconsult
