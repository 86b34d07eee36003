// Mending: back into a call whose page was lost.
#include "ui/call/call_flow.h"

#include <QLoggingCategory>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call.mending")

} // namespace

bool CallFlow::mayRestartPlainly() const
{
    return m_keepsStopping && m_parts.mayRestartPlainly && m_parts.mayRestartPlainly();
}

void CallFlow::onPageFailed(bool retryable)
{
    if (retryable && hasCall()) {
        mend(CallMending::Cause::NotReached);
        return;
    }
    std::optional<std::chrono::milliseconds> again;
    if (retryable) { // Whoever was told that they are taken into the call need not come back and press a button.
        m_isToldToWait = false;
        m_cause = CallMending::Cause::NotReached;
        again = m_mending.next(m_cause, m_parts.clock.now(), m_parts.random()).wait;
    }
    fail(std::nullopt, true, again);
    lookAtRoomOnce(); // Its room may have ended, and that is then what is to be said.
}

void CallFlow::onConnection(Connection connection)
{
    m_connection = connection;
    if (connection == Connection::Good)
        m_ledAway = false; // It has stayed.
    // A page that wanted to leave has lost it on purpose: it is not to be entered again without being asked.
    if (connection != Connection::Lost || m_ledAway)
        m_lost.stop();
    else if (isInCall())
        m_lost.start();
    emit connectionChanged();
}

/// It may have hung up: where to is not known as long as the company was not read, and may have been changed meanwhile.
void CallFlow::onLeadsAway()
{
    if (!isInCall())
        return;
    m_lost.stop();
    if (!m_ledAway) { // A page that insists is no reason to go on asking.
        m_ledAway = true;
        readCompany();
        m_room.look();
    }
    emit leadsAway();
}

void CallFlow::goOn()
{
    m_ledAway = false;
    if (isInCall() && m_connection == Connection::Lost)
        reenter();
}

void CallFlow::onUnresponsive(bool hangs)
{
    if (!hangs)
        m_hung.stop();
    else if (m_parts.hungPatience && isInCall())
        m_hung.start(*m_parts.hungPatience);
    emit unresponsive(hangs);
}

void CallFlow::onNotLoaded()
{
    qCWarning(lcCall) << "The page of a call does not load";
    onPageFailed(true);
}

// Between the page that was lost and the next one stand words: the view is gone before anything else happens.
void CallFlow::mend(CallMending::Cause cause, std::chrono::seconds retryAfter)
{
    ++m_attempt;
    dropView();
    const CallMending::Plan plan = m_mending.next(cause, m_parts.clock.now(), m_parts.random(), retryAfter);
    qCWarning(lcCall) << "The page of a call was lost:"
                      << (cause == CallMending::Cause::Crash ? "ended" : "unreachable")
                      << (plan.giveUp ? "too often" : "") << plan.wait.count() << "ms";
    if (plan.giveUp) {
        m_keepsStopping = true;
        fail(std::nullopt, true);
        return;
    }
    m_cause = cause;
    m_plainly = plan.plainly;
    m_isToldToWait = retryAfter > std::chrono::seconds(0);
    m_again.start(plan.wait);
    setStage(Stage::Mending);
}

void CallFlow::reenter()
{
    if (!hasCall())
        return;
    if (isInCall())
        m_cause = m_connection == Connection::Lost ? CallMending::Cause::NotReached : CallMending::Cause::Crash;
    askForLink();
}

void CallFlow::askNow()
{
    // What is on its way may have set out on a network that is gone.
    m_waiter.onReturn();
    if (m_stage == Stage::Connecting && !m_view)
        ask();
    if (isInCall())
        m_room.look();
    for (CallRecord *record : findChildren<CallRecord *>())
        record->tryNow();
    if (m_stage == Stage::NotInvited && m_asker != m_parts.settings.station().externalId) {
        retry();
        return;
    }
    const bool isFailed = m_stage == Stage::Failed && m_again.isActive();
    const bool isWaiting = (m_stage == Stage::Mending || isFailed) && !(m_again.isActive() && m_isToldToWait);
    if (isWaiting && m_cause == CallMending::Cause::NotReached)
        askForLink();
}

} // namespace teleconsult::ui
