#include "ui/call/call_flow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/phase_text.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QNetworkInformation>
#include <QUrlQuery>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call")

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
    : QObject(parent), m_parts(std::move(parts)), m_viewHost(viewHost)
{
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
    m_consultation = consultation;
    m_mending = {};
    m_plainly = false;
    askForLink();
}

void CallFlow::askForLink()
{
    dropView();
    m_again.stop();
    m_error.reset();
    m_retryable = true;
    m_keepsStopping = false;
    ++m_attempt;
    setStage(m_record ? Stage::Mending : Stage::Connecting);
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
    if (!admission && hasCall() && admission.error().retryable) {
        mend(CallMending::Cause::NotReached);
        return;
    }
    if (!admission && admission.error().kind == Error::Kind::Unauthorized &&
        admission.error().code == QLatin1String("not_a_participant"))
    {
        giveUp(Stage::NotInvited);
        return;
    }
    if (!admission) {
        fail(admission.error(), admission.error().retryable);
        return;
    }
    m_consultation = admission->consultation;
    if (admission->accessLink.isEmpty()) {
        const bool open = isJoinable(m_consultation, m_parts.service.policy(), m_parts.clock.now());
        giveUp(open ? Stage::Closed : Stage::NotOpenYet);
        return;
    }
    // Making the first view takes the engine a moment: what is on the screen by now is painted before.
    QMetaObject::invokeMethod(
        this,
        [this, attempt = m_attempt, link = admission->accessLink] {
            if (attempt == m_attempt)
                openView(link);
        },
        Qt::QueuedConnection);
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
    m_record = std::make_shared<Record>();
    m_record->id = m_consultation.id;
    m_record->enteredAt = m_parts.clock.now();
    setStage(Stage::InCall);
    whenDone(m_parts.service.beginCall(m_record->id), this, [this, record = m_record](const Result<qint64> &handle) {
        record->answered = true;
        if (handle)
            record->handle = *handle;
        else
            qCWarning(lcCall).noquote() << "The begin of a call is not written down:" << handle.error().toLogLine();
        if (record->over)
            writeEnd(record);
    });
}

void CallFlow::onPageFailed(bool retryable)
{
    if (retryable && hasCall())
        mend(CallMending::Cause::NotReached);
    else
        fail(std::nullopt, retryable);
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
    m_again.stop();
    if (isInCall() && m_view) {
        m_view->leave(); // emits ended()
        return;
    }
    closeCall();
}

void CallFlow::closeCall()
{
    const bool held = hasCall();
    const QString id = m_consultation.id;
    ++m_attempt;
    dropView();
    setStage(Stage::Idle);
    emit left(id, held);
    if (held)
        endRecord();
}

void CallFlow::endRecord()
{
    const std::shared_ptr<Record> record = std::exchange(m_record, nullptr);
    if (!record)
        return;
    record->over = true;
    if (record->answered)
        writeEnd(record);
}

void CallFlow::writeEnd(const std::shared_ptr<Record> &record)
{
    if (!record->handle) {
        emit settled();
        return;
    }
    whenDone(m_parts.service.endCall(record->id, *record->handle), this, [this](const Result<void> &ended) {
        // What is left open in the journal is finished at the next start.
        if (!ended)
            qCWarning(lcCall).noquote() << "The end of a call is not written down:" << ended.error().toLogLine();
        emit settled();
    });
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

QString CallFlow::expectation() const
{
    return PhaseText::sentence(m_consultation, m_parts.service.policy(), m_parts.clock.now());
}

} // namespace teleconsult::ui
