#include "ui/kiosk/reception_page.h"

#include "ui/agenda/agenda_page.h"
#include "ui/kiosk/choice_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace teleconsult::ui {

ReceptionPage::ReceptionPage(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                             QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_done(makeKioskButton(QStringLiteral("receptionDoneButton"), QStringLiteral("primary"), this)),
      m_agenda(new AgendaPage(service, settings, clock, this))
{
    setObjectName(QStringLiteral("receptionPage"));
    m_title->setProperty("role", QStringLiteral("title"));
    setThemedIcon(m_done, QStringLiteral("lock"), &Colors::onAccent);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(spacing::xl, spacing::s, spacing::xl, spacing::s);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_agenda, 1);
    connect(m_done, &QPushButton::clicked, this, &ReceptionPage::done);
    connect(m_agenda, &AgendaPage::joinRequested, this, &ReceptionPage::sayHowToJoin);
    retranslate();
}

void ReceptionPage::sayHowToJoin()
{
    m_agenda->notice().say({.tone = Tone::Info,
                            .iconName = QStringLiteral("video"),
                            .text =
                                [] {
                                    return tr("At the kiosk a call is entered with a code. Doctors enter it on their "
                                              "own computer.");
                                },
                            .action = {},
                            .onAction = {}});
}

void ReceptionPage::retranslate()
{
    m_title->setText(tr("For the reception"));
    m_done->setText(tr("Lock"));
}

void ReceptionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
