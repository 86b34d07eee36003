// The way into a call from the main window, and back.
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/devices/device_dialog.h"
#include "ui/links/link_reception.h"
#include "ui/main_window.h"
#include "ui/window_closing.h"

#include <QApplication>
#include <QDialog>
#include <QStackedWidget>

#include <utility>

namespace teleconsult::ui {

CallPage &MainWindow::callPage()
{
    if (!m_call) {
        m_call = new CallPage({.service = m_parts.service,
                               .settings = m_parts.settings,
                               .clock = m_parts.clock,
                               .engine = m_parts.callEngine,
                               .storageDir = m_parts.callStorageDir,
                               .allowedHosts = m_parts.callAllowedHosts,
                               .company = m_parts.company,
                               .random = m_parts.random,
                               .mayRestartPlainly = m_parts.mayRestartPlainly},
                              this);
        m_call->setObjectName(QStringLiteral("callPage"));
        m_pages->addWidget(m_call);
        connect(m_call, &CallPage::stationEditRequested, this, &MainWindow::stationEditRequested);
        connect(m_call, &CallPage::deviceCheckRequested, this, &MainWindow::checkDevices);
        connect(m_call, &CallPage::plainRestartRequested, this, &MainWindow::plainRestartRequested);
        connect(m_call, &CallPage::fileEndedUnseen, m_agenda, [this](const QString &words, bool isSaved) {
            m_agenda->notice().say({.tone = isSaved ? Tone::Success : Tone::Danger,
                                    .iconName = isSaved ? QStringLiteral("check") : QStringLiteral("alert"),
                                    .text = [words] { return words; },
                                    .action = {},
                                    .onAction = {}});
        });
        connect(&m_call->flow(), &CallFlow::stageChanged, this, &MainWindow::updateDemo);
        connect(&m_call->flow(), &CallFlow::stageChanged, this, &MainWindow::callAttention);
        connect(&m_call->flow(), &CallFlow::stageChanged, this,
                [this] { emit callStageChanged(m_call->flow().stage()); });
        connect(&m_call->flow(), &CallFlow::stageChanged, m_closing, [this] {
            const CallFlow::Stage stage = m_call->flow().stage();
            if (stage != CallFlow::Stage::Ended && stage != CallFlow::Stage::Idle)
                m_closing->cancel();
        });
        connect(&m_call->flow(), &CallFlow::left, this, &MainWindow::onLeftCall);
        connect(&m_call->flow(), &CallFlow::settled, this, &MainWindow::callSettled);
        connect(&m_call->flow(), &CallFlow::settled, m_agenda, &AgendaPage::lookAgain);
        connect(&m_call->flow(), &CallFlow::settled, m_closing, &WindowClosing::onCallSettled);
        connect(m_call, &CallPage::fileEnded, m_closing, &WindowClosing::onFileEnded);
    }
    return *m_call;
}

/// Who is taken into a call by itself may be doing something else, and is seen and heard from now on. A try that may
/// fail again is no reason yet, but for the first one after waiting.
void MainWindow::callAttention()
{
    using Stage = CallFlow::Stage;
    const Stage stage = m_call->flow().stage();
    const Stage before = std::exchange(m_callStage, stage);
    const bool isTakenIn = stage == Stage::InCall || (stage == Stage::Connecting && before == Stage::Waiting);
    if (isTakenIn && m_goesOnByItself && !isActiveWindow()) {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        QApplication::alert(this);
    }
    if (stage != Stage::Connecting || isTakenIn)
        m_goesOnByItself = stage == Stage::Waiting || stage == Stage::Failed || stage == Stage::Mending;
}

void MainWindow::join(const QString &id)
{
    const int row = m_agenda->model().rowOf(id);
    if (row >= 0)
        enter(Teleconsultation(m_agenda->model().consultation(row)));
}

void MainWindow::showConsultation(const QString &id)
{
    if (isInCall()) {
        m_links->tellOfCall();
        return;
    }
    if (isAwaiting(id))
        return; // The page says more of it, and takes the person in.
    if (m_call)
        m_call->flow().leave(); // Waiting for another call, or how one has ended.
    m_agenda->showConsultation(id);
}

void MainWindow::enter(const Teleconsultation &consultation)
{
    if (isInCall() || isAwaiting(consultation.id) || m_cover)
        return;
    m_agenda->notice().withdrawAll();
    m_links->withdraw();
    CallPage &page = callPage();
    m_pages->setCurrentWidget(&page);
    page.flow().start(consultation);
}

void MainWindow::onLeftCall(const QString &id)
{
    m_pages->setCurrentWidget(m_agendaArea);
    m_links->withdraw();
    m_agenda->focusContent();
    m_agenda->showConsultation(id);
}

void MainWindow::checkDevices()
{
    if (isInCall() || findChild<QDialog *>(QStringLiteral("deviceDialog")))
        return;
    const Result<CallEngine *> engine = m_parts.callEngine();
    if (!engine) {
        showProblem(engine.error());
        return;
    }
    if (m_call)
        m_call->showProblem(std::nullopt);
    auto *dialog =
        new DeviceDialog(m_parts.settings, (*engine)->createDevicePreview(m_parts.callStorageDir, this), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_call) {
        CallFlow &flow = m_call->flow();
        connect(dialog, &QDialog::accepted, &flow, &CallFlow::devicesDone);
        // The room opens: the devices are the call's from now on.
        connect(&flow, &CallFlow::stageChanged, dialog, [dialog, &flow] {
            if (flow.stage() == CallFlow::Stage::Connecting)
                dialog->save();
        });
    }
    dialog->open();
}

} // namespace teleconsult::ui
