// Where a patient enters the code of an appointment.
#pragma once

#include "core/config/settings.h"
#include "core/service/appointments.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/scan_panel.h"

#include <QTimer>

class QBoxLayout;

namespace teleconsult::ui {

/// What has been entered so far in two groups, and a key for each character that a code may have; keys of a keyboard do
/// the same, and so does a scanner that types. With the last character it is looked up. A code that the camera reads is
/// taken as if it had been entered; where calls are made without the camera, there is none here either. The camera is
/// off from the first look-up on, until somebody wants it again: a code that lies before it is no second try. After too
/// many wrong tries it says how long to wait. Whatever was entered is gone after reset(). Appointments and settings
/// must outlive it.
class CodePage : public ChoicePage
{
    Q_OBJECT
public:
    CodePage(service::Appointments &appointments, const config::Settings &settings, ScanPanel::Open openCamera,
             QWidget *parent = nullptr);

    void reset();
    /// Without blanks; for tests.
    QString entered() const { return m_entered; }

signals:
    void found(const teleconsult::Appointment &appointment);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeKeys();
    void press(QChar character);
    void onScanned(const QString &code);
    void erase();
    void lookUp();
    void onAnswer(const Result<Appointment> &answer);
    void updateState();
    void retranslate();

    service::Appointments &m_appointments;
    const config::Settings &m_settings;
    QString m_entered;
    bool m_isLooking = false;
    std::optional<Error> m_error;
    int m_round = 0; ///< Answers to an earlier one are dropped.
    QTimer m_tick;   ///< While there is a pause.

    ScanPanel *m_scan;
    QBoxLayout *m_halves; ///< The camera, and what is entered by hand.
    QLabel *m_shown;
    QWidget *m_keypad;
    QList<QPushButton *> m_keys;
    QPushButton *m_erase;
    QPushButton *m_back;
};

} // namespace teleconsult::ui
