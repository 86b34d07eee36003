#include "ui/call/call_flow.h"

#include <QRandomGenerator>

namespace teleconsult::ui {

namespace {

CallFlow::Parts withRandom(CallFlow::Parts parts)
{
    if (!parts.random)
        parts.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return parts;
}

} // namespace

CallFlow::CallFlow(Parts parts, QWidget *viewHost, QObject *parent)
    : QObject(parent),
      m_parts(withRandom(std::move(parts))),
      m_viewHost(viewHost),
      m_waiter(m_parts.clock, m_parts.random),
      m_room(m_parts.service, m_parts.clock, m_parts.random)
{
    connect(&m_waiter, &AdmissionWaiter::due, this, &CallFlow::ask);
    connect(&m_waiter, &AdmissionWaiter::ticked, this, &CallFlow::waitChanged);
    connect(&m_room, &RoomWatch::looked, this, &CallFlow::onRoomLooked);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CallFlow::askForLink);
    m_lost.setSingleShot(true);
    m_lost.setInterval(m_parts.lostPatience);
    connect(&m_lost, &QTimer::timeout, this, [this] { mend(CallMending::Cause::NotReached); });
    m_loading.setSingleShot(true);
    m_loading.setInterval(m_parts.loadPatience);
    connect(&m_loading, &QTimer::timeout, this, &CallFlow::onNotLoaded);
    m_hung.setSingleShot(true);
    connect(&m_hung, &QTimer::timeout, this, [this] { mend(CallMending::Cause::Crash); });
    m_readCompany.setSingleShot(true);
    connect(&m_readCompany, &QTimer::timeout, this, &CallFlow::readCompany);
}

CallFlow::~CallFlow() = default;

QString CallFlow::recording() const
{
    const std::optional<kaleyra::Room> &room = hasCall() && m_room.room() ? m_room.room() : m_lastRoom;
    return room && !room->recording.isEmpty() ? room->recording : m_parts.service.policy().recording;
}

bool CallFlow::isAttending(const QString &consultationId) const
{
    switch (m_stage) {
    case Stage::Connecting:
    case Stage::Waiting:
    case Stage::InCall:
    case Stage::Mending:
        return m_consultation.id == consultationId;
    case Stage::Notice: // Nobody is taken in while they are asked.
    case Stage::Devices:
    case Stage::Idle:
    case Stage::NotInvited:
    case Stage::Closed:
    case Stage::Failed:
    case Stage::Ended:
        return false;
    }
    Q_UNREACHABLE();
}

void CallFlow::setEndCallRedirectUrl(const QUrl &url)
{
    m_redirect = url;
    if (m_view)
        m_view->setEndCallRedirectUrl(url);
}

void CallFlow::dropView()
{
    m_lost.stop();
    m_loading.stop();
    m_hung.stop();
    m_ledAway = false;
    m_connection = Connection::Unknown;
    if (!m_view)
        return;
    m_view->disconnect(this);
    m_view->hide();
    m_view->deleteLater();
    m_view.clear();
}

void CallFlow::fail(std::optional<Error> error, bool retryable, std::optional<std::chrono::milliseconds> again)
{
    dropView();
    m_error = std::move(error);
    m_retryable = retryable;
    m_again.stop();
    if (again) // Before the stage is told, of which this is a part.
        m_again.start(*again);
    giveUp(Stage::Failed);
}

void CallFlow::giveUp(Stage stage)
{
    setStage(stage);
    endRecord();
}

void CallFlow::setStage(Stage stage)
{
    m_stage = stage;
    emit stageChanged();
}

} // namespace teleconsult::ui
