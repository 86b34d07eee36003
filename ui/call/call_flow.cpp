#include "ui/call/call_flow.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call")

/// Between the clocks of two machines that are set by themselves, with room to spare.
constexpr std::chrono::milliseconds largestClockDifference = std::chrono::minutes(1);

CallFlow::Parts withRandom(CallFlow::Parts parts)
{
    if (!parts.random)
        parts.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return parts;
}

/// reference/kaleyra-video-api.md §3.2: the page starts with the camera off; it can be switched on in the call.
QUrl withCameraOff(QUrl link)
{
    QUrlQuery query(link);
    const QString option = QStringLiteral("video_disabled");
    query.removeAllQueryItems(option);
    query.addQueryItem(option, QStringLiteral("true"));
    link.setQuery(query);
    return link;
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
}

CallFlow::~CallFlow() = default;

void CallFlow::start(const Teleconsultation &consultation)
{
    if (hasCall())
        return;
    m_waiter.stop();
    m_mending = {};
    m_plainly = false;
    m_room.stop();
    forgetRecord();
    m_consultation = consultation;
    m_lastRoom.reset();
    if (!needsNotice()) {
        begin();
        return;
    }
    dropView();
    m_again.stop();
    ++m_attempt;
    setStage(Stage::Notice);
}

/// Without a person who sits here the service says what is wrong.
bool CallFlow::needsNotice() const
{
    const QString person = m_parts.settings.station().externalId;
    return !person.isEmpty() && !m_parts.settings.noticeAcceptance(person);
}

void CallFlow::agree()
{
    if (m_stage != Stage::Notice)
        return;
    m_parts.settings.setNoticeAcceptance({.externalId = m_parts.settings.station().externalId,
                                          .version = notice().version(),
                                          .at = m_parts.clock.now()});
    begin();
}

void CallFlow::begin()
{
    readCompany();
    askForLink();
}

/// On the side: the link does not wait for it, and a call that is faster learns of it later.
void CallFlow::readCompany()
{
    if (!m_parts.company)
        return;
    whenDone(m_parts.company->company(), this, [this](const Result<kaleyra::Company> &company) {
        if (company)
            setEndCallRedirectUrl(company->endCallRedirectUrl);
        else
            qCWarning(lcCall).noquote() << "The company cannot be read:" << company.error().toLogLine();
        m_knowsRedirect = company.has_value();
    });
}

void CallFlow::setEndCallRedirectUrl(const QUrl &url)
{
    m_redirect = url;
    if (m_view)
        m_view->setEndCallRedirectUrl(url);
}

void CallFlow::askForLink()
{
    dropView();
    m_again.stop();
    m_error.reset();
    m_retryable = true;
    m_keepsStopping = false;
    ++m_attempt;
    setStage(hasCall() ? Stage::Mending : Stage::Connecting);
    ask();
}

void CallFlow::ask()
{
    service::LinkOptions options;
    // Who sits here reads the interface in this language: the call page follows it.
    options.language = QLocale().language() == QLocale::Italian ? Language::Italian : Language::English;
    options.theme =
        Theme::instance().scheme() == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    whenDone(m_parts.service.open(m_consultation.id, m_parts.settings.station().externalId, options), this,
             [this, attempt = m_attempt](const Result<service::Admission> &admission) {
                 if (attempt == m_attempt)
                     onAdmission(admission);
             });
}

void CallFlow::retry()
{
    start(Teleconsultation(m_consultation));
}

void CallFlow::reenter()
{
    if (!hasCall())
        return;
    if (isInCall())
        m_cause = m_connection == Connection::Lost ? CallMending::Cause::NotReached : CallMending::Cause::Crash;
    askForLink();
}

void CallFlow::onAdmission(const Result<service::Admission> &admission)
{
    if (!admission) {
        onNotAdmitted(admission.error());
        return;
    }
    m_error.reset();
    // Another service may not tell when it is.
    if (admission->consultation.schedule.start().isValid())
        m_consultation = admission->consultation;
    m_lastRoom = admission->room;
    if (admission->accessLink.isEmpty()) {
        onNoLink();
        return;
    }
    m_waiter.stop();
    if (m_stage != Stage::Connecting && !hasCall())
        setStage(Stage::Connecting);
    // Making the first view takes the engine a moment: what is on the screen by now is painted before.
    QMetaObject::invokeMethod(
        this,
        [this, attempt = m_attempt, link = admission->accessLink] {
            if (attempt == m_attempt)
                openView(link);
        },
        Qt::QueuedConnection);
}

void CallFlow::onNotAdmitted(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized && error.code == QLatin1String("not_a_participant")) {
        m_waiter.stop();
        giveUp(Stage::NotInvited);
        return;
    }
    if (error.retryable && hasCall()) {
        mend(CallMending::Cause::NotReached);
        return;
    }
    if (!error.retryable) {
        m_waiter.stop();
        fail(error, false);
        return;
    }
    m_waiter.onError(error.retryAfter);
    const bool shouldBeOpen = isJoinable(m_consultation, m_parts.service.policy(), m_parts.clock.now());
    if (m_stage == Stage::Waiting || !shouldBeOpen) {
        m_error = error;
        if (m_stage != Stage::Waiting)
            setStage(Stage::Waiting);
        emit waitChanged();
        return;
    }
    if (m_stage != Stage::Failed) // What is said already is not said again.
        fail(error, true);
}

void CallFlow::onNoLink()
{
    if (hasCall()) { // On the way back into it.
        m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
        end(m_room.isUsedUp() ? CallEnding::TimeUsedUp : CallEnding::RoomClosed);
        return;
    }
    const QDateTime now = m_parts.clock.now();
    const QDateTime opening = opensAt(m_consultation, m_parts.service.policy());
    const bool isDue = isJoinable(m_consultation, m_parts.service.policy(), now);
    // A room that is not told of may be one that opens by a clock a little behind ours.
    const bool isGone = isDue && !m_lastRoom && opening.addMSecs(largestClockDifference.count()) < now;
    if ((m_lastRoom && m_lastRoom->isClosed()) || isGone) {
        m_waiter.stop();
        setStage(Stage::Closed);
        return;
    }
    m_waiter.onClosed(opening, m_consultation.allParticipantsKnown() && !m_consultation.roomId.isEmpty());
    if (m_stage != Stage::Waiting)
        setStage(Stage::Waiting);
    emit waitChanged();
}

void CallFlow::openView(const QUrl &link)
{
    const Result<CallEngine *> engine = m_parts.engine();
    if (!engine) {
        fail(engine.error(), engine.error().retryable);
        return;
    }
    m_view = (*engine)->createView(m_parts.storageDir, m_viewHost);
    connect(m_view, &CallView::pageReady, this, &CallFlow::onPageReady);
    connect(m_view, &CallView::ended, this, &CallFlow::closeCall);
    connect(m_view, &CallView::failed, this, &CallFlow::onPageFailed);
    connect(m_view, &CallView::crashed, this, [this] { mend(CallMending::Cause::Crash); });
    connect(m_view, &CallView::unresponsive, this, &CallFlow::unresponsive);
    connect(m_view, &CallView::connectionChanged, this, &CallFlow::onConnection);
    connect(m_view, &CallView::downloadBegan, this, &CallFlow::downloadBegan);
    connect(m_view, &CallView::downloadRefused, this, &CallFlow::downloadRefused);
    m_view->open({.link = m_parts.settings.devices().withoutCamera ? withCameraOff(link) : link,
                  .endCallRedirectUrl = m_redirect,
                  .allowedHosts = m_parts.allowedHosts,
                  .plainly = m_plainly,
                  .downloadFolder = m_parts.settings.downloadFolder(),
                  .devices = m_parts.settings.devices()});
}

void CallFlow::onPageReady()
{
    if (isInCall())
        return;
    m_mending.succeeded(m_parts.clock.now());
    if (hasCall()) {
        setStage(Stage::InCall);
        return;
    }
    // The call goes on whatever becomes of the record: the patient is there.
    m_record = new CallRecord(m_parts.service, m_consultation.id, m_parts.clock.now(), this);
    connect(m_record, &CallRecord::changed, this, &CallFlow::outcomeChanged);
    connect(m_record, &CallRecord::settled, this, &CallFlow::settled);
    m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
    setStage(Stage::InCall);
}

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
    if (cause == CallMending::Cause::NotReached)
        watchNetwork();
    m_again.start(plan.wait);
    setStage(Stage::Mending);
}

void CallFlow::watchNetwork()
{
    if (std::exchange(m_watchesNetwork, true) || !QNetworkInformation::loadDefaultBackend())
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (m_again.isActive() && reachability == QNetworkInformation::Reachability::Online)
                    askForLink();
            });
}

void CallFlow::giveUp(Stage stage)
{
    m_again.stop();
    setStage(stage);
    endRecord();
}

void CallFlow::leave()
{
    ++m_attempt;
    m_waiter.stop();
    m_again.stop();
    if (hasCall()) {
        m_isLeaving = true;
        if (isInCall() && m_view)
            m_view->leave(); // emits ended()
        else
            end(CallEnding::Left);
        return;
    }
    const bool held = m_stage == Stage::Ended;
    dropView();
    m_room.stop();
    forgetRecord();
    const QString id = m_consultation.id;
    setStage(Stage::Idle);
    emit left(id, held);
}

void CallFlow::closeCall()
{
    if (hasCall())
        end(CallEnding::Left);
    else
        leave();
}

void CallFlow::end(CallEnding ending)
{
    ++m_attempt;
    m_again.stop();
    dropView();
    m_ending = ending;
    endRecord();
    setStage(Stage::Ended);
    if (!m_room.isClosed())
        lookAtRoomOnce();
}

void CallFlow::endRecord()
{
    m_room.stop();
    if (m_record)
        m_record->end();
}

void CallFlow::forgetRecord()
{
    if (m_record)
        m_record->letGo();
    m_record.clear();
    m_isLeaving = false;
}

void CallFlow::deleteUploads()
{
    if (m_record)
        m_record->deleteUploads();
}

// How the room stands

void CallFlow::lookAtRoomOnce()
{
    m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
    m_room.stop();
    m_room.look();
}

void CallFlow::onRoomLooked()
{
    if (!m_knowsRedirect)
        readCompany();
    const CallEnding closed = m_room.isUsedUp() ? CallEnding::TimeUsedUp : CallEnding::RoomClosed;
    if (m_room.isClosed() && hasCall()) {
        end(closed);
        return;
    }
    if (m_room.isClosed() && m_stage == Stage::Failed && !m_error) {
        m_ending = closed;
        setStage(m_record ? Stage::Ended : Stage::Closed);
        return;
    }
    if (m_room.isClosed() && m_stage == Stage::Ended && !m_isLeaving)
        m_ending = closed;
    emit outcomeChanged();
}

CallOutcome CallFlow::outcome() const
{
    CallOutcome outcome;
    outcome.ending = m_ending;
    outcome.mayReenter = !m_room.isClosed();
    if (m_room.hasLooked() && m_room.room())
        outcome.used = m_room.room()->durationUsed;
    if (m_record) {
        outcome.record = m_record->state();
        outcome.uploads = m_record->uploads();
        outcome.uploadsLeft = m_record->uploadsLeft();
    }
    return outcome;
}

QString CallFlow::recording() const
{
    return m_lastRoom && !m_lastRoom->recording.isEmpty() ? m_lastRoom->recording : m_parts.service.policy().recording;
}

void CallFlow::dropView()
{
    m_lost.stop();
    m_connection = Connection::Unknown;
    if (!m_view)
        return;
    m_view->disconnect(this);
    m_view->hide();
    m_view->deleteLater();
    m_view.clear();
}

void CallFlow::fail(std::optional<Error> error, bool retryable)
{
    dropView();
    m_error = std::move(error);
    m_retryable = retryable;
    giveUp(Stage::Failed);
}

void CallFlow::setStage(Stage stage)
{
    m_stage = stage;
    emit stageChanged();
}

} // namespace teleconsult::ui
