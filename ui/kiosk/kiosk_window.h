// The kiosk's window: everything that a patient and the reception see of it.
#pragma once

#include "core/config/pin.h"
#include "core/service/appointments.h"
#include "core/service/company_settings.h"
#include "core/service/guest_teleconsultations.h"
#include "ui/call/call_engine.h"
#include "ui/call/call_flow.h"
#include "ui/kiosk/idle_watch.h"
#include "ui/kiosk/kiosk_lock.h"
#include "ui/kiosk/kiosk_pin_page.h"
#include "ui/kiosk/outage_watch.h"

#include <QPointer>

class QStackedWidget;

namespace teleconsult::ui {

class ChoicePage;
class CodePage;
class FingerScrolling;
class GreetingPage;
class KioskHeader;
class ReceptionPage;
class RestingPage;
class ReturnWatch;
class TouchKeyboard;
class VisitPage;

/// From the start through a code to the call and back, or behind a PIN to the agenda. One person at a time: when one is
/// done, or has gone, clearSession() takes everything of theirs away (docs/kiosk.md). Fills its screen and cannot be
/// closed, but with the PIN of the settings or by closeNow(). Dialogs stand in it, not before it. Does not own what it
/// is given, all of which must outlive it.
class KioskWindow : public QWidget
{
    Q_OBJECT
public:
    /// What it works with. Nothing of it is owned; references and pointers outlive it.
    struct Parts
    {
        service::TeleconsultationService &service;
        config::Settings &settings;
        const Clock &clock;
        std::function<Result<CallEngine *>()> callEngine; ///< Asked when somebody tries the devices out.
        QString callStorageDir;                           ///< Whose content goes with each person.
        QStringList callAllowedHosts;
        service::CompanyService *company = nullptr;
        /// Nothing: the clinic's again. Whoever is given it sees to the words and to formats.
        std::function<void(std::optional<Language>)> useLanguage = {};
        std::function<double()> random = {};                ///< In [0, 1), for jitter; empty: the machine's.
        bool isSandbox = false;                             ///< No call here is real.
        std::optional<std::chrono::milliseconds> idle = {}; ///< Nothing: as the settings say.
        std::chrono::seconds countdown{15};                 ///< Told before somebody is taken for gone.
        std::chrono::seconds waitingCountdown{60};          ///< The same for who waits for the call.
        std::chrono::seconds hangUpCountdown{30};           ///< The same for who may have hung up.
        std::chrono::milliseconds callUntouched = std::chrono::minutes(5); ///< VisitPage::Patience
        std::chrono::seconds aloneCountdown = std::chrono::minutes(3);     ///< The same.
        OutageWatch::Look lookForOutage = {};                              ///< Empty: nobody looks.
        OutageWatch::Pace outagePace = {};
        ReturnWatch *returns = nullptr; ///< Null: nobody tells that something is back.
    };

    enum class Page { Start, Code, Greeting, Visit, Pin, Reception };
    Q_ENUM(Page)

    explicit KioskWindow(Parts parts);
    ~KioskWindow() override;

    Page page() const { return m_page; }
    /// Page::Start while it is closed or cannot do its work, too.
    const RestingPage &resting() const { return *m_resting; }
    bool isInCall() const;
    /// Whether nothing that was begun with the service is under way.
    bool isIdle() const { return m_service.isIdle() && m_appointments.isIdle(); }

    /// On the screen that the settings name.
    void fillScreen();
    /// Back to the start, with nothing left of whoever was there. Ends a call.
    void clearSession();
    /// Ends a call if there is one and closes, without asking anybody.
    void closeNow();

signals:
    /// Somebody has given the PIN: the program is to end.
    void leavingAllowed();
    /// The start can be touched. Emitted once.
    void usable();
    /// Of the patient's call: for those who count.
    void callStageChanged(teleconsult::ui::CallFlow::Stage stage);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void childEvent(QChildEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Why somebody who touches nothing may still be there.
    enum class Wait {
        Nobody,  ///< Is watched: nobody is there, or is in the call.
        Choice,  ///< Has chosen a language or the contrast at the start, and no more so far.
        Reading, ///< What is on the screen, or writing.
        Call,    ///< Waits for the call, or for the way back into it: touches nothing.
        Thanks,  ///< Has done what there was to do.
    };

    void goTo(Page page);
    Result<CallEngine *> useEngine();
    Result<CodeCamera *> openCamera(QWidget *parent);
    void connectPages();
    void onReturned();
    void askForPin(KioskPinPage::For what);
    void greet(const Appointment &appointment);
    void beginVisit();
    void openReception();
    void fitText();
    void forgetPages();
    void watchIdling();
    void showIdleNotice(int seconds);
    void hideIdleNotice();
    Wait wait() const;
    void chooseLanguage(Language language);
    void chooseContrast(bool on);
    void restoreChoices();
    void showHeader();
    void useContrast(bool on);
    void placeOver(QWidget *child);
    void revealFocus();
    void retranslate();

    Parts m_parts;
    service::GuestTeleconsultations m_service;
    service::Appointments m_appointments;
    config::PinGate m_receptionPin;
    config::PinGate m_settingsPin;
    Page m_page = Page::Start;
    std::pair<Page, Wait> m_watched{Page::Start, Wait::Nobody}; ///< What m_idle was told last.
    std::optional<Appointment> m_appointment;                   ///< Whose code was entered.
    CallEngine *m_engine = nullptr;                             ///< Null: nobody has needed it since the last clearing.
    bool m_hasChoices = false; ///< Language and contrast may be somebody's own, and not the clinic's.
    bool m_mayClose = false;
    bool m_isUsable = false;

    KioskHeader *m_header;
    QStackedWidget *m_pages;
    RestingPage *m_resting;
    CodePage *m_code;
    GreetingPage *m_greeting;
    VisitPage *m_visit;
    KioskPinPage *m_pin;
    QPointer<ReceptionPage> m_reception;
    TouchKeyboard *m_keyboard;
    ChoicePage *m_idleNotice;
    QPushButton *m_stillHere;
    QPointer<QWidget> m_underNotice; ///< What had the keyboard before m_stillHere.
    IdleWatch *m_idle;
    KioskLock *m_lock;
    FingerScrolling *m_scrolling;
};

} // namespace teleconsult::ui
