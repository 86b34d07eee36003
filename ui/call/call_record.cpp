#include "ui/call/call_record.h"

#include <QLoggingCategory>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcRecord, "teleconsult.call.record")

} // namespace

CallRecord::CallRecord(service::TeleconsultationService &service, QString consultationId, QDateTime enteredAt,
                       QObject *parent)
    : QObject(parent), m_service(service), m_id(std::move(consultationId)), m_enteredAt(std::move(enteredAt))
{
    whenDone(m_service.beginCall(m_id), this, [this](const Result<qint64> &handle) {
        if (!handle)
            qCWarning(lcRecord).noquote() << "The begin of a call is not written down:" << handle.error().toLogLine();
        m_begun = handle;
        if (m_state == State::Writing)
            writeEnd();
    });
}

void CallRecord::end()
{
    if (m_state != State::Open)
        return;
    m_state = State::Writing;
    emit changed();
    if (m_begun)
        writeEnd();
}

void CallRecord::writeEnd()
{
    if (!*m_begun) {
        settle(State::Failed);
        return;
    }
    whenDone(m_service.endCall(m_id, **m_begun), this, [this](const Result<void> &ended) {
        if (!ended)
            qCWarning(lcRecord).noquote() << "The end of a call is not written down:" << ended.error().toLogLine();
        settle(ended ? State::Held : State::Failed);
    });
}

void CallRecord::settle(State state)
{
    m_state = state;
    // The service deletes them by itself; this tells how that goes.
    if (!m_isLetGo && m_service.policy().deleteUploads)
        deleteUploads();
    emit changed();
    emit settled();
    if (m_isLetGo)
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
    if (m_state == State::Held || m_state == State::Failed)
        deleteLater();
}

} // namespace teleconsult::ui
