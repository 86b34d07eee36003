// Mending: back into a call whose page was lost.
#include "ui/call/call_flow.h"

#include <QLoggingCategory>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call.mending")

} // namespace

void CallFlow::onPageFailed(bool retryable)
{
    if (retryable && hasCall()) {
        mend(CallMending::Cause::NotReached);
        return;
    }
    fail(std::nullopt, retryable);
    lookAtRoomOnce(); // Its room may have ended, and that is then what is to be said.
}

void CallFlow::onConnection(Connection connection)
{
    m_connection = connection;
    if (connection != Connection::Lost)
        m_lost.stop();
    else if (isInCall())
        m_lost.start();
    emit connectionChanged();
}

// Between the page that was lost and the next one stand words: the view is gone before anything else happens.
void CallFlow::mend(CallMending::Cause cause)
{
    ++m_attempt;
    dropView();
    const CallMending::Plan plan = m_mending.next(cause, m_parts.clock.now());
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
    m_waiter.onNews();
    if (m_again.isActive() && m_cause == CallMending::Cause::NotReached)
        askForLink();
}

} // namespace teleconsult::ui
