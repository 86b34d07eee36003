#include "ui/window_closing.h"

#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/window_activation.h"

#include <QApplication>
#include <QCloseEvent>
#include <QWidget>

namespace teleconsult::ui {

WindowClosing::WindowClosing(Parts parts, QWidget *window)
    : QObject(window), m_parts(std::move(parts)), m_window(window)
{}

bool WindowClosing::ends() const
{
    return m_quits || !m_parts.staysInPanel();
}

/// In the panel the program goes on, and so does a file.
bool WindowClosing::losesFile() const
{
    return ends() && !m_givesUpFile && m_parts.isReceiving();
}

void WindowClosing::decide(QCloseEvent *event)
{
    if (m_asks && (m_parts.isInCall() || losesFile())) {
        event->ignore();
        ask();
        return;
    }
    if (ends()) {
        event->accept();
        emit quitting();
        return;
    }
    event->ignore();
    cancel();
    m_parts.leaveCall(); // Nobody is taken into a call by a window that cannot be seen.
    m_window->hide();
    emit hiddenInPanel();
}

void WindowClosing::quit()
{
    aboutToQuit();
    m_window->close();
}

void WindowClosing::aboutToQuit()
{
    m_quits = true;
}

void WindowClosing::quitNow()
{
    m_quits = true;
    m_asks = false;
    leaveAndClose();
}

void WindowClosing::ask()
{
    if (m_question)
        return;
    if (!m_window->isVisible())
        bringToFront(*m_window);
    const bool isOfCall = m_parts.isInCall();
    const auto words = [isOfCall] {
        if (isOfCall)
            return ConfirmDialog::Words{.title = tr("Leave the call and close?"),
                                        .sentence = tr("It ends if only one person stays behind. You can enter it "
                                                       "again from the agenda while its room is open."),
                                        .action = tr("Leave and close"),
                                        .cancel = tr("Stay in the call")};
        return ConfirmDialog::Words{.title = tr("Close without the file?"),
                                    .sentence = tr("A file from the call is still arriving. If you close now it is "
                                                   "lost, and it may not be offered again."),
                                    .action = tr("Close without it"),
                                    .cancel = tr("Wait for the file")};
    };
    m_question = new ConfirmDialog(words, m_window);
    m_question->setObjectName(QStringLiteral("closeDialog"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    // The call may have ended while it was asked about: that says nothing of its files.
    connect(m_question, &QDialog::accepted, this, [this, isOfCall] {
        m_givesUpFile = !isOfCall;
        leaveAndClose();
    });
    connect(m_question, &QDialog::rejected, this, [this] { m_quits = m_quits && m_step != Step::None; });
    m_question->open();
}

void WindowClosing::leaveAndClose()
{
    if (m_parts.isInCall()) {
        m_step = Step::Settling;
        m_parts.leaveCall();
        return;
    }
    m_step = Step::Receiving;
    goOn();
}

void WindowClosing::onCallSettled()
{
    if (m_step != Step::Settling)
        return;
    m_step = Step::Receiving;
    goOn();
}

void WindowClosing::onFileEnded(bool lost)
{
    if (m_step != Step::Receiving)
        return;
    if (lost)
        cancel();
    else
        goOn();
}

void WindowClosing::goOn()
{
    if (m_asks && losesFile())
        return;
    const QWidget *dialog = QApplication::activeModalWidget();
    if (m_asks && dialog && dialog != m_question)
        cancel(); // Whoever writes something meanwhile is not done.
    else
        m_window->close();
}

void WindowClosing::cancel()
{
    if (m_question && m_question->isVisible())
        return; // The answer tells.
    m_step = Step::None;
    m_quits = false;
    m_asks = true;
    m_givesUpFile = false;
}

} // namespace teleconsult::ui
