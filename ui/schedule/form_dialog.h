// A form that is sent to the service.
#pragma once

#include "core/domain/error.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace teleconsult::ui {

class Banner;
class Form;

/// Modal to its parent's window, shown with open(). Closes by itself once the service has done it. Nothing that was
/// entered is lost: a failure keeps the form and says what to do, closing a changed form asks first.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    /// Esc, Cancel and the window's close button: asks first when something was entered.
    void reject() override;

protected:
    /// What it says, in the language of the moment.
    struct Words
    {
        QString title;
        QString submit;
        QString submitting;
        QString notDone;        ///< "Not scheduled." What went wrong follows.
        QString closingEarly;   ///< The question when it is closed while the service is at it,
        QString closingMeans;   ///< and what becomes of it then.
        QString discardedMeans; ///< What has not happened when what was entered is thrown away.
    };

    /// The form becomes the dialog's. `name` begins the names of its widgets: "schedule", "scheduleSubmitButton". The
    /// constructor of a subclass ends with retranslate().
    FormDialog(const QString &name, Form *form, QSize preferredSize, QWidget *parent);

    virtual Words words() const = 0;
    /// Sends what was entered, which has no mistake; finish() ends it.
    virtual void send() = 0;
    /// `tell` is called when it succeeded, before the dialog closes; also when it was closed meanwhile.
    void finish(const Result<void> &result, const std::function<void()> &tell);
    void retranslate();

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class State { Editing, Submitting, Failed, Done };

    void build(const QString &name, QSize preferredSize);
    void submit();
    void setState(State state);
    void askBeforeClosing();
    void reveal(QWidget *widget);

    State m_state = State::Editing;
    Error m_error;
    bool m_shownOnce = false;

    Form *m_form;
    QLabel *m_title;
    Banner *m_banner;
    QPushButton *m_retry;
    QScrollArea *m_scroll;
    QPushButton *m_cancel;
    QPushButton *m_submit;
};

} // namespace teleconsult::ui
