// The main window: the agenda, and the call that one gets to from there.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/company_settings.h"
#include "core/service/teleconsultation_service.h"
#include "ui/call/call_engine.h"
#include "ui/call/call_flow.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace teleconsult::ui {

class AgendaPage;
class Banner;
class CallPage;
class LinkReception;
class ReturnWatch;
class WindowClosing;
class WindowHeader;
enum class TextStep;

/// Made with few widgets so that it is up at once; whatever is not seen at the start is made when it is needed. Starts
/// loading the agenda when it is made. Changes no setting by itself: it asks. Does not own what it is given, all of
/// which must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// What it works with; what is referred to must outlive it.
    struct Parts
    {
        service::TeleconsultationService &service;
        config::Settings &settings;
        const Clock &clock;
        std::function<Result<CallEngine *>()> callEngine; ///< Asked when the first call begins.
        QString callStorageDir;
        QStringList callAllowedHosts;
        service::CompanyService *company = nullptr; ///< Says where a call page goes at its end; null: nobody does.
        std::function<double()> random = {};        ///< In [0, 1), for jitter; empty: the machine's.
        /// Tells when what was away may be back; null: nobody does.
        ReturnWatch *returns = nullptr;
        std::function<bool()> mayRestartPlainly = {}; ///< See CallFlow::Parts.
    };

    /// How far what is entered here goes.
    enum class Reach { ThisComputer, OtherServices };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    AgendaPage &agenda() { return *m_agenda; }
    /// Where links to consultations are handed to.
    LinkReception &links() { return *m_links; }
    bool isInCall() const;
    /// Whether the call page is on the way into this consultation's call, or in it.
    bool isAwaiting(const QString &consultationId) const;
    /// Whether there is an icon in the panel that brings the window back: closing it hides it then.
    void setStaysInPanel(std::function<bool()> staysInPanel);

public slots:
    /// Says at the top of the window that no call here is real. A demo clinic is offered only where its records stay
    /// on this computer.
    void setSandboxNotice(bool on, teleconsult::ui::MainWindow::Reach reach = Reach::ThisComputer);
    void setDemoClinicPresent(bool present);
    /// Shows this in the agenda's place, and lets nobody into a consultation meanwhile; null: the agenda again. Becomes
    /// a part of the window, which does not leave a call for it.
    void setCover(QWidget *cover);
    /// Station, language, appearance and agenda anew; whoever waits for a call asks at once.
    void refresh();
    /// Something in the clinic's records was changed: the agenda anew. Of a call that is waited for, see
    /// CallFlow::onRecordsChanged().
    void onRecordsChanged();
    /// Tells of a failure that belongs to nothing on the page: where the person is, and of one that comes in a call
    /// afterwards, in the agenda.
    void showProblem(const teleconsult::Error &error);
    /// The sandbox could not read what it had kept, and has put it aside under this name.
    void tellOfFreshSandbox(const QString &damagedFile);
    /// Enters a call as the row's button does. The consultation must be among those the agenda shows.
    void join(const QString &id);
    /// Selects it in the agenda, which comes to the front; during a call it is said that one is on.
    void showConsultation(const QString &id);
    /// Lets the person try out camera, microphone and loudspeaker. Not during a call, which has them.
    void checkDevices();
    /// Ends the program, also where closing the window leaves it in the panel; asks first when something would be lost.
    void quit();
    /// Qt is about to close all windows because the program is to end, as with the session.
    void aboutToQuit();
    /// Ends a call if there is one and the program, without asking anybody.
    void quitNow();

signals:
    void removeDemoClinicRequested();
    void restoreDemoClinicRequested();
    void languageChosen(teleconsult::Language language);
    void appearanceChosen(teleconsult::config::Appearance appearance);
    /// In percent; nothing: the system's.
    void textScaleChosen(std::optional<int> percent);
    void stationEditRequested();
    void settingsRequested();
    void remindersRequested();
    /// The program is to start anew without the graphics card, and to enter this consultation.
    void plainRestartRequested(const QString &consultationId);
    /// A call is over, and the record says so.
    void callSettled();
    /// The window is about to close, and with it the program, be it in the panel until now.
    void quitting();
    /// The window was closed, and the program goes on in the panel.
    void hiddenInPanel();
    /// The call's, or who waits for one: for those who count.
    void callStageChanged(teleconsult::ui::CallFlow::Stage stage);
    /// The first load of the agenda has been painted. Emitted once.
    void agendaUsable();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addShortcut(const QKeySequence &keys, const std::function<void()> &action, bool agendaOnly);
    void addShortcuts();
    CallPage &callPage();
    void enter(const Teleconsultation &consultation);
    void callAttention();
    void onLeftCall(const QString &id);
    void onReturned();
    void showShortcuts();
    void stepText(TextStep step);
    void updateDemo();
    void retranslate();

    Parts m_parts;
    QWidget *m_sandboxArea;
    Banner *m_sandbox = nullptr;
    QPushButton *m_removeDemo = nullptr;
    QStackedWidget *m_pages;
    QPointer<QWidget> m_cover; ///< Null: the agenda can be seen.
    QWidget *m_agendaArea;
    WindowHeader *m_header;
    AgendaPage *m_agenda;
    LinkReception *m_links;
    CallPage *m_call = nullptr;
    bool m_isSandbox = false;
    Reach m_reach = Reach::ThisComputer;
    bool m_demoPresent = false;
    CallFlow::Stage m_callStage = CallFlow::Stage::Idle; ///< As callAttention() saw it last.
    bool m_goesOnByItself = false;                       ///< Into a call: whoever waits for it need not be here.
    WindowClosing *m_closing;
    bool m_wasInPanel = false;            ///< And has not been shown since.
    std::function<bool()> m_staysInPanel; ///< Empty: it does not.
};

} // namespace teleconsult::ui
