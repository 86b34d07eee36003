#include "ui/call/call_record.h"

#include "core/domain/backoff.h"

#include <QLoggingCategory>

#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcRecord, "teleconsult.call.record")

constexpr std::chrono::seconds firstWait{1};
constexpr std::chrono::minutes longestWait{5};

/// What the service itself says of this call. Anything else, a certificate that has run out or a gateway's page, is
/// mended somewhere, and the record must not say for ever that the call goes on.
bool isFinal(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Immutable:
    case Error::Kind::Cancelled:
        return true;
    default:
        return error.code == QLatin1String("not_allowed") || error.code == QLatin1String("not_offered") ||
               error.code == QLatin1String("refused");
    }
}

} // namespace

CallRecord::CallRecord(service::TeleconsultationService &service, QString consultationId, QDateTime enteredAt,
                       std::function<double()> random, QObject *parent)
    : QObject(parent),
      m_service(service),
      m_id(std::move(consultationId)),
      m_enteredAt(std::move(enteredAt)),
      m_random(std::move(random))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CallRecord::write);
    write();
}

void CallRecord::end()
{
    if (m_state != State::Open)
        return;
    m_state = State::Writing;
    emit changed();
    write();
}

void CallRecord::tryNow()
{
    if (m_again.isActive() && !m_isToldToWait)
        write();
}

/// The next thing that is not told yet: the service takes the end only of a call that has begun.
void CallRecord::write()
{
    if (m_isAsking)
        return;
    m_again.stop();
    if (!m_begun)
        writeBegin();
    else if (m_state != State::Open)
        writeEnd();
}

void CallRecord::writeBegin()
{
    m_isAsking = true;
    whenDone(m_service.beginCall(m_id), this, [this](const Result<qint64> &handle) {
        m_isAsking = false;
        if (!handle) {
            qCWarning(lcRecord).noquote() << "The begin of a call is not written down:" << handle.error().toLogLine();
            onFailure(handle.error());
            return;
        }
        m_begun = *handle;
        m_tries = 0;
        write();
    });
}

void CallRecord::writeEnd()
{
    m_isAsking = true;
    whenDone(m_service.endCall(m_id, *m_begun), this, [this](const Result<void> &ended) {
        m_isAsking = false;
        if (ended) {
            settle(State::Held);
            return;
        }
        qCWarning(lcRecord).noquote() << "The end of a call is not written down:" << ended.error().toLogLine();
        onFailure(ended.error());
    });
}

void CallRecord::onFailure(const Error &error)
{
    m_isTriedAgain = !isFinal(error);
    m_isToldToWait = error.retryAfter > std::chrono::seconds(0);
    if (m_isTriedAgain)
        m_again.start(aroundOrLater(doubled(firstWait, m_tries++, longestWait), error.retryAfter, m_random()));
    if (m_state != State::Open)
        settle(State::Failed);
}

void CallRecord::settle(State state)
{
    if (std::exchange(m_state, state) != state) {
        // The service deletes them by itself; this tells how that goes.
        if (!m_isLetGo && m_service.policy().deleteUploads)
            deleteUploads();
        emit settled();
    }
    emit changed();
    if (m_isLetGo && !m_again.isActive())
        deleteLater();
}

void CallRecord::deleteUploads()
{
    if (m_uploads == Uploads::Deleting || m_state == State::Open)
        return;
    m_uploads = Uploads::Deleting;
    emit changed();
    whenDone(m_service.deleteUploads(m_id), this,
             [this](const Result<std::optional<service::DeletedUploads>> &outcome) {
                 // What is not on record any more has no files that could be asked for.
                 const bool isGone = !outcome && isNotFound(outcome.error());
                 m_uploadsLeft = outcome && *outcome ? (*outcome)->total - (*outcome)->deleted : 0;
                 if (outcome && !*outcome)
                     m_uploads = Uploads::Kept;
                 else
                     m_uploads = isGone || (outcome && m_uploadsLeft == 0) ? Uploads::Deleted : Uploads::SomeLeft;
                 if (!outcome && !isGone)
                     qCWarning(lcRecord).noquote() << "Shared files are not deleted:" << outcome.error().toLogLine();
                 emit changed();
             });
}

void CallRecord::letGo()
{
    m_isLetGo = true;
    const bool isDone = m_state == State::Held || m_state == State::Failed;
    if (isDone && !m_isAsking && !m_again.isActive())
        deleteLater();
}

} // namespace teleconsult::ui
