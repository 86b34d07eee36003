// What somebody sees who waits for a room to open.
#pragma once

#include "core/domain/error.h"
#include "core/domain/teleconsultation.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// Why it is not open, a countdown, whether it will be recorded, and what hinders the asking. Texts follow what
/// showWait() was given last: it is called every second, and after a change of language.
class WaitingPage : public QWidget
{
    Q_OBJECT
public:
    /// What is waited for, and how it stands. `now` in UTC.
    struct Wait
    {
        Teleconsultation consultation;
        ConsultationPolicy policy;
        QDateTime now;
        std::optional<Error> problem; ///< Of the last question; nothing: it was answered.
        QString recording;            ///< As RecordingText.
    };

    explicit WaitingPage(QWidget *parent = nullptr);

    void showWait(const Wait &wait);
    QPushButton *backButton() const { return m_back; }

signals:
    void backRequested();
    /// Offered while it is an error that is waited for.
    void askRequested();
    void deviceCheckRequested();

private:
    QLabel *m_headline;
    QLabel *m_countdown;
    QLabel *m_reason;
    QLabel *m_promise;
    QLabel *m_recording;
    QLabel *m_problem;
    QPushButton *m_ask;
    QPushButton *m_devices;
    QPushButton *m_back;
};

} // namespace teleconsult::ui
