// Whether it is the one whose code was entered.
#pragma once

#include "core/service/appointments.h"
#include "ui/kiosk/choice_page.h"

#include <optional>

namespace teleconsult::ui {

/// Greets by the first name, which is all that is shown of anybody, and asks.
class GreetingPage : public ChoicePage
{
    Q_OBJECT
public:
    explicit GreetingPage(QWidget *parent = nullptr);

    void greet(const Appointment &appointment);
    /// Nothing of whoever was greeted is left.
    void forget();
    QPushButton *yesButton() const { return m_yes; }

signals:
    void confirmed();
    void denied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<Appointment> m_appointment;
    QPushButton *m_yes;
    QPushButton *m_no;
};

} // namespace teleconsult::ui
