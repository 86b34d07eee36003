#include "ui/agenda/agenda_page.h"

#include "ui/agenda/agenda_age.h"
#include "ui/agenda/agenda_content.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/agenda/details_pane.h"
#include "ui/schedule/local_time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// Other stations change the same records.
constexpr std::chrono::milliseconds refreshInterval = std::chrono::minutes(1);

} // namespace

AgendaPage::AgendaPage(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_settings(settings),
      m_clock(clock),
      m_model(new AgendaModel(service, clock, this)),
      m_deletion(new ConsultationDeletion(service, clock, this)),
      m_toolbar(new AgendaToolbar(this)),
      m_notice(new AgendaNotice(QStringLiteral("notice"), this)),
      m_age(new AgendaAge(*m_model, this)),
      m_content(new AgendaContent(*m_model, this)),
      m_details(new DetailsPane(service, settings, clock, *m_deletion, this)),
      m_date(m_model->today()),
      m_today(m_date)
{
    // Asked for first: the answer is on its way while the window is being made.
    updateRange();
    layOut();
    connectParts();
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->keepUp();
    });
    m_refreshTimer.start();
    // A quick answer was there before anybody listened.
    if (m_model->state() != AgendaModel::State::Loading)
        onLoaded();
}

void AgendaPage::layOut()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::m);
    left->addWidget(m_notice);
    left->addWidget(m_age);
    left->addWidget(m_content, 1);
    // The scroll bar stands in the margin, so that the cards end where the toolbar does; the list runs off the window's
    // lower edge, the details do not.
    for (AgendaNotice *notice : {m_notice, static_cast<AgendaNotice *>(m_age)})
        notice->setContentsMargins(0, 0, scrollBarRoom, 0);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addLayout(left, 1);
    body->addWidget(m_details);
    auto *toolbar = new QHBoxLayout;
    toolbar->setContentsMargins(0, 0, scrollBarRoom, 0);
    toolbar->addWidget(m_toolbar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::l, spacing::xl - scrollBarRoom, 0);
    layout->setSpacing(spacing::l);
    layout->addLayout(toolbar);
    layout->addLayout(body, 1);
}

void AgendaPage::connectParts()
{
    connect(m_toolbar, &AgendaToolbar::todayRequested, this, &AgendaPage::showToday);
    connect(m_toolbar, &AgendaToolbar::stepRequested, this, &AgendaPage::step);
    connect(m_toolbar, &AgendaToolbar::dateChosen, this, &AgendaPage::showDate);
    connect(m_toolbar, &AgendaToolbar::viewChosen, this, &AgendaPage::showView);
    connect(m_toolbar, &AgendaToolbar::searchChanged, this, &AgendaPage::onSearchChanged);
    connect(m_toolbar, &AgendaToolbar::searchFinished, m_content, &AgendaContent::focusRows);
    connect(m_toolbar, &AgendaToolbar::scheduleRequested, this, &AgendaPage::schedule);
    connect(m_content, &AgendaContent::selectionMoved, this, &AgendaPage::onSelectionMoved);
    connect(m_content, &AgendaContent::joinRequested, this, &AgendaPage::joinRequested);
    connect(m_content, &AgendaContent::openRequested, m_details, &DetailsPane::focusFirst);
    connect(m_content, &AgendaContent::deleteRequested, this, &AgendaPage::askToDelete);
    connect(m_content, &AgendaContent::slotRequested, this, &AgendaPage::scheduleAt);
    connect(m_content, &AgendaContent::retryRequested, this, &AgendaPage::refresh);
    connect(m_content, &AgendaContent::clearSearchRequested, m_toolbar, &AgendaToolbar::clearSearch);
    connect(m_content, &AgendaContent::scheduleRequested, this, &AgendaPage::schedule);
    connect(m_content, &AgendaContent::restoreDemoRequested, this, &AgendaPage::restoreDemoRequested);
    connect(m_content, &AgendaContent::painted, this, &AgendaPage::onPainted);
    connect(m_content, &AgendaContent::dayRequested, this, [this](QDate day) {
        m_date = day;
        showView(AgendaToolbar::View::Day);
    });
    connect(m_details, &DetailsPane::joinRequested, this, &AgendaPage::joinRequested);
    connect(m_details, &DetailsPane::rescheduleRequested, this, &AgendaPage::reschedule);
    connect(m_details, &DetailsPane::addParticipantRequested, this, &AgendaPage::addParticipant);
    connect(m_age, &AgendaAge::retryRequested, this, &AgendaPage::refresh);
    connect(m_deletion, &ConsultationDeletion::begun, m_notice,
            [this] { m_notice->withdraw(AgendaNotice::Topic::Deletion); });
    connect(m_deletion, &ConsultationDeletion::deleted, this, &AgendaPage::onDeleted);
    connect(m_deletion, &ConsultationDeletion::failed, this, &AgendaPage::onDeletionFailed);
    connect(&Theme::instance(), &Theme::textScaled, this, [this] { m_details->fitInto(width()); });
    connect(m_model, &AgendaModel::loaded, this, &AgendaPage::onLoaded);
    connect(m_model, &AgendaModel::timePassed, this, &AgendaPage::onTimePassed);
    connect(m_model, &AgendaModel::clockJumped, this, [this] { m_model->reload(false); });
}

// What is shown

bool AgendaPage::showsWeek() const
{
    return m_view == AgendaToolbar::View::Week && !isSearching();
}

void AgendaPage::updateRange()
{
    m_model->setLoadsAll(showsWeek());
    if (showsWeek()) {
        const QDate first = DateText::weekBegin(m_date);
        m_model->showDays(first, first.addDays(6));
        m_content->showWeek(first);
    } else {
        if (isSearching())
            m_model->showSearch(m_search);
        else
            m_model->showDays(m_date, m_date);
        m_content->showList();
    }
    updateTitle();
}

void AgendaPage::updateTitle()
{
    m_toolbar->setDate(m_date);
    if (isSearching()) {
        m_toolbar->setTitles({tr("Search results")});
        return;
    }
    if (showsWeek()) {
        const QDate first = DateText::weekBegin(m_date);
        m_toolbar->setTitles({DateText::dayRange(first, first.addDays(6))});
        return;
    }
    m_toolbar->setTitles({DateText::heading(m_date, m_today), DateText::capitalized(DateText::longDay(m_date, m_today)),
                          DateText::capitalized(DateText::shortDay(m_date, m_today))});
}

void AgendaPage::setDemoOffered(bool offered)
{
    m_content->setDemoOffered(offered);
}

// Getting around

void AgendaPage::refresh()
{
    m_model->reload();
    m_details->lookAgain();
}

void AgendaPage::lookAgain()
{
    m_model->updateTime();
    m_model->reload(false);
    m_details->lookAgain();
}

void AgendaPage::onRecordsChanged()
{
    m_model->keepUp();
    m_details->lookAgain();
}

void AgendaPage::showToday()
{
    showDate(m_model->today());
    m_content->scrollToWorkingDay();
}

void AgendaPage::step(int direction)
{
    showDate(m_date.addDays(direction * (m_view == AgendaToolbar::View::Week ? 7 : 1)));
}

void AgendaPage::showDate(QDate date)
{
    m_date = date;
    m_today = m_model->today();
    if (isSearching())
        m_toolbar->clearSearch();
    updateRange();
}

void AgendaPage::showView(AgendaToolbar::View view)
{
    m_view = view;
    m_toolbar->setView(view);
    if (isSearching())
        m_toolbar->clearSearch();
    updateRange();
    restoreSelection();
}

void AgendaPage::focusContent()
{
    m_content->setFocus();
}

void AgendaPage::focusSearch()
{
    m_toolbar->focusSearch();
}

void AgendaPage::onSearchChanged(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    updateRange();
}

void AgendaPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isSearching()) {
        m_toolbar->clearSearch();
        m_content->focusRows();
        return;
    }
    if (event->key() == Qt::Key_Escape && showsWeek() && !m_selectedId.isEmpty()) {
        m_content->select({});
        onSelectionMoved({});
        m_content->focusRows();
        return;
    }
    QWidget::keyPressEvent(event);
}

// What the model says

void AgendaPage::onLoaded()
{
    m_age->look();
    const AgendaRange before = std::exchange(m_loadedRange, m_model->range());
    restoreSelection(m_loadedRange == before);
}

void AgendaPage::onTimePassed()
{
    const QDate today = m_model->today();
    if (today == m_today)
        return;
    const bool wasToday = m_date == m_today;
    m_today = today;
    if (wasToday && !isSearching())
        showDate(today);
    else
        updateTitle();
}

void AgendaPage::onPainted()
{
    m_usable = true;
    emit usable();
    restoreSelection();
    if (!window()->focusWidget() || !isAncestorOf(window()->focusWidget()))
        m_content->focusRows();
}

// Selection and details

void AgendaPage::restoreSelection(bool isReadAgain)
{
    if (!m_usable || m_model->state() == AgendaModel::State::Loading)
        return;
    if (!m_wantedId.isEmpty() && m_model->rowOf(m_wantedId) >= 0) {
        select(std::exchange(m_wantedId, {}));
        return;
    }
    if (m_model->rowOf(m_selectedId) >= 0)
        select(m_selectedId, isReadAgain);
    else
        selectDefault(isReadAgain);
}

void AgendaPage::selectDefault(bool isReadAgain)
{
    if (showsWeek() || isSearching() || m_model->rowCount() == 0) {
        onSelectionMoved({});
        return;
    }
    const int current = m_model->currentRow();
    const int row = current >= 0 ? current : m_model->rowCount() - 1;
    select(m_model->index(row).data(AgendaModel::IdRole).toString(), isReadAgain);
}

void AgendaPage::select(const QString &id, bool isReadAgain)
{
    if (isReadAgain)
        m_content->restore(id);
    else
        m_content->select(id);
    onSelectionMoved(id);
}

void AgendaPage::onSelectionMoved(const QString &id)
{
    m_selectedId = id;
    const int row = m_selectedId.isEmpty() ? -1 : m_model->rowOf(m_selectedId);
    m_details->setConsultation(row < 0 ? std::nullopt : std::optional(m_model->consultation(row)));
}

void AgendaPage::showConsultation(const QString &id)
{
    m_notice->withdraw(AgendaNotice::Topic::Showing);
    m_wantedId.clear();
    if (m_model->rowOf(id) >= 0) {
        ++m_showing;
        select(id);
        return;
    }
    showOnItsDay(id);
}

void AgendaPage::showOnItsDay(const QString &id)
{
    whenDone(m_service.find(id), this, [this, id, showing = ++m_showing](const Result<Teleconsultation> &found) {
        if (showing != m_showing)
            return;
        if (!found) {
            m_notice->say({.topic = AgendaNotice::Topic::Showing,
                           .tone = Tone::Warning,
                           .iconName = QStringLiteral("alert"),
                           .text =
                               [error = found.error()] {
                                   return tr("The consultation could not be shown. %1", "why").arg(errorText(error));
                               },
                           .action = {},
                           .onAction = {}});
            return;
        }
        m_wantedId = id;
        showDate(found->schedule.start().toLocalTime().date());
        m_model->reload(false);
    });
}

void AgendaPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        // The week may begin on another day now.
        updateRange();
    }
    QWidget::changeEvent(event);
}

void AgendaPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_details->fitInto(width());
}

} // namespace teleconsult::ui
