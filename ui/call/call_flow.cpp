#include "ui/call/call_flow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/phase_text.h"

#include <QLocale>
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
    setStage(Stage::Connecting);
    service::LinkOptions options;
    // Who sits here reads the interface in this language: the call page follows it.
    options.language = QLocale().language() == QLocale::Italian ? Language::Italian : Language::English;
    options.theme =
        Theme::instance().scheme() == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    whenDone(m_parts.service.open(consultation.id, m_parts.settings.station().externalId, options), this,
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
    if (!admission && admission.error().kind == Error::Kind::Unauthorized &&
        admission.error().code == QLatin1String("not_a_participant"))
    {
        setStage(Stage::NotInvited);
        return;
    }
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
    connect(m_view, &CallView::downloadRefused, this, &CallFlow::downloadRefused);
    m_view->open({link, m_redirect, m_parts.allowedHosts});
}

void CallFlow::onPageReady()
{
    if (isInCall())
        return;
    setStage(Stage::InCall);
    // The call goes on whatever becomes of the record: the patient is there.
    m_record = std::make_shared<Record>();
    m_record->id = m_consultation.id;
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
    const bool held = isInCall();
    fail(std::nullopt, retryable);
    if (held)
        endRecord();
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
