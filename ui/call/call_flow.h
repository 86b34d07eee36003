// The way into a call and out of it.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/call/call_engine.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace teleconsult::ui {

/// One call at a time: asks for this station's link, gets a view from the engine, tells the service that the call has
/// begun once its page is there, and that it is over however it ends. Knows no widget but the view, which lives in
/// `viewHost`. Does not own what it is given, all of which must outlive it.
class CallFlow : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        service::TeleconsultationService &service;
        config::Settings &settings;
        const Clock &clock;
        std::function<Result<CallEngine *>()> engine;
        QString storageDir;
        QStringList allowedHosts;
    };

    enum class Stage {
        Idle,
        Connecting,
        NotInvited, ///< The station's person takes no part in the consultation.
        NotOpenYet, ///< The room opens later, or somebody is still missing.
        Closed,     ///< The room is gone: there will be no link any more.
        Failed,     ///< error(), or the page could not be shown.
        InCall,
    };
    Q_ENUM(Stage)

    CallFlow(Parts parts, QWidget *viewHost, QObject *parent = nullptr);
    ~CallFlow() override;

    /// Begins again from the start when something was going on that is no call yet; does nothing during a call.
    void start(const Teleconsultation &consultation);
    void retry();
    /// Out of the call, or out of waiting for it.
    void leave();

    void setEndCallRedirectUrl(const QUrl &url) { m_redirect = url; }

    Stage stage() const { return m_stage; }
    bool isInCall() const { return m_stage == Stage::InCall; }
    const Teleconsultation &consultation() const { return m_consultation; }
    /// Of a failure; nothing when it was the page that failed.
    const std::optional<Error> &error() const { return m_error; }
    bool isRetryable() const { return m_retryable; }
    CallView *view() const { return m_view; }
    QString stationName() const { return m_parts.settings.station().fullName; }
    const ConsultationPolicy &policy() const { return m_parts.service.policy(); }
    /// "Opens at 10:15", "Waiting for 1 participant".
    QString expectation() const;

signals:
    void stageChanged();
    /// A call is over, or was not entered: back to where one came from. `held`: there was a call.
    void left(const QString &consultationId, bool held);
    /// The service has written down that the call is over.
    void settled();
    /// The page of the call offered a file, which was not saved.
    void downloadRefused();

private:
    /// What the service knows of a call. A call may be over before the service has said that it has begun.
    struct Record
    {
        QString id;
        std::optional<qint64> handle;
        bool answered = false;
        bool over = false;
    };

    void setStage(Stage stage);
    void fail(std::optional<Error> error, bool retryable);
    void onAdmission(const Result<service::Admission> &admission);
    void openView(const QUrl &link);
    void onPageReady();
    void onPageFailed(bool retryable);
    void closeCall();
    void endRecord();
    void writeEnd(const std::shared_ptr<Record> &record);
    void dropView();

    Parts m_parts;
    QWidget *m_viewHost;
    QUrl m_redirect;
    Stage m_stage = Stage::Idle;
    Teleconsultation m_consultation;
    std::optional<Error> m_error;
    bool m_retryable = true;
    QPointer<CallView> m_view;
    std::shared_ptr<Record> m_record; ///< Of the call that is going on.
    int m_attempt = 0;                ///< Answers to an earlier attempt are dropped.
};

} // namespace teleconsult::ui
