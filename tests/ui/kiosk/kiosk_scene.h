// A practice with a kiosk, and an engine that does as it is told.
#pragma once

#include "core/config/setting_keys.h"
#include "core/service/appointments.h"
#include "tests/ui/kiosk/kiosk_hands.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/kiosk/kiosk_window.h"
#include "ui/waiting/return_watch.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace teleconsult::test {

/// Shown, at its start. At 10:00 local time Luca Romano's consultation is open, at 10:10. The reception's PIN is 2468,
/// that of the settings 97531.
class KioskScene : public KioskHands
{
public:
    explicit KioskScene(std::optional<std::chrono::milliseconds> idle = {},
                        std::chrono::seconds countdown = std::chrono::seconds(15),
                        const config::SettingValues &more = {})
    {
        id = practice.add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        scriptRoomOfBoth(practice.kaleyraServer().url("/call/").toEncoded() + practice.find(id).roomId.toLatin1());
        config::Settings &settings = practice.settings();
        writeAppointmentKey(settings, practice.folder());
        config::PinGate reception(settings, practice.clock(), config::Pin::Reception);
        config::PinGate admin(settings, practice.clock());
        if (!await(reception.set(QStringLiteral("2468"))) || !await(admin.set(QStringLiteral("97531"))))
            qFatal("No PIN");
        if (!settings.write({{config::keys::kioskClinicName, QStringLiteral("Poliambulatorio San Marco")},
                             {config::keys::stationProfile, QStringLiteral("kiosk")}}) ||
            !settings.write(more))
            qFatal("No name");
        window = std::make_unique<ui::KioskWindow>(
            ui::KioskWindow::Parts{.service = practice.service(),
                                   .settings = settings,
                                   .clock = practice.clock(),
                                   .callEngine = [this]() -> Result<ui::CallEngine *> {
                                       ++engineAsked;
                                       return realEngine ? realEngine : &engine;
                                   },
                                   .callStorageDir = practice.folder(),
                                   .callAllowedHosts = {QStringLiteral("*.example.org")},
                                   .company = &practice.company(),
                                   .useLanguage = [this](std::optional<Language> wanted) { language = wanted; },
                                   .random = [] { return 0.5; },
                                   .idle = idle,
                                   .countdown = countdown,
                                   .waitingCountdown = countdown,
                                   .hangUpCountdown = countdown,
                                   .callUntouched = idle.value_or(std::chrono::minutes(5)),
                                   .aloneCountdown = countdown,
                                   .lookForOutage = [this] { return look(); },
                                   .outagePace = {.whenWell = std::chrono::milliseconds(50),
                                                  .whenNot = std::chrono::milliseconds(50),
                                                  .patience = std::chrono::milliseconds(100)},
                                   .returns = &returns});
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        if (!waitUntilActive(*window))
            qFatal("No window");
    }
    ~KioskScene() override
    {
        window->closeNow();
        if (!waitUntil([this] { return window->isIdle(); }))
            qFatal("The kiosk is still at work");
    }

    /// Of a participant: u-patient or u-bianchi.
    QString code(const QString &user = QStringLiteral("u-patient")) const
    {
        return service::appointmentCodeFor(const_cast<Practice &>(practice).settings(),
                                           const_cast<Practice &>(practice).find(id), user)
            .value_or(QString());
    }
    /// Whether codes are taken without a pause just now. Begins at the start.
    bool mayTryCodes()
    {
        window->clearSession();
        const bool mayTry = click("kioskStartCodeButton") && find("kioskKeyZ")->isEnabled();
        window->clearSession();
        return mayTry;
    }
    /// From the start through the code to the last click before the call.
    bool askForCall()
    {
        return enterCode(code()) && reaches(ui::KioskWindow::Page::Greeting) && click("kioskGreetingYesButton") &&
               click("kioskNoticeAgreeButton") && click("kioskDeviceContinueButton");
    }
    /// As far as the call, whose page is being loaded.
    bool awaitCall()
    {
        return askForCall() &&
               waitUntil([this] { return !engine.m_view.isNull() && engine.m_view->m_target.link.isValid(); });
    }
    /// As far as the call, whose page is ready.
    bool enterCall()
    {
        if (!awaitCall())
            return false;
        emit engine.m_view->pageReady();
        return window->isInCall();
    }
    ui::KioskWindow &kiosk() const override { return *window; }

    Practice practice;
    QString id;
    PretendedEngine engine;
    ui::ReturnWatch returns;
    ui::CallEngine *realEngine = nullptr; ///< Asked instead, where there is one. Not owned.
    int engineAsked = 0;
    std::optional<Language> language;
    std::optional<checks::Outage> outage;    ///< What whoever looks finds.
    std::unique_ptr<ui::KioskWindow> window; ///< Goes first.

    /// With a seat for the patient too, whose link ends with "-patient".
    void scriptRoomOfBoth(const QByteArray &link, const QByteArray &recording = "none")
    {
        const QByteArray room = practice.find(id).roomId.toLatin1();
        practice.kaleyraServer().on("GET", "/v2/rooms/" + room,
                                    {{.body = R"({"id":")" + room + R"(","status":"NOT_RUNNING","recording":")" +
                                              recording + R"(","participants":[{"user_id":"u-bianchi","url":")" + link +
                                              R"("},{"user_id":"u-patient","url":")" + link + R"(-patient"}]})"}});
    }

private:
    Task<std::optional<checks::Outage>> look() { co_return Result<std::optional<checks::Outage>>(outage); }
};

} // namespace teleconsult::test
