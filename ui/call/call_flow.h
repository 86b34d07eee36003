// The way into a call and out of it.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/company_settings.h"
#include "core/service/teleconsultation_service.h"
#include "ui/call/call_engine.h"
#include "ui/call/call_mending.h"
#include "ui/call/call_outcome.h"
#include "ui/call/room_watch.h"
#include "ui/waiting/admission_waiter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace teleconsult::ui {

/// One call at a time: has the notice agreed to before a person's first one, asks for this station's link, waits for it
/// while the room is not open (AdmissionWaiter), gets a view from the engine, tells the service that the call has begun
/// once its page is there (CallRecord), and that it is over however it ends: the page says so, the person leaves, or
/// Kaleyra has closed the room (RoomWatch). A call whose page is lost is entered again by itself (CallMending), with a
/// link asked for anew: links end with their room. Knows no widget but the view, which lives in `viewHost`. Does not
/// own what it is given, all of which must outlive it.
class CallFlow : public QObject
{
    Q_OBJECT
public:
    /// What it works with; what is referred to must outlive it.
    struct Parts
    {
        service::TeleconsultationService &service;
        config::Settings &settings;
        const Clock &clock;
        std::function<Result<CallEngine *>()> engine;
        QString storageDir;
        QStringList allowedHosts;
        /// Says where the call page goes at its end; read before each call. Null: nobody does.
        service::CompanyService *company = nullptr;
        std::function<double()> random = {}; ///< In [0, 1), for jitter; empty: the machine's.
        /// How long a page may take to mend a lost connection itself before it is loaded anew.
        std::chrono::milliseconds lostPatience = std::chrono::seconds(20);
        /// How long a page may take to load: one that neither comes nor fails is tried again after that.
        std::chrono::milliseconds loadPatience = std::chrono::seconds(30);
        /// How long a page may hang before it is taken for lost. Nothing: whoever sits there decides.
        std::optional<std::chrono::milliseconds> hungPatience = {};
        /// Whether the engine could do without the graphics card after a new start of the program, and does not yet.
        /// Null: it could not.
        std::function<bool()> mayRestartPlainly = {};
    };

    enum class Stage {
        Idle,
        Notice,  ///< To be agreed to before the first call.
        Devices, ///< May be tried out before the call.
        Connecting,
        NotInvited, ///< The station's person takes no part in the consultation.
        Waiting,    ///< The room opens later, or somebody is still missing; it is entered by itself.
        Closed,     ///< The room is gone: there will be no link any more.
        Failed,     ///< error(), or the page could not be shown. Tried again by itself when nobody could be asked.
        InCall,
        Mending, ///< The page was lost (mendingCause()), and is soon tried again.
        Ended,   ///< outcome(); what became of it is still being learned.
    };
    Q_ENUM(Stage)

    CallFlow(Parts parts, QWidget *viewHost, QObject *parent = nullptr);
    ~CallFlow() override;

    /// Begins again from the start when something was going on that is no call yet; does nothing during a call.
    void start(const Teleconsultation &consultation);
    void retry();
    /// The person has agreed to the notice: that is kept, and the call begins.
    void agree();
    /// The devices have been tried out: the call begins.
    void devicesDone();
    /// Nobody wants to try them out, now or (`forGood`) ever: the call begins.
    void skipDevices(bool forGood);
    /// Loads the page of a call anew, at once: it hangs, or the person does not want to wait for the next try.
    void reenter();
    /// leadsAway() was no hang-up, the person says: a connection that is lost is mended again.
    void goOn();
    /// Out of the call, or out of waiting for it, or away from how it ended.
    void leave();
    /// Nothing of the person and the consultation is kept any more, but what is still to be written down of it: ids.
    /// Not during a call.
    void forget();
    /// Something may have changed, or can be reached again: who waits, or is on the way back into a call that could not
    /// be reached, asks at once, and so do what could not be written down and another person who uses the station now.
    /// In a call it is seen how its room stands.
    void askNow();
    /// The person who waits does not want to wait for the next question.
    void askAgain() { m_waiter.onWish(); }
    /// Something in the clinic's records was changed, by whomever: who waits asks at once if that can matter to them.
    /// Whatever else goes on is left alone: in a busy clinic this is heard every few seconds.
    void onRecordsChanged();
    /// Tries again to delete what was shared in the call that has ended.
    void deleteUploads();

    /// Holds from the next call on, and for the one that goes on.
    void setEndCallRedirectUrl(const QUrl &url);

    Stage stage() const { return m_stage; }
    bool isInCall() const { return m_stage == Stage::InCall; }
    /// In the call, or on the way back into it.
    bool hasCall() const { return m_record && (isInCall() || m_stage == Stage::Mending); }
    /// On the way into the call of this consultation, or in it: whoever opens it again is there already.
    bool isAttending(const QString &consultationId) const;
    /// When the call was entered first; null without one.
    QDateTime enteredAt() const { return m_record ? m_record->enteredAt() : QDateTime(); }
    /// When the call will be over: by its schedule, or because the room's own time is used up before; null: not known.
    QDateTime endsAt() const;
    CallMending::Cause mendingCause() const { return m_cause; }
    /// Whether it failed because the page's process ended again and again.
    bool keepsStopping() const { return m_keepsStopping; }
    /// Whether another start of the program, without the graphics card, has a chance to help.
    bool mayRestartPlainly() const;
    Connection connection() const { return m_connection; }
    const Teleconsultation &consultation() const { return m_consultation; }
    /// Of a failure, or of what hinders waiting or the way back; nothing when it is the page that failed.
    const std::optional<Error> &error() const { return m_error; }
    /// Whether the person may try again: always, but for a consultation that is not there any more.
    bool isRetryable() const { return m_retryable; }
    /// Whether what failed is tried again without the person.
    bool isTriedAgain() const { return m_again.isActive() || m_waiter.isWaiting(); }
    CallView *view() const { return m_view; }
    QString stationName() const { return m_parts.settings.station().fullName; }
    const ConsultationPolicy &policy() const { return m_parts.service.policy(); }
    QDateTime now() const { return m_parts.clock.now(); }
    PrivacyNotice notice() const { return m_parts.settings.privacyNotice(); }
    /// none, manual or automatic: of the room, before there is one of the installation.
    QString recording() const;
    /// Of the call that has ended.
    CallOutcome outcome() const;

signals:
    void stageChanged();
    /// While waiting: a second has passed, or an answer has come.
    void waitChanged();
    /// After the end: of the record, the files or the room more is known.
    void outcomeChanged();
    /// A call is over, or the person does not want to enter it: back to where one came from. `held`: there was a call.
    void left(const QString &consultationId, bool held);
    /// The service has written down that the call is over.
    void settled();
    void connectionChanged();
    /// See CallView.
    void unresponsive(bool on);
    void leadsAway();
    void downloadBegan(teleconsult::ui::CallDownload *download);
    void downloadRefused();

private:
    void setStage(Stage stage);
    /// `again`: when it is tried again by itself; nothing: not by m_again.
    void fail(std::optional<Error> error, bool retryable, std::optional<std::chrono::milliseconds> again = {});
    bool needsNotice() const;
    QString noticeVersion() const { return notice().version(policy().recording); }
    void askAboutNotice();
    void stopFor(Stage question);
    void onDevicesMissing();
    void begin();
    void readCompany();
    void readCompanyAgain(const Error &error);
    void askForLink();
    void ask();
    void onAdmission(const Result<service::Admission> &admission);
    void onNotAdmitted(const Error &error);
    void onNoLink();
    void lookWhetherChanged();
    void openView(const QUrl &link);
    void dropOlderRecords();
    void onPageReady();
    void onPageFailed(bool retryable);
    void onConnection(Connection connection);
    void onUnresponsive(bool hangs);
    void onLeadsAway();
    void onNotLoaded();
    void mend(CallMending::Cause cause, std::chrono::seconds retryAfter = {});
    /// A call that cannot be gone back to is over.
    void giveUp(Stage stage);
    void closeCall();
    void end(CallEnding ending);
    void endRecord();
    void forgetRecord();
    void lookAtRoomOnce();
    void onRoomLooked();
    void dropView();

    Parts m_parts;
    QWidget *m_viewHost;
    QUrl m_redirect;
    Stage m_stage = Stage::Idle;
    Teleconsultation m_consultation;
    QString m_shownNotice; ///< Its version, while it is asked about.
    QString m_asker;       ///< Whose link was asked for last: an external id.
    std::optional<Error> m_error;
    bool m_retryable = true;
    QPointer<CallView> m_view;
    AdmissionWaiter m_waiter;
    RoomWatch m_room;
    std::optional<kaleyra::Room> m_lastRoom; ///< As it came with the last link.
    QPointer<CallRecord> m_record;           ///< Of the call that goes on, or was the last one.
    CallEnding m_ending = CallEnding::Left;
    bool m_isLeaving = false; ///< It is the person who ends the call.
    bool m_knowsRedirect = false;
    CallMending m_mending;
    CallMending::Cause m_cause = CallMending::Cause::Crash;
    bool m_plainly = false;
    bool m_keepsStopping = false;
    Connection m_connection = Connection::Unknown;
    bool m_ledAway = false;        ///< The page that is shown wanted to leave the call.
    bool m_isToldToWait = false;   ///< The service has said when m_again may ask.
    bool m_devicesSkipped = false; ///< Since the program was started.
    bool m_isReadingCompany = false;
    int m_companyTries = 0;
    QTimer m_again;       ///< Until the next try.
    QTimer m_lost;        ///< While the connection is lost.
    QTimer m_loading;     ///< From open() until the page is there.
    QTimer m_hung;        ///< While the page hangs.
    QTimer m_readCompany; ///< Until the company is asked again.
    int m_attempt = 0;    ///< Answers to an earlier attempt are dropped.
};

} // namespace teleconsult::ui
