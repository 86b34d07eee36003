// What a person wants to be reminded of.
#pragma once

#include "core/config/autostart.h"
#include "core/config/settings.h"
#include "ui/widgets/framed_dialog.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace teleconsult::ui {

class Field;

/// Edits the wishes for reminders, the icon in the panel, and whether the program starts at log-in; saves to the
/// settings and to the autostart entry. Modal to its parent's window, shown with open(). The settings must outlive it.
class RemindersDialog final : public FramedDialog
{
    Q_OBJECT
public:
    RemindersDialog(config::Settings &settings, config::Autostart autostart, QWidget *parent);

signals:
    /// Something else holds from now on.
    void changed();

private:
    void build();
    void updateEnabled();
    void save();
    void retranslate() override;

    config::Settings &m_settings;
    config::Autostart m_autostart;

    QCheckBox *m_wanted;
    QSpinBox *m_minutes;
    Field *m_minutesField;
    QCheckBox *m_names;
    QLabel *m_namesHint;
    QCheckBox *m_tray;
    QLabel *m_trayHint;
    QCheckBox *m_atLogin;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace teleconsult::ui
