// The codes with which participants enter at the kiosk.
#pragma once

#include "core/config/settings.h"
#include "core/domain/teleconsultation.h"
#include "ui/widgets/framed_dialog.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

/// One for each person who is known, to be read out or scanned. A code is a credential for its hours
/// (core/domain/appointment_code.h): it goes with the dialog. Modal to its parent's window, shown with open(). The
/// settings, which name the key, must outlive it.
class KioskCodeDialog final : public FramedDialog
{
    Q_OBJECT
public:
    KioskCodeDialog(const config::Settings &settings, const Teleconsultation &consultation, QWidget *parent);

private:
    void addPerson(const config::Settings &settings, const Participant &person, QVBoxLayout *list);
    void retranslate() override;

    Teleconsultation m_consultation;
    std::optional<Error> m_error; ///< Of the key.
    QPushButton *m_close;
};

} // namespace teleconsult::ui
