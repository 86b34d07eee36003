#include "ui/agenda/agenda_notice.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/tab_order.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

AgendaNotice::AgendaNotice(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void AgendaNotice::say(const Message &message)
{
    m_message = message;
    if (!m_banner)
        makeBanner();
    m_banner->setTone(message.tone);
    m_banner->setIconName(message.iconName);
    retranslate();
    m_banner->show();
    show();
}

void AgendaNotice::withdraw(Topic topic)
{
    if (m_message.topic == topic)
        withdrawAll();
}

void AgendaNotice::withdrawAll()
{
    hide();
}

void AgendaNotice::makeBanner()
{
    m_banner = new Banner(m_message.tone, this);
    m_banner->setObjectName(m_name);
    m_action = m_banner->addAction(m_name + QStringLiteral("Action"));
    m_banner->setDismissable(true);
    layout()->addWidget(m_banner);
    orderTabs(this);
    connect(m_banner, &Banner::dismissed, this, [this] {
        withdrawAll();
        emit dismissed();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> action = m_message.onAction;
        withdrawAll();
        if (action)
            action();
    });
}

void AgendaNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_banner)
        retranslate();
    QWidget::changeEvent(event);
}

void AgendaNotice::retranslate()
{
    m_banner->setText(m_message.text());
    m_action->setVisible(bool(m_message.action));
    if (m_message.action)
        m_action->setText(m_message.action());
}

} // namespace teleconsult::ui
