#include "ui/agenda/details_pane.h"

#include "ui/agenda/consultation_details.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/tab_order.h"

#include <QFrame>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int narrowest = 7 * size::control;
constexpr int widest = 9 * size::control;

} // namespace

DetailsPane::DetailsPane(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                         ConsultationDeletion &deletion, QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_settings(settings),
      m_clock(clock),
      m_deletion(deletion),
      m_card(new QFrame(this))
{
    m_card->setProperty("card", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl - scrollBarRoom, 0, scrollBarRoom, spacing::xl);
    layout->addWidget(m_card);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(1, 1, 1, 1);
    hide();
}

void DetailsPane::setConsultation(const std::optional<Teleconsultation> &consultation)
{
    if (!m_details && consultation) {
        m_details = new ConsultationDetails(m_service, m_settings, m_clock, m_deletion, m_card);
        m_card->layout()->addWidget(m_details);
        orderTabs(this);
        connect(m_details, &ConsultationDetails::joinRequested, this, &DetailsPane::joinRequested);
        connect(m_details, &ConsultationDetails::rescheduleRequested, this, &DetailsPane::rescheduleRequested);
        connect(m_details, &ConsultationDetails::addParticipantRequested, this, &DetailsPane::addParticipantRequested);
    }
    // What has not changed is not set again: the details may be in the middle of something. For another person at this
    // station the same consultation reads differently.
    const StationIdentity station = m_settings.station();
    if (m_details && (m_shown != consultation || m_station != station))
        m_details->setConsultation(consultation);
    m_shown = consultation;
    m_station = station;
    setVisible(consultation.has_value());
}

void DetailsPane::lookAgain()
{
    if (m_details && isVisible())
        m_details->lookAgain();
}

void DetailsPane::reschedule()
{
    if (m_details && isVisible())
        m_details->reschedule();
}

void DetailsPane::focusFirst()
{
    if (!m_details || !isVisible())
        return;
    for (QWidget *next = m_details->nextInFocusChain(); m_details->isAncestorOf(next); next = next->nextInFocusChain())
    {
        if ((next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisible()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void DetailsPane::fitInto(int pageWidth)
{
    // Never more than what leaves the agenda the larger part.
    const int wanted = std::clamp(scaled(pageWidth * 3 / 10), scaled(narrowest), scaled(widest));
    m_card->setFixedWidth(std::min(wanted, pageWidth * 2 / 5));
}

} // namespace teleconsult::ui
