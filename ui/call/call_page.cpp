#include "ui/call/call_page.h"

#include "core/config/setting_keys.h"
#include "ui/call/call_bar.h"
#include "ui/call/call_stages.h"
#include "ui/call/call_window.h"
#include "ui/call/download_list.h"
#include "ui/call/keep_awake.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/recording_text.h"

#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// Nobody sits before a call that has not come back by then: the screen may be locked.
constexpr std::chrono::minutes awakeWhileMending{10};

} // namespace

CallPage::CallPage(CallFlow::Parts parts, QWidget *parent)
    : QWidget(parent),
      m_settings(parts.settings),
      m_stage(new QWidget(this)),
      m_stack(new QStackedLayout(m_stage)),
      m_flow(new CallFlow(parts, m_stage, this)),
      m_bar(new CallBar(*m_flow, parts.clock, this)),
      m_trouble(new Banner(Tone::Warning, this)),
      m_reenter(m_trouble->addAction(QStringLiteral("reloadCallButton"))),
      m_leave(m_trouble->addAction(QStringLiteral("leaveRefusedCallButton"))),
      m_stay(m_trouble->addAction(QStringLiteral("stayInCallButton"))),
      m_downloads(new DownloadList(this)),
      m_window(new CallWindow(this, this)),
      m_awake(new KeepAwake(QDBusConnection::sessionBus(), this)),
      m_escape(new QShortcut(Qt::Key_Escape, this, m_flow, &CallFlow::leave, Qt::WidgetWithChildrenShortcut)),
      m_leaveFullScreen(new QShortcut(Qt::Key_Escape, this)),
      m_fullScreen(new QShortcut(Qt::Key_F11, this)),
      m_stages(new CallStages(*m_flow, this))
{
    m_trouble->setObjectName(QStringLiteral("callTrouble"));
    m_trouble->setProperty("edge", true);
    m_trouble->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
    m_trouble->hide();
    m_stack->addWidget(m_stages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_trouble);
    layout->addWidget(m_downloads);
    layout->addWidget(m_stage, 1);

    connect(m_bar, &CallBar::leaveRequested, m_flow, &CallFlow::leave);
    connect(m_bar, &CallBar::modeRequested, m_window, &CallWindow::setMode);
    connect(m_flow, &CallFlow::stageChanged, this, &CallPage::showStage);
    connect(m_flow, &CallFlow::connectionChanged, this, [this] {
        if (m_flow->connection() == Connection::Good)
            m_leadsAway = false;
        m_bar->refresh();
        updateTrouble();
    });
    connect(m_flow, &CallFlow::unresponsive, this, [this](bool on) {
        m_isUnresponsive = on;
        updateTrouble();
    });
    connect(m_flow, &CallFlow::leadsAway, this, [this] {
        m_leadsAway = true;
        updateTrouble();
    });
    m_mendingLook.setInterval(
        std::chrono::seconds(1)); // Of the clock that may be set, and go on while the machine sleeps.
    connect(&m_mendingLook, &QTimer::timeout, this, &CallPage::updateAwake);
    connect(m_reenter, &QPushButton::clicked, m_flow, &CallFlow::reenter);
    connect(m_leave, &QPushButton::clicked, m_flow, &CallFlow::leave);
    connect(m_stay, &QPushButton::clicked, this, [this] {
        m_leadsAway = false;
        m_flow->goOn();
        updateTrouble();
        focusCall();
    });
    connect(m_flow, &CallFlow::downloadBegan, m_downloads, &DownloadList::add);
    connect(m_flow, &CallFlow::downloadRefused, m_downloads, &DownloadList::tellRefused);
    connect(m_downloads, &DownloadList::dismissed, this, &CallPage::focusCall);
    connect(m_downloads, &DownloadList::endedUnseen, this, &CallPage::fileEndedUnseen);
    connect(m_downloads, &DownloadList::ended, this, &CallPage::fileEnded);
    if (m_settings.isLocked(config::keys::downloadFolder))
        m_downloads->fixFolder();
    connect(m_downloads, &DownloadList::folderChangeRequested, this, &CallPage::chooseDownloadFolder);
    connect(m_flow, &CallFlow::outcomeChanged, this, &CallPage::showRecording);
    connect(m_stages, &CallStages::stationEditRequested, this, &CallPage::stationEditRequested);
    connect(m_stages, &CallStages::deviceCheckRequested, this, &CallPage::deviceCheckRequested);
    connect(m_stages, &CallStages::plainRestartRequested, this, &CallPage::plainRestartRequested);
    addShortcuts();
}

void CallPage::addShortcuts()
{
    using Mode = CallWindow::Mode;
    connect(m_fullScreen, &QShortcut::activated, this,
            [this] { m_window->setMode(m_window->mode() == Mode::FullScreen ? Mode::Usual : Mode::FullScreen); });
    connect(m_leaveFullScreen, &QShortcut::activated, this, [this] { m_window->setMode(Mode::Usual); });
    auto *mini = new QShortcut(CallBar::miniKeys(), this);
    connect(mini, &QShortcut::activated, this, [this] {
        if (m_flow->hasCall())
            m_window->setMode(m_window->mode() == Mode::Mini ? Mode::Usual : Mode::Mini);
    });
    auto *leave = new QShortcut(CallBar::leaveKeys(), this);
    connect(leave, &QShortcut::activated, m_flow, &CallFlow::leave);
    for (QShortcut *shortcut : {mini, leave})
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    for (QShortcut *shortcut : {m_fullScreen, m_leaveFullScreen}) {
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setEnabled(false);
    }
    connect(m_window, &CallWindow::modeChanged, this, [this](Mode mode) {
        m_leaveFullScreen->setEnabled(mode == Mode::FullScreen);
        m_bar->setMode(mode);
        focusCall();
    });
}

void CallPage::focusCall()
{
    if (m_flow->view() && m_flow->isInCall())
        m_flow->view()->setFocus();
}

void CallPage::showStage()
{
    const bool inCall = m_flow->isInCall();
    const bool hasCall = m_flow->hasCall();
    m_escape->setEnabled(!hasCall); // In a call the key is the page's.
    m_fullScreen->setEnabled(hasCall);
    m_isUnresponsive = false;
    m_leadsAway = false;
    m_problem.reset();
    m_bar->refresh();
    updateTrouble();
    showRecording();
    updateAwake();
    if (inCall && m_flow->view()) {
        m_stack->addWidget(m_flow->view());
        m_stack->setCurrentWidget(m_flow->view());
        m_flow->view()->setFocus();
        return;
    }
    if (!hasCall)
        m_window->setMode(CallWindow::Mode::Usual);
    // How it ended is where one looks for the files; what comes next has its own.
    if (!hasCall && m_flow->stage() != CallFlow::Stage::Ended)
        m_downloads->clearFinished();
    m_stack->setCurrentWidget(m_stages);
    if (!m_stages->showStage())
        m_bar->leaveButton()->setFocus();
}

void CallPage::updateAwake()
{
    const bool isMending = m_flow->stage() == CallFlow::Stage::Mending;
    if (!isMending)
        m_mendingSince = {};
    else if (!m_mendingSince.isValid())
        m_mendingSince = m_flow->now();
    const bool isAbandoned = isMending && m_mendingSince.addDuration(awakeWhileMending) <= m_flow->now();
    if (m_flow->hasCall() && !isAbandoned)
        m_awake->hold(tr("A video consultation is going on"));
    else
        m_awake->release();
    if (isMending && !isAbandoned)
        m_mendingLook.start();
    else
        m_mendingLook.stop();
}

void CallPage::showRecording()
{
    const QString words = m_flow->hasCall() ? RecordingText::during(m_flow->recording()) : QString();
    if (!words.isEmpty() && !m_recording) {
        m_recording = new Banner(Tone::Warning, this);
        m_recording->setObjectName(QStringLiteral("recordingBanner"));
        m_recording->setProperty("edge", true);
        m_recording->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_recording);
    }
    if (!m_recording)
        return;
    m_recording->setText(words);
    m_recording->setVisible(!words.isEmpty());
}

void CallPage::showProblem(const std::optional<Error> &problem)
{
    m_problem = problem;
    updateTrouble();
}

/// What stands in the way, the worst of it.
void CallPage::updateTrouble()
{
    const bool isLost = m_flow->connection() == Connection::Lost;
    m_reenter->setText(tr("Reload the call"));
    m_leave->setText(tr("Leave call"));
    const bool isAsking = m_leadsAway && !m_isUnresponsive; // Whoever stays is taken back in if need be.
    m_reenter->setVisible(m_flow->isInCall() && !isAsking);
    m_stay->setText(tr("Stay in the call"));
    for (QPushButton *answer : {m_leave, m_stay})
        answer->setVisible(isAsking);
    if (m_problem)
        m_trouble->setText(errorText(*m_problem));
    else if (m_isUnresponsive)
        m_trouble->setText(tr("The call page does not answer. Wait a moment, or reload it."));
    else if (m_leadsAway)
        m_trouble->setText(tr("The call page wanted to go to another page, which is not part of the call. If you have "
                              "hung up, leave the call."));
    else
        m_trouble->setText(tr("No connection to the call. It comes back by itself when the network does."));
    m_trouble->setVisible(m_problem || (m_flow->isInCall() && (isLost || m_isUnresponsive || m_leadsAway)));
}

bool CallPage::isReceiving() const
{
    return m_downloads->isReceiving();
}

void CallPage::chooseDownloadFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for files from calls"), m_settings.downloadFolder());
    dialog->setObjectName(QStringLiteral("downloadFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_settings.setDownloadFolder(folder);
        if (m_flow->view())
            m_flow->view()->setDownloadFolder(m_settings.downloadFolder());
    });
    dialog->open();
}

void CallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showRecording();
        updateTrouble();
    }
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
