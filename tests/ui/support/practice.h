// A practice with real records and a real service; records can be held back or fail.
#pragma once

#include "core/config/settings.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/sqlite_database.h"
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/service/company_settings.h"
#include "core/service/teleconsultations.h"
#include "tests/support/await.h"
#include "tests/support/forwarding_record_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_folder.h"
#include "tests/support/scripted_server.h"
#include "ui/theme/theme.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// Passes everything on to real records, but for list(), find(), setProgress() and moveToTrash(), which may be told
/// to fail or to wait.
class GatedRecords final : public ForwardingRecordStore
{
public:
    using ForwardingRecordStore::ForwardingRecordStore;

    void failLists(std::optional<Error> error) { m_listError = std::move(error); }
    void failFinds(std::optional<Error> error) { m_findError = std::move(error); }
    void failProgress(std::optional<Error> error) { m_progressError = std::move(error); }
    void failTrash(std::optional<Error> error) { m_trashError = std::move(error); }
    void holdLists()
    {
        m_gate = std::make_unique<QPromise<void>>();
        m_gate->start();
    }
    void releaseLists()
    {
        if (auto gate = std::exchange(m_gate, nullptr))
            gate->finish();
    }
    void holdFinds()
    {
        m_findGate = std::make_unique<QPromise<void>>();
        m_findGate->start();
    }
    void releaseFinds()
    {
        if (auto gate = std::exchange(m_findGate, nullptr))
            gate->finish();
    }
    void holdProgress()
    {
        m_progressGate = std::make_unique<QPromise<void>>();
        m_progressGate->start();
    }
    void releaseProgress()
    {
        if (auto gate = std::exchange(m_progressGate, nullptr))
            gate->finish();
    }
    int lists() const { return m_lists; }
    int finds() const { return m_finds; }

    Task<Teleconsultation> find(QString id, RequestContext context) override
    {
        ++m_finds;
        if (m_findGate) {
            QFuture<void> opened = m_findGate->future();
            co_await opened;
        }
        if (m_findError)
            co_return failure(*m_findError);
        Result<Teleconsultation> found = co_await ForwardingRecordStore::find(id, context);
        co_return found;
    }
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context) override
    {
        ++m_lists;
        if (m_gate) {
            QFuture<void> opened = m_gate->future();
            co_await opened;
        }
        if (m_listError)
            co_return failure(*m_listError);
        Result<QList<Teleconsultation>> found = co_await ForwardingRecordStore::list(query, context);
        co_return found;
    }
    Task<void> setProgress(QString id, Progress progress, RequestContext context) override
    {
        if (m_progressGate) {
            QFuture<void> opened = m_progressGate->future();
            co_await opened;
        }
        if (m_progressError)
            co_return failure(*m_progressError);
        Result<void> set = co_await ForwardingRecordStore::setProgress(id, progress, context);
        co_return set;
    }
    Task<void> moveToTrash(QString id, RequestContext context = {}) override
    {
        if (m_trashError)
            co_return failure(*m_trashError);
        Result<void> trashed = co_await ForwardingRecordStore::moveToTrash(id, context);
        co_return trashed;
    }

private:
    std::optional<Error> m_listError;
    std::optional<Error> m_trashError;
    std::optional<Error> m_findError;
    std::optional<Error> m_progressError;
    std::unique_ptr<QPromise<void>> m_gate;
    std::unique_ptr<QPromise<void>> m_findGate;
    std::unique_ptr<QPromise<void>> m_progressGate;
    int m_lists = 0;
    int m_finds = 0;
};

/// Monday 2 March 2026, 9:00 UTC. The station is Dr. Anna Bianchi's, rooms open 15 minutes before the start, and
/// Kaleyra has a room for every consultation. Make it after QApplication; run the test with TZ=Europe/Rome.
class Practice
{
public:
    Practice() : Practice(defaultPolicy()) {}
    explicit Practice(const ConsultationPolicy &policy)
        : m_service(service::Teleconsultations::Parts{m_kaleyra, m_records, m_journal, m_clock}, policy)
    {
        m_theme.setScheme(ui::Theme::Scheme::Light);
        m_settings.setStation(
            {QStringLiteral("dr-bianchi"), QStringLiteral("Dr. Anna Bianchi"), {QStringLiteral("doctor")}});
        agreeToNotice();
        m_settings.setDeviceCheck(config::DeviceCheck::Done);
        setRedirect(QStringLiteral("https://example.org/done"));
        if (!await(m_realRecords.rememberUserId(QStringLiteral("dr-bianchi"), doctor().kaleyraUserId)))
            qFatal("No records");
    }
    ~Practice()
    {
        m_records.releaseLists();
        m_records.releaseFinds();
        m_records.releaseProgress();
        m_http.shutDown();
        if (!waitUntil([this] { return m_service.isIdle() && m_company.isIdle(); }))
            qFatal("The service is still at work");
    }
    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;

    ManualClock &clock() { return m_clock; }
    config::Settings &settings() { return m_settings; }
    service::Teleconsultations &service() { return m_service; }
    service::CompanySettings &company() { return m_company; }
    GatedRecords &records() { return m_records; }
    ScriptedServer &kaleyraServer() { return m_kaleyraServer; }
    /// As the station's person has done long ago.
    void agreeToNotice()
    {
        m_settings.setNoticeAcceptance({m_settings.station().externalId,
                                        m_settings.privacyNotice().version(m_service.policy().recording),
                                        m_clock.now()});
    }
    ui::Theme &theme() { return m_theme; }
    QString folder() const { return m_folder.path(); }
    /// Waits until nothing is asked any more and what was answered has arrived. Whoever waits for a signal of what was
    /// asked may miss it: an answer that is there at once comes before the question returns.
    bool settle()
    {
        const auto isIdle = [this] { return m_service.isIdle(); };
        const bool wasAnswered = waitUntil(isIdle);
        QCoreApplication::processEvents();
        return wasAnswered && waitUntil(isIdle);
    }

    static QDate today() { return {2026, 3, 2}; }
    static Participant doctor()
    {
        return {QStringLiteral("u-bianchi"),
                {},
                QStringLiteral("Dr. Anna Bianchi"),
                {QStringLiteral("doctor")},
                std::nullopt};
    }

    struct Plan
    {
        QString patient; ///< Empty: still to be named.
        QDate day = today();
        QTime time = QTime(12, 0); ///< Local.
        std::chrono::minutes duration{30};
        Progress progress = Progress::Scheduled;
    };
    /// Stores it with a room of its own; answers its id.
    QString add(const Plan &plan)
    {
        Teleconsultation consultation;
        const QDateTime start = QDateTime(plan.day, plan.time).toUTC();
        consultation.schedule = Schedule::fromRecord(start, start.addSecs(std::chrono::seconds(plan.duration).count()));
        consultation.progress = plan.progress;
        consultation.participantsNumber = 2;
        consultation.participants = {doctor()};
        if (!plan.patient.isEmpty()) {
            consultation.participants.append(
                {QStringLiteral("u-patient"), {}, plan.patient, {QStringLiteral("patient")}, Language::Italian});
            consultation.roomId = QStringLiteral("room-%1").arg(++m_rooms);
            scriptRoom(consultation.roomId);
        }
        const Result<QString> id = await(m_realRecords.insert(consultation));
        if (!id)
            qFatal("Not stored: %s", qPrintable(id.error().toLogLine()));
        return *id;
    }
    /// What Kaleyra says of its room from now on: NOT_RUNNING (at first), RUNNING or CLOSED.
    void setRoomStatus(const QString &id, const QByteArray &status) { scriptRoom(find(id).roomId, status); }
    Teleconsultation find(const QString &id)
    {
        const Result<Teleconsultation> found = await(m_realRecords.find(id));
        return found ? *found : Teleconsultation();
    }

    /// Where the company's calls go at their end. `held`: Kaleyra says so only after kaleyraServer().release().
    void setRedirect(const QString &url, bool held = false)
    {
        const QJsonObject company{{QStringLiteral("name"), QStringLiteral("Practice")},
                                  {QStringLiteral("end_call_redirect_url"), url}};
        ScriptedServer::Answer answer;
        answer.body = QJsonDocument(company).toJson(QJsonDocument::Compact);
        answer.held = held;
        m_kaleyraServer.on("GET", "/v2/company", {answer});
    }

    /// How a room stands from now on.
    struct RoomState
    {
        QByteArray status = "NOT_RUNNING";
        int duration = 0;
        int used = 0;
        QByteArray recording = "none";
    };
    void setRoom(const QString &consultationId, const RoomState &state)
    {
        const QByteArray id = find(consultationId).roomId.toLatin1();
        const QString link = m_kaleyraServer.url("/call/" + id).toString();
        QJsonArray seats;
        if (state.status != "CLOSED")
            seats.append(
                QJsonObject{{QStringLiteral("user_id"), QStringLiteral("u-bianchi")}, {QStringLiteral("url"), link}});
        const QJsonObject room{{QStringLiteral("id"), QString::fromLatin1(id)},
                               {QStringLiteral("status"), QString::fromLatin1(state.status)},
                               {QStringLiteral("duration"), state.duration},
                               {QStringLiteral("duration_used"), state.used},
                               {QStringLiteral("recording"), QString::fromLatin1(state.recording)},
                               {QStringLiteral("participants"), seats}};
        m_kaleyraServer.on("GET", "/v2/rooms/" + id, {{.body = QJsonDocument(room).toJson(QJsonDocument::Compact)}});
    }
    /// How often Kaleyra was asked for the room.
    int roomQuestions(const QString &consultationId)
    {
        return m_kaleyraServer.count("GET", "/v2/rooms/" + find(consultationId).roomId.toLatin1());
    }
    /// Waits until it was asked more often than that, and nothing is asked any more.
    int roomQuestionsAfter(const QString &consultationId, int before)
    {
        const bool wasAsked = waitUntil([&] { return roomQuestions(consultationId) > before; });
        return wasAsked && settle() ? roomQuestions(consultationId) : before;
    }
    /// The last participant is named: there is a room.
    void nameThePatient(const QString &consultationId, const QString &name)
    {
        Teleconsultation consultation = find(consultationId);
        consultation.participants.append(
            {QStringLiteral("u-patient"), {}, name, {QStringLiteral("patient")}, Language::Italian});
        consultation.roomId = QStringLiteral("room-%1").arg(++m_rooms);
        scriptRoom(consultation.roomId);
        if (!await(m_realRecords.update(consultation)))
            qFatal("Not updated");
    }

    static Error unreachable()
    {
        return {.kind = Error::Kind::Unreachable,
                .httpStatus = 0,
                .code = {},
                .field = {},
                .message = {},
                .detail = {},
                .requestId = {},
                .retryable = true};
    }

private:
    void scriptRoom(const QString &roomId, const QByteArray &status = "NOT_RUNNING")
    {
        const QByteArray id = roomId.toLatin1();
        const QByteArray link = m_kaleyraServer.url("/call/").toEncoded() + id;
        m_kaleyraServer.on("GET", "/v2/rooms/" + id,
                           {{.body = R"({"id":")" + id + R"(","status":")" + status +
                                     R"(","participants":[{"user_id":"u-bianchi","url":")" + link + R"("}]})"}});
    }

public:
    static ConsultationPolicy defaultPolicy()
    {
        ConsultationPolicy policy;
        policy.immutablePeriod = std::chrono::minutes(15);
        return policy;
    }

private:
    ui::Theme m_theme;
    QTemporaryDir m_folder{folderInMemory(QStringLiteral("practice"))};
    ManualClock m_clock;
    ScriptedServer m_kaleyraServer;
    config::Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    http::HttpClient m_http{
        {.tries = 1, .firstDelay = std::chrono::milliseconds(1), .longestRetryAfter = std::chrono::milliseconds(1)}};
    kaleyra::KaleyraClient m_kaleyra{m_http, {m_kaleyraServer.url(), "key"}};
    records::SqliteDatabase m_database{m_folder.filePath(QStringLiteral("records.sqlite"))};
    records::SqliteRecordStore m_realRecords{m_database, m_clock};
    records::SqliteIntentJournal m_journal{m_database, m_clock};
    GatedRecords m_records{m_realRecords};
    service::CompanySettings m_company{m_kaleyra};
    service::Teleconsultations m_service;
    int m_rooms = 0;
};

} // namespace teleconsult::test
