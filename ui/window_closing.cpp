#include "ui/window_closing.h"

#include "ui/widgets/confirm_dialog.h"

#include <QCloseEvent>
#include <QWidget>

namespace teleconsult::ui {

WindowClosing::WindowClosing(Parts parts, QWidget *window)
    : QObject(window), m_parts(std::move(parts)), m_window(window)
{}

void WindowClosing::decide(QCloseEvent *event)
{
    if (m_asks && (m_parts.isInCall() || m_parts.isReceiving())) {
        event->ignore();
        ask();
        return;
    }
    if (m_quits || !m_parts.staysInPanel()) {
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
    m_quits = true;
    m_window->close();
}

void WindowClosing::quitNow()
{
    m_quits = true;
    m_asks = false;
    onAgreed();
}

void WindowClosing::ask()
{
    if (m_question)
        return;
    const auto words = [inCall = m_parts.isInCall()] {
        if (inCall)
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
    connect(m_question, &QDialog::accepted, this, &WindowClosing::onAgreed);
    connect(m_question, &QDialog::rejected, this, [this] { m_quits = m_quits && m_step != Step::None; });
    m_question->open();
}

void WindowClosing::onAgreed()
{
    if (m_parts.isInCall()) {
        m_step = Step::Settling;
        m_parts.leaveCall();
        return;
    }
    m_asks = false; // The file was given up.
    m_window->close();
}

void WindowClosing::onCallSettled()
{
    if (m_step != Step::Settling)
        return;
    m_step = Step::Receiving;
    if (!m_asks || !m_parts.isReceiving())
        m_window->close();
}

void WindowClosing::onFileEnded(bool lost)
{
    if (m_step != Step::Receiving)
        return;
    if (lost)
        cancel();
    else if (!m_parts.isReceiving())
        m_window->close();
}

void WindowClosing::cancel()
{
    m_step = Step::None;
    m_quits = false;
    m_asks = true;
}

} // namespace teleconsult::ui
