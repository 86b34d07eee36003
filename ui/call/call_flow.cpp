#include "ui/call/call_flow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/phase_text.h"

#include <QLoggingCategory>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call")

} // namespace

CallFlow::CallFlow(Parts parts, QWidget *viewHost, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_viewHost(viewHost)
{}

CallFlow::~CallFlow() = default;

void CallFlow::start(const Teleconsultation &consultation)
{
    if (isInCall())
        return;
    dropView();
    m_consultation = consultation;
    m_error.reset();
    m_retryable = true;
    ++m_attempt;
    const StationIdentity station = m_parts.settings.station();
    if (station.externalId.isEmpty()) {
        setStage(Stage::NoStation);
        return;
    }
    setStage(Stage::Connecting);
    service::LinkOptions options;
    options.theme =
        Theme::instance().scheme() == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    whenDone(m_parts.service.open(consultation.id, station.externalId, options), this,
             [this, attempt = m_attempt](const Result<service::Admission> &admission) {
                 if (attempt == m_attempt)
                     onAdmission(admission);
             });
}

void CallFlow::retry()
{
    start(Teleconsultation(m_consultation));
}

void CallFlow::onAdmission(const Result<service::Admission> &admission)
{
    if (!admission) {
        fail(admission.error(), admission.error().retryable);
        return;
    }
    m_consultation = admission->consultation;
    if (admission->accessLink.isEmpty()) {
        const bool open = isJoinable(m_consultation, m_parts.service.policy(), m_parts.clock.now());
        setStage(open ? Stage::Closed : Stage::NotOpenYet);
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
    m_view->open({link, m_redirect, m_parts.allowedHosts});
}

void CallFlow::onPageReady()
{
    if (isInCall())
        return;
    setStage(Stage::InCall);
    // The call goes on whatever becomes of the record: the patient is there.
    m_begun = std::make_shared<std::optional<qint64>>();
    whenDone(m_parts.service.beginCall(m_consultation.id), this, [begun = m_begun](const Result<qint64> &handle) {
        if (handle)
            *begun = *handle;
        else
            qCWarning(lcCall).noquote() << "The begin of a call is not written down:" << handle.error().toLogLine();
    });
}

void CallFlow::onPageFailed(bool retryable)
{
    if (isInCall())
        writeEnd();
    fail(std::nullopt, retryable);
}

void CallFlow::leave()
{
    ++m_attempt;
    if (isInCall() && m_view) {
        m_view->leave(); // emits ended()
        return;
    }
    dropView();
    const QString id = m_consultation.id;
    setStage(Stage::Idle);
    emit left(id, false);
}

void CallFlow::closeCall()
{
    const bool held = isInCall();
    const QString id = m_consultation.id;
    ++m_attempt;
    if (held)
        writeEnd();
    dropView();
    setStage(Stage::Idle);
    emit left(id, held);
}

void CallFlow::writeEnd()
{
    const auto begun = std::exchange(m_begun, nullptr);
    if (!begun || !*begun) {
        emit settled();
        return;
    }
    whenDone(m_parts.service.endCall(m_consultation.id, **begun), this, [this](const Result<void> &ended) {
        // What is left open in the journal is finished at the next start.
        if (!ended)
            qCWarning(lcCall).noquote() << "The end of a call is not written down:" << ended.error().toLogLine();
        emit settled();
    });
}

void CallFlow::dropView()
{
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
    setStage(Stage::Failed);
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
