// What happens before the main window closes.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QCloseEvent;
class QDialog;
class QWidget;

namespace teleconsult::ui {

/// Closes the window so that nothing is lost: asks in a call, and before a file that is still arriving would be, waits
/// until the record says that the call is over and the files are there, and where the program has an icon in the panel
/// hides the window only, so that reminders and files go on. Owned by the window.
class WindowClosing : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        std::function<bool()> isInCall;
        std::function<bool()> isReceiving;  ///< Whether a file from a call is still arriving.
        std::function<void()> leaveCall;    ///< Also the waiting for one.
        std::function<bool()> staysInPanel; ///< Whether there is an icon that brings the window back.
    };

    WindowClosing(Parts parts, QWidget *window);

    /// To be handed each close event of the window.
    void decide(QCloseEvent *event);
    /// As the person's wish to end the program, panel or not.
    void quit();
    /// All windows are about to be closed because the program is to end, as with the session.
    void aboutToQuit();
    /// Ends a call if there is one and the program, without asking anybody. Waits for no file.
    void quitNow();
    /// The record says that the call is over.
    void onCallSettled();
    /// `lost`: it did not arrive, and the person is to read so.
    void onFileEnded(bool lost);
    /// Whoever enters again while the end is still being written down has thought better of it.
    void cancel();

signals:
    /// The program is to end. That the last window has closed is not told of one that could not be seen.
    void quitting();
    /// The window was hidden, and the program goes on.
    void hiddenInPanel();

private:
    enum class Step { None, Settling, Receiving };

    bool ends() const;
    bool losesFile() const;
    void ask();
    void leaveAndClose();
    void goOn();

    Parts m_parts;
    QWidget *m_window;
    QPointer<QDialog> m_question;
    Step m_step = Step::None; ///< What is waited for, once the person wants to close.
    bool m_quits = false;     ///< Not only the window.
    bool m_asks = true;
    bool m_givesUpFile = false;
};

} // namespace teleconsult::ui
