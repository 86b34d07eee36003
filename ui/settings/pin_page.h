// The PIN in front of the settings.
#pragma once

#include "core/config/pin.h"
#include "ui/settings/settings_page.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace teleconsult::ui {

class Field;

/// Sets, changes and removes the PIN. The gate must outlive it.
class PinPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit PinPage(config::PinGate &gate, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;
    bool canBeTested() const override { return true; }
    /// Whether what is entered could be the PIN; with nothing entered, what the one that holds keeps closed.
    void test() override;
    bool isBusy() const override { return m_saving; }

protected:
    void changeEvent(QEvent *event) override;

private:
    bool wantsOne() const;
    SettingsVerdict verdictOfEntered();
    SettingsVerdict verdictOfHeld() const;
    void onApplied(const Result<void> &set);
    void updateState();
    void retranslate();

    config::PinGate &m_gate;
    Error m_error; ///< Of the PIN; without a code: none.
    bool m_differs = false;
    bool m_saving = false;

    QLabel *m_explanation;
    QCheckBox *m_wanted;
    QLineEdit *m_pin;
    QLineEdit *m_again;
    Field *m_pinField;
    Field *m_againField;
};

} // namespace teleconsult::ui
