// Schedules a consultation.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace teleconsult::ui {

class Banner;
class ScheduleForm;

/// The form in a dialog: modal to its parent's window, shown with open(). Closes by itself once the consultation is
/// scheduled. Nothing that was entered is lost: a failure keeps the form and says what to do, closing a changed form
/// asks first. Does not own what it is given, all of which must outlive it.
class ScheduleDialog : public QDialog
{
    Q_OBJECT
public:
    ScheduleDialog(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                   QWidget *parent);

    /// Where the form begins; to be called before anything is entered.
    void setStart(const QDateTime &local);

    /// Esc, Cancel and the window's close button: asks first when something was entered.
    void reject() override;

signals:
    /// Emitted even when the dialog was closed while the service was still at it.
    void scheduled(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class State { Editing, Submitting, Failed, Done };

    void build();
    void submit();
    void onResult(const Result<QString> &result);
    void setState(State state);
    void askBeforeClosing();
    void reveal(QWidget *widget);
    void retranslate();

    service::TeleconsultationService &m_service;
    State m_state = State::Editing;
    Error m_error;
    bool m_shownOnce = false;

    QLabel *m_title;
    Banner *m_banner;
    QPushButton *m_retry;
    QScrollArea *m_scroll;
    ScheduleForm *m_form;
    QPushButton *m_cancel;
    QPushButton *m_submit;
};

} // namespace teleconsult::ui
