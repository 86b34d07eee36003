// Where a patient enters the code of an appointment.
#pragma once

#include "core/service/appointments.h"
#include "ui/kiosk/choice_page.h"

#include <QTimer>

class QGridLayout;

namespace teleconsult::ui {

/// What has been entered so far in two groups, and a key for each character that a code may have; keys of a keyboard do
/// the same, and so does a scanner that types. With the last character it is looked up. After too many wrong tries it
/// says how long to wait. Whatever was entered is gone after reset(). The appointments must outlive it.
class CodePage : public ChoicePage
{
    Q_OBJECT
public:
    explicit CodePage(service::Appointments &appointments, QWidget *parent = nullptr);

    void reset();
    /// Without blanks; for tests.
    QString entered() const { return m_entered; }

signals:
    void found(const teleconsult::Appointment &appointment);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeKeys();
    void press(QChar character);
    void erase();
    void lookUp();
    void onAnswer(const Result<Appointment> &answer);
    void updateState();
    void retranslate();

    service::Appointments &m_appointments;
    QString m_entered;
    bool m_isLooking = false;
    std::optional<Error> m_error;
    int m_round = 0; ///< Answers to an earlier one are dropped.
    QTimer m_tick;   ///< While there is a pause.

    QLabel *m_shown;
    QWidget *m_keypad;
    QList<QPushButton *> m_keys;
    QPushButton *m_erase;
    QPushButton *m_back;
};

} // namespace teleconsult::ui
