// Getting in: the notice, the link, waiting for it, the page.
#include "core/domain/backoff.h"
#include "ui/call/call_flow.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QUrlQuery>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcCall, "teleconsult.call")

constexpr std::chrono::seconds firstCompanyWait{1};
constexpr std::chrono::minutes longestCompanyWait{3};

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
    askAboutNotice();
}

void CallFlow::askAboutNotice()
{
    m_shownNotice = noticeVersion();
    stopFor(Stage::Notice);
}

/// Nothing goes on while a person is asked.
void CallFlow::stopFor(Stage question)
{
    dropView();
    m_again.stop();
    ++m_attempt;
    setStage(question);
}

/// Without a person who sits here the service says what is wrong.
bool CallFlow::needsNotice() const
{
    const QString person = m_parts.settings.station().externalId;
    const std::optional<NoticeAcceptance> agreed = m_parts.settings.noticeAcceptance(person);
    return !person.isEmpty() && !(agreed && notice().isCoveredBy(agreed->version, policy().recording));
}

void CallFlow::agree()
{
    if (m_stage != Stage::Notice)
        return;
    if (noticeVersion() != m_shownNotice) { // What another service says of itself may be learned while it is read.
        askAboutNotice();
        return;
    }
    m_parts.settings.setNoticeAcceptance(
        {.externalId = m_parts.settings.station().externalId, .version = m_shownNotice, .at = m_parts.clock.now()});
    begin();
}

void CallFlow::begin()
{
    readCompany();
    if (m_parts.settings.deviceCheck() == config::DeviceCheck::Due && !m_devicesSkipped)
        stopFor(Stage::Devices);
    else
        askForLink();
}

void CallFlow::devicesDone()
{
    if (m_stage == Stage::Devices)
        askForLink();
}

void CallFlow::skipDevices(bool forGood)
{
    if (m_stage != Stage::Devices)
        return;
    if (forGood)
        m_parts.settings.setDeviceCheck(config::DeviceCheck::Never);
    m_devicesSkipped = true; // Every further patient of this day is one click away.
    askForLink();
}

/// The call goes on with what there is.
void CallFlow::onDevicesMissing()
{
    if (m_parts.settings.devices().withoutCamera)
        return; // That is how it was wanted.
    m_parts.settings.setDeviceCheck(config::DeviceCheck::Due);
    m_devicesSkipped = false;
}

/// On the side: the link does not wait for it, and a call that is faster learns of it later.
void CallFlow::readCompany()
{
    m_readCompany.stop();
    if (!m_parts.company || m_isReadingCompany)
        return;
    m_isReadingCompany = true;
    whenDone(m_parts.company->company(), this, [this](const Result<kaleyra::Company> &company) {
        m_isReadingCompany = false;
        m_knowsRedirect = company.has_value();
        if (company) {
            m_companyTries = 0;
            setEndCallRedirectUrl(company->endCallRedirectUrl);
        } else {
            qCWarning(lcCall).noquote() << "The company cannot be read:" << company.error().toLogLine();
            readCompanyAgain(company.error());
        }
    });
}

/// Without the redirect a hang-up in the page is not noticed. Outside a call nobody needs it.
void CallFlow::readCompanyAgain(const Error &error)
{
    const bool isNeeded = hasCall() || m_stage == Stage::Connecting;
    if (isNeeded && error.retryable)
        m_readCompany.start(aroundOrLater(doubled(firstCompanyWait, m_companyTries++, longestCompanyWait),
                                          error.retryAfter, m_parts.random()));
}

void CallFlow::askForLink()
{
    dropView();
    m_again.stop();
    if (!hasCall()) // On the way back, what hinders it is said until there is an answer.
        m_error.reset();
    m_retryable = true;
    m_keepsStopping = false;
    setStage(hasCall() ? Stage::Mending : Stage::Connecting);
    ask();
}

void CallFlow::ask()
{
    ++m_attempt;
    service::LinkOptions options;
    // Who sits here reads the interface in this language: the call page follows it.
    options.language = languageOf(QLocale());
    options.theme =
        Theme::instance().scheme() == Theme::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark");
    m_asker = m_parts.settings.station().externalId;
    whenDone(m_parts.service.open(m_consultation.id, m_asker, options), this,
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
        onNotAdmitted(admission.error());
        return;
    }
    m_error.reset();
    // Another service may not tell when it is.
    if (admission->consultation.schedule.start().isValid())
        m_consultation = admission->consultation;
    const QString supposed = recording();
    m_lastRoom = admission->room;
    if (admission->accessLink.isEmpty()) {
        onNoLink();
        return;
    }
    m_waiter.stop();
    if (!hasCall() && (m_stage != Stage::Connecting || recording() != supposed))
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

/// Final is only what the service itself says of this consultation. Whatever else it is, a certificate that has run out
/// or a gateway that speaks for it, is mended somewhere while somebody waits here.
void CallFlow::onNotAdmitted(const Error &error)
{
    if (service::isNoParticipant(error)) {
        m_waiter.stop();
        m_again.stop();
        giveUp(Stage::NotInvited);
        return;
    }
    if (isNotFound(error)) {
        m_waiter.stop();
        fail(error, false);
        return;
    }
    if (hasCall()) {
        m_error = error;
        mend(CallMending::Cause::NotReached, error.retryAfter);
        return;
    }
    m_waiter.onError(opensAt(m_consultation, m_parts.service.policy()), error.retryAfter);
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
    const QDateTime now = m_parts.clock.now();
    const QDateTime opening = opensAt(m_consultation, m_parts.service.policy());
    if (hasCall() && opening.isValid() && now < opening) { // The clock was set back: that ends no call.
        mend(CallMending::Cause::NotReached);
        return;
    }
    if (hasCall()) { // On the way back into it.
        m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
        end(m_room.isUsedUp() ? CallEnding::TimeUsedUp : CallEnding::RoomClosed);
        return;
    }
    // A room that is not told of may be one that opens by a clock a little behind ours.
    const bool isGone = !m_lastRoom && isJoinableByAnyClock(m_consultation, m_parts.service.policy(), now);
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

void CallFlow::onRecordsChanged()
{
    if (m_stage != Stage::Waiting || m_error) // After an error the pause between the questions is what matters.
        return;
    if (m_consultation.allParticipantsKnown() && !m_consultation.roomId.isEmpty())
        lookWhetherChanged();
    else
        m_waiter.onNews();
}

/// The record is cheap to read; a question for the link is one to Kaleyra as well.
void CallFlow::lookWhetherChanged()
{
    whenDone(m_parts.service.find(m_consultation.id), this,
             [this, attempt = m_attempt](const Result<Teleconsultation> &found) {
                 if (attempt != m_attempt || m_stage != Stage::Waiting)
                     return;
                 const bool hasChanged = found ? !saysTheSame(*found, m_consultation) : isNotFound(found.error());
                 if (hasChanged)
                     m_waiter.onNews();
             });
}

void CallFlow::openView(const QUrl &link)
{
    const Result<CallEngine *> engine = m_parts.engine();
    if (!engine) {
        fail(engine.error(), true);
        return;
    }
    m_view = (*engine)->createView(m_parts.storageDir, m_viewHost);
    connect(m_view, &CallView::pageReady, this, &CallFlow::onPageReady);
    connect(m_view, &CallView::ended, this, &CallFlow::closeCall);
    connect(m_view, &CallView::failed, this, &CallFlow::onPageFailed);
    connect(m_view, &CallView::crashed, this, [this] { mend(CallMending::Cause::Crash); });
    connect(m_view, &CallView::unresponsive, this, &CallFlow::onUnresponsive);
    connect(m_view, &CallView::leadsAway, this, &CallFlow::onLeadsAway);
    connect(m_view, &CallView::connectionChanged, this, &CallFlow::onConnection);
    connect(m_view, &CallView::downloadBegan, this, &CallFlow::downloadBegan);
    connect(m_view, &CallView::downloadRefused, this, &CallFlow::downloadRefused);
    connect(m_view, &CallView::devicesMissing, this, &CallFlow::onDevicesMissing);
    m_loading.start();
    m_view->open({.link = m_parts.settings.devices().withoutCamera ? withCameraOff(link) : link,
                  .endCallRedirectUrl = m_redirect,
                  .allowedHosts = m_parts.allowedHosts,
                  .plainly = m_plainly,
                  .downloadFolder = m_parts.settings.downloadFolder(),
                  .isGuest = m_parts.settings.hasGuest(),
                  .devices = m_parts.settings.devices()});
    if (!m_knowsRedirect)
        readCompany();
}

/// What was to be written down of an earlier call in the same consultation is written down with this one.
void CallFlow::dropOlderRecords()
{
    for (CallRecord *record : findChildren<CallRecord *>()) {
        if (record->consultationId() == m_consultation.id && record->waitsForAnotherTry())
            delete record;
    }
}

void CallFlow::onPageReady()
{
    m_loading.stop();
    if (isInCall())
        return;
    m_mending.succeeded(m_parts.clock.now());
    if (hasCall()) {
        setStage(Stage::InCall);
        return;
    }
    // The call goes on whatever becomes of the record: the patient is there.
    dropOlderRecords();
    m_record = new CallRecord(m_parts.service, m_consultation.id, m_parts.clock.now(), m_parts.random, this);
    connect(m_record, &CallRecord::changed, this, &CallFlow::outcomeChanged);
    connect(m_record, &CallRecord::settled, this, &CallFlow::settled);
    m_room.begin(m_consultation, m_parts.settings.station().externalId, m_lastRoom);
    setStage(Stage::InCall);
    if (!m_lastRoom) // Whether it is recorded is not to be learned minutes later.
        m_room.look();
}

} // namespace teleconsult::ui
