#include "core/remote/change_watch.h"

#include "core/service/contract_names.h"

namespace teleconsult::remote {

namespace names = service::names;

namespace {

Task<QString> currentRevision(ServiceConnection &connection)
{
    Result<QJsonDocument> answer = co_await connection.ask(extension(question("GET", names::changes)));
    co_return readAnswer<QString>(answer, readRevision);
}

} // namespace

ChangeWatch::ChangeWatch(ServiceConnection &connection, QObject *parent) : ChangeWatch(connection, Pace(), parent) {}

ChangeWatch::ChangeWatch(ServiceConnection &connection, Pace pace, QObject *parent)
    : QObject(parent), m_connection(connection), m_pace(pace)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ChangeWatch::ask);
}

void ChangeWatch::start()
{
    ask();
}

void ChangeWatch::ask()
{
    whenDone(currentRevision(m_connection), this, [this](const Result<QString> &revision) { onAnswer(revision); });
}

void ChangeWatch::onAnswer(const Result<QString> &revision)
{
    if (!revision) {
        if (!isNotOffered(revision.error()) && revision.error().kind != Error::Kind::Cancelled)
            m_pause.start(m_pace.afterError);
        return;
    }
    const bool hasChanged = !m_revision.isEmpty() && *revision != m_revision;
    m_revision = *revision;
    m_pause.start(m_pace.afterAnswer);
    if (hasChanged)
        emit changed();
}

} // namespace teleconsult::remote
