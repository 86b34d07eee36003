#include "ui/kiosk/greeting_page.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>

namespace teleconsult::ui {

GreetingPage::GreetingPage(QWidget *parent)
    : ChoicePage(QStringLiteral("kioskGreeting"), parent),
      m_yes(addChoice(QStringLiteral("Yes"), QStringLiteral("primary"), QStringLiteral("check"))),
      m_no(addChoice(QStringLiteral("No")))
{
    // A scanner ends a code with Enter, which may arrive here: who is meant has to be said. Space does.
    for (QPushButton *answer : {m_yes, m_no})
        answer->setAutoDefault(false);
    connect(m_yes, &QPushButton::clicked, this, &GreetingPage::confirmed);
    connect(m_no, &QPushButton::clicked, this, &GreetingPage::denied);
    retranslate();
}

void GreetingPage::greet(const Appointment &appointment)
{
    m_appointment = appointment;
    retranslate();
}

void GreetingPage::forget()
{
    m_appointment.reset();
    retranslate();
}

void GreetingPage::retranslate()
{
    m_yes->setText(tr("Yes, that is me"));
    m_no->setText(tr("No"));
    const Participant *person =
        m_appointment ? m_appointment->consultation.participant(m_appointment->kaleyraUserId) : nullptr;
    if (!person) {
        setHeadline({});
        setSentence({});
        return;
    }
    const QString name = firstNameOf(person->fullName);
    setHeadline(name.isEmpty() ? tr("Welcome") : tr("Welcome, %1", "a first name").arg(name));
    setSentence(tr("Your video consultation is at %1. Is that you?", "a time")
                    .arg(QLocale().toString(m_appointment->consultation.schedule.start().toLocalTime().time(),
                                            QLocale::ShortFormat)));
}

void GreetingPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui
