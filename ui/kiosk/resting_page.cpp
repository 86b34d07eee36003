#include "ui/kiosk/resting_page.h"

#include "ui/call/keep_awake.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/closed_page.h"
#include "ui/kiosk/opening_watch.h"
#include "ui/kiosk/outage_page.h"

#include <QDBusConnection>
#include <QEvent>
#include <QPushButton>

#include <utility>

namespace teleconsult::ui {

RestingPage::RestingPage(Parts parts, QWidget *parent)
    : QStackedWidget(parent),
      m_opening(new OpeningWatch(parts.settings.kiosk().openingHours, parts.clock, this)),
      m_outages(new OutageWatch(std::move(parts.lookForOutage), parts.outagePace, this)),
      m_awake(new KeepAwake(QDBusConnection::sessionBus(), this)),
      m_start(new ChoicePage(QStringLiteral("kioskStart"), this)),
      m_haveCode(m_start->addChoice(QStringLiteral("Code"), QStringLiteral("primary"), QStringLiteral("video"))),
      m_schedule(m_start->addChoice(QStringLiteral("Schedule"), {}, QStringLiteral("calendar"))),
      m_closed(new ClosedPage(*m_opening, this)),
      m_outage(new OutagePage(parts.settings.upkeep().supportAddress, this))
{
    setObjectName(QStringLiteral("kioskResting"));
    for (ChoicePage *page : {m_start, static_cast<ChoicePage *>(m_closed), static_cast<ChoicePage *>(m_outage)})
        addWidget(page);
    connect(m_haveCode, &QPushButton::clicked, this, &RestingPage::codeWanted);
    connect(m_schedule, &QPushButton::clicked, this, &RestingPage::scheduleWanted);
    connect(m_closed, &ClosedPage::touched, this, &RestingPage::scheduleWanted);
    connect(m_outage, &OutagePage::scheduleWanted, this, &RestingPage::scheduleWanted);
    connect(m_opening, &OpeningWatch::changed, this, &RestingPage::look);
    connect(m_outages, &OutageWatch::changed, this, &RestingPage::look);
    retranslate();
    look();
}

void RestingPage::look()
{
    const bool isOpen = m_opening->isOpen();
    if (isOpen)
        m_awake->hold(tr("The kiosk is open"));
    else
        m_awake->release();
    if (m_outages->outage())
        m_outage->setOutage(*m_outages->outage());
    const Kind now = !isOpen ? Kind::Closed : m_outages->outage() ? Kind::Outage : Kind::Start;
    if (std::exchange(m_kind, now) == now)
        return;
    setCurrentWidget(now == Kind::Closed ? m_closed : now == Kind::Outage ? m_outage : m_start);
    emit kindChanged();
}

void RestingPage::lookNow()
{
    m_outages->lookNow();
}

void RestingPage::takeFocus()
{
    if (m_kind == Kind::Start)
        m_haveCode->setFocus();
    else
        currentWidget()->setFocus();
}

void RestingPage::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    m_outages->start();
}

void RestingPage::hideEvent(QHideEvent *event)
{
    QStackedWidget::hideEvent(event);
    m_outages->stop();
}

void RestingPage::retranslate()
{
    m_start->setHeadline(tr("Welcome"));
    m_start->setSentence(tr("Touch what you have come for."));
    m_haveCode->setText(tr("I have an appointment"));
    m_schedule->setText(tr("Schedule (reception)"));
}

void RestingPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

} // namespace teleconsult::ui
