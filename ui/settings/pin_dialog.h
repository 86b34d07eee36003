// Asks for the PIN of the settings.
#pragma once

#include "core/config/pin.h"
#include "ui/widgets/framed_dialog.h"

class QLineEdit;

namespace teleconsult::ui {

class Field;
class PinEntry;

/// accepted() when the PIN was right. After too many wrong ones it says how long to wait, and waits with the person.
/// Modal to its parent's window, shown with open(). The gate must outlive it.
class PinDialog final : public FramedDialog
{
    Q_OBJECT
public:
    PinDialog(config::PinGate &gate, QWidget *parent);

private:
    void retranslate() override;
    void updateState();

    QLineEdit *m_pin;
    PinEntry *m_entry;
    Field *m_field;
    QPushButton *m_cancel;
    QPushButton *m_open;
};

} // namespace teleconsult::ui
