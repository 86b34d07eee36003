// Asks for a PIN at the kiosk.
#pragma once

#include "core/config/pin.h"
#include "ui/kiosk/choice_page.h"

class QLineEdit;

namespace teleconsult::ui {

class PinEntry;

/// For the agenda the reception's PIN, for the way out the one of the settings; each with tries of its own. Without a
/// PIN nobody gets in. What is typed is gone after reset().
class KioskPinPage : public ChoicePage
{
    Q_OBJECT
public:
    enum class For { Schedule, Leaving };

    /// The gates must outlive it.
    KioskPinPage(config::PinGate &reception, config::PinGate &settings, QWidget *parent = nullptr);

    void ask(For what);
    void reset();

signals:
    void opened(teleconsult::ui::KioskPinPage::For what);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    config::PinGate &gate();
    void updateState();
    void retranslate();

    config::PinGate &m_reception;
    config::PinGate &m_settings;
    For m_for = For::Schedule;
    QLineEdit *m_pin;
    PinEntry *m_entry;
    QPushButton *m_open;
    QPushButton *m_back;
};

} // namespace teleconsult::ui
