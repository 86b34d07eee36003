#include "ui/call/call_page.h"

#include "ui/call/call_bar.h"
#include "ui/call/call_window.h"
#include "ui/call/download_list.h"
#include "ui/call/keep_awake.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"

#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace teleconsult::ui {

CallPage::CallPage(CallFlow::Parts parts, QWidget *parent)
    : QWidget(parent),
      m_settings(parts.settings),
      m_stage(new QWidget(this)),
      m_stack(new QStackedLayout(m_stage)),
      m_flow(new CallFlow(parts, m_stage, this)),
      m_bar(new CallBar(*m_flow, parts.clock, this)),
      m_trouble(new Banner(Tone::Warning, this)),
      m_reenter(m_trouble->addAction(QStringLiteral("reloadCallButton"))),
      m_downloads(new DownloadList(this)),
      m_window(new CallWindow(this, this)),
      m_awake(new KeepAwake(QDBusConnection::sessionBus(), this)),
      m_escape(new QShortcut(Qt::Key_Escape, this, m_flow, &CallFlow::leave, Qt::WidgetWithChildrenShortcut)),
      m_leaveFullScreen(new QShortcut(Qt::Key_Escape, this)),
      m_fullScreen(new QShortcut(Qt::Key_F11, this)),
      m_notice(new EmptyState(this))
{
    m_trouble->setObjectName(QStringLiteral("callTrouble"));
    m_trouble->setProperty("edge", true);
    m_trouble->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
    m_trouble->hide();
    m_notice->setObjectName(QStringLiteral("callNotice"));
    m_stack->addWidget(m_notice);
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
        m_bar->refresh();
        updateTrouble();
    });
    connect(m_flow, &CallFlow::unresponsive, this, [this](bool on) {
        m_isUnresponsive = on;
        updateTrouble();
    });
    connect(m_reenter, &QPushButton::clicked, m_flow, &CallFlow::reenter);
    connect(m_flow, &CallFlow::downloadBegan, m_downloads, &DownloadList::add);
    connect(m_flow, &CallFlow::downloadRefused, m_downloads, &DownloadList::tellRefused);
    connect(m_downloads, &DownloadList::dismissed, this, &CallPage::focusCall);
    connect(m_downloads, &DownloadList::folderChangeRequested, this, &CallPage::chooseDownloadFolder);
    connect(m_notice, &EmptyState::secondaryActionTriggered, m_flow, &CallFlow::leave);
    connect(m_notice, &EmptyState::actionTriggered, this, [this] {
        if (m_flow->stage() == CallFlow::Stage::NotInvited)
            emit stationEditRequested();
        else if (m_flow->hasCall())
            m_flow->reenter();
        else
            m_flow->retry();
    });
    addShortcuts();
}

void CallPage::addShortcuts()
{
    using Mode = CallWindow::Mode;
    connect(m_fullScreen, &QShortcut::activated, this,
            [this] { m_window->setMode(m_window->mode() == Mode::FullScreen ? Mode::Usual : Mode::FullScreen); });
    connect(m_leaveFullScreen, &QShortcut::activated, this, [this] { m_window->setMode(Mode::Usual); });
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
    m_bar->refresh();
    updateTrouble();
    if (hasCall)
        m_awake->hold(tr("A video consultation is going on"));
    else
        m_awake->release();
    if (inCall && m_flow->view()) {
        m_stack->addWidget(m_flow->view());
        m_stack->setCurrentWidget(m_flow->view());
        m_flow->view()->setFocus();
        return;
    }
    if (!hasCall) {
        m_window->setMode(CallWindow::Mode::Usual);
        m_downloads->clear();
    }
    updateNotice();
    m_stack->setCurrentWidget(m_notice);
    QPushButton *first =
        m_notice->actionButton()->isVisibleTo(m_notice) ? m_notice->actionButton() : m_notice->secondaryActionButton();
    if (first->isVisibleTo(m_notice))
        first->setFocus();
    else
        m_bar->leaveButton()->setFocus();
}

void CallPage::updateNotice()
{
    const QString back = tr("Back to the agenda");
    m_notice->setAction({});
    m_notice->setSecondaryAction(back);
    m_notice->setIconName(QStringLiteral("video"));
    switch (m_flow->stage()) {
    case CallFlow::Stage::Idle:
    case CallFlow::Stage::InCall:
        return;
    case CallFlow::Stage::Connecting:
        m_notice->setHeadline(tr("Connecting…"));
        m_notice->setSentence(tr("The call opens in a moment. You may be asked for the camera and the microphone."));
        m_notice->setSecondaryAction({});
        return;
    case CallFlow::Stage::NotInvited:
        m_notice->setIconName(QStringLiteral("person"));
        m_notice->setHeadline(tr("%1 does not take part", "a person's name").arg(m_flow->stationName()));
        m_notice->setSentence(
            tr("A call is entered in the name of the person who uses this station, and only those who "
               "take part can enter."));
        m_notice->setAction(tr("Change who uses this station"));
        return;
    case CallFlow::Stage::NotOpenYet:
        m_notice->setIconName(QStringLiteral("clock"));
        m_notice->setHeadline(tr("This consultation is not open yet"));
        m_notice->setSentence(m_flow->expectation());
        m_notice->setAction(tr("Try again"));
        return;
    case CallFlow::Stage::Closed:
        m_notice->setIconName(QStringLiteral("phone-off"));
        m_notice->setHeadline(tr("This call is closed"));
        m_notice->setSentence(tr("Its room has ended and cannot be entered again. Schedule a new consultation to meet "
                                 "once more."));
        return;
    case CallFlow::Stage::Failed:
        updateFailure();
        return;
    case CallFlow::Stage::Mending:
        updateMending();
        return;
    }
}

void CallPage::updateFailure()
{
    m_notice->setIconName(QStringLiteral("alert"), Tone::Warning);
    m_notice->setHeadline(tr("The call cannot be shown"));
    if (m_flow->error())
        m_notice->setSentence(errorText(*m_flow->error()));
    else if (m_flow->keepsStopping())
        m_notice->setSentence(tr("The call page stopped working again and again. Close other programs and try again; "
                                 "if that does not help, restart the computer, or call the participants by phone."));
    else if (m_flow->isRetryable())
        m_notice->setSentence(tr("The call page was not loaded, or it stopped working. Check the network and try "
                                 "again."));
    else
        m_notice->setSentence(tr("The call page refused to open. Its room may have ended: refresh the agenda, or "
                                 "schedule a new consultation."));
    m_notice->setAction(m_flow->isRetryable() ? tr("Try again") : QString());
}

void CallPage::updateMending()
{
    m_notice->setIconName(QStringLiteral("refresh"), Tone::Warning);
    m_notice->setSecondaryAction({}); // The way out is in the bar.
    m_notice->setAction(tr("Try now"));
    if (m_flow->mendingCause() == CallMending::Cause::Crash) {
        m_notice->setHeadline(tr("Going back into the call…"));
        m_notice->setSentence(tr("The call page stopped working. It is opened again by itself: nothing needs to be "
                                 "done."));
    } else {
        m_notice->setHeadline(tr("No connection to the call"));
        m_notice->setSentence(tr("The call is entered again by itself as soon as the network is back. Check that this "
                                 "computer is connected."));
    }
}

/// What stands in the way while the page is shown, the worst of it.
void CallPage::updateTrouble()
{
    const bool isLost = m_flow->connection() == Connection::Lost;
    m_reenter->setText(tr("Reload the call"));
    if (m_isUnresponsive)
        m_trouble->setText(tr("The call page does not answer. Wait a moment, or reload it."));
    else
        m_trouble->setText(tr("No connection to the call. It comes back by itself when the network does."));
    m_trouble->setVisible(m_flow->isInCall() && (isLost || m_isUnresponsive));
}

void CallPage::chooseDownloadFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for files from calls"), m_settings.downloadFolder());
    dialog->setObjectName(QStringLiteral("downloadFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_settings.setDownloadFolder(folder); });
    dialog->open();
}

void CallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateNotice();
        updateTrouble();
    }
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
