#include "ui/agenda/agenda_page.h"

#include "ui/agenda/agenda_day_view.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_week_view.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/agenda/consultation_details.h"
#include "ui/agenda/loading_rows.h"
#include "ui/schedule/schedule_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// Other stations change the same records.
constexpr std::chrono::milliseconds refreshInterval = std::chrono::minutes(1);
constexpr int detailsNarrowest = 7 * size::control;
constexpr int detailsWidest = 9 * size::control;

QDate weekBegin(QDate day)
{
    const int offset = (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7;
    return day.addDays(-offset);
}

} // namespace

AgendaPage::AgendaPage(service::Teleconsultations &service, config::Settings &settings, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent),
      m_service(service),
      m_settings(settings),
      m_clock(clock),
      m_model(new AgendaModel(service, clock, this)),
      m_deletion(new ConsultationDeletion(service, clock, this)),
      m_toolbar(new AgendaToolbar(this)),
      m_noticeArea(new QWidget(this)),
      m_content(new QStackedLayout),
      m_dayView(new AgendaDayView(*m_model, this)),
      m_loadingView(new LoadingRows(this)),
      m_detailsArea(new QWidget(this)),
      m_detailsCard(new QFrame(m_detailsArea)),
      m_date(m_model->today()),
      m_today(m_date)
{
    // Asked for first: the answer is on its way while the window is being made.
    updateRange();

    m_dayView->setObjectName(QStringLiteral("agendaList"));
    m_loadingView->setObjectName(QStringLiteral("agendaLoading"));
    m_content->addWidget(m_loadingView);
    m_content->addWidget(m_dayView);

    m_detailsCard->setProperty("card", true);
    m_detailsArea->hide();
    auto *notice = new QVBoxLayout(m_noticeArea);
    m_noticeArea->hide();

    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::m);
    left->addWidget(m_noticeArea);
    left->addLayout(m_content, 1);
    // The scroll bar stands in the margin, so that the cards end where the toolbar does; the list runs off the window's
    // lower edge, the details do not.
    const int besides = spacing::xl - scrollBarRoom;
    notice->setContentsMargins(0, 0, scrollBarRoom, 0);
    auto *details = new QVBoxLayout(m_detailsArea);
    details->setContentsMargins(besides, 0, scrollBarRoom, spacing::xl);
    details->addWidget(m_detailsCard);
    auto *card = new QVBoxLayout(m_detailsCard);
    card->setContentsMargins(1, 1, 1, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addLayout(left, 1);
    body->addWidget(m_detailsArea);
    auto *toolbar = new QHBoxLayout;
    toolbar->setContentsMargins(0, 0, scrollBarRoom, 0);
    toolbar->addWidget(m_toolbar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::l, besides, 0);
    layout->setSpacing(spacing::l);
    layout->addLayout(toolbar);
    layout->addLayout(body, 1);

    connect(m_toolbar, &AgendaToolbar::todayRequested, this, &AgendaPage::showToday);
    connect(m_toolbar, &AgendaToolbar::stepRequested, this, &AgendaPage::step);
    connect(m_toolbar, &AgendaToolbar::dateChosen, this, &AgendaPage::showDate);
    connect(m_toolbar, &AgendaToolbar::viewChosen, this, &AgendaPage::showView);
    connect(m_toolbar, &AgendaToolbar::searchChanged, this, &AgendaPage::onSearchChanged);
    connect(m_toolbar, &AgendaToolbar::searchFinished, this, &AgendaPage::focusList);
    connect(m_toolbar, &AgendaToolbar::scheduleRequested, this, &AgendaPage::schedule);
    connect(m_dayView, &AgendaDayView::selectionMoved, this, [this](const QString &id) {
        // A list that gets the focus makes its first row the current one: that is nobody's choice.
        if (m_usable && m_dayView->hasSelection())
            onSelectionMoved(id);
    });
    connect(m_dayView, &AgendaDayView::joinRequested, this, &AgendaPage::joinRequested);
    connect(m_dayView, &AgendaDayView::openRequested, this, &AgendaPage::focusDetails);
    connect(m_dayView, &AgendaDayView::deleteRequested, this, &AgendaPage::askToDelete);
    connect(m_deletion, &ConsultationDeletion::deleted, this, &AgendaPage::onDeleted);
    connect(m_deletion, &ConsultationDeletion::failed, this, &AgendaPage::onDeletionFailed);
    connect(m_model, &AgendaModel::stateChanged, this, &AgendaPage::onStateChanged);
    connect(m_model, &AgendaModel::loaded, this, &AgendaPage::onLoaded);
    connect(m_model, &AgendaModel::timePassed, this, &AgendaPage::onTimePassed);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->reload(false);
    });
    m_refreshTimer.start();

    watch(m_dayView->viewport());
    m_dayView->setAccessibleName(tr("Consultations"));
    setFocusProxy(m_dayView);
    updateTitle();
    updateContent();
}

// What is shown

bool AgendaPage::isSearching() const
{
    return !m_search.isEmpty();
}

bool AgendaPage::showsWeek() const
{
    return m_view == AgendaToolbar::View::Week && !isSearching();
}

void AgendaPage::updateRange()
{
    m_model->setLoadsAll(showsWeek());
    if (isSearching()) {
        m_model->showSearch(m_search);
    } else if (showsWeek()) {
        const QDate first = weekBegin(m_date);
        weekView()->setFirstDay(first);
        m_model->showDays(first, first.addDays(6));
    } else {
        m_model->showDays(m_date, m_date);
    }
}

void AgendaPage::updateTitle()
{
    m_toolbar->setDate(m_date);
    if (isSearching()) {
        m_toolbar->setTitles({tr("Search results")});
        return;
    }
    if (showsWeek()) {
        const QDate first = weekBegin(m_date);
        m_toolbar->setTitles({DateText::dayRange(first, first.addDays(6))});
        return;
    }
    m_toolbar->setTitles({DateText::heading(m_date, m_today), DateText::capitalized(DateText::longDay(m_date, m_today)),
                          DateText::capitalized(DateText::shortDay(m_date, m_today))});
}

void AgendaPage::updateContent()
{
    switch (m_model->state()) {
    case AgendaModel::State::Loading:
        m_content->setCurrentWidget(showsWeek() ? static_cast<QWidget *>(weekView()) : m_loadingView);
        return;
    case AgendaModel::State::Ready:
        m_content->setCurrentWidget(showsWeek() ? static_cast<QWidget *>(weekView()) : m_dayView);
        return;
    case AgendaModel::State::Empty:
        if (showsWeek()) {
            m_content->setCurrentWidget(weekView());
            return;
        }
        break;
    case AgendaModel::State::Error:
        break;
    }
    updateEmptyState();
    m_content->setCurrentWidget(emptyState());
}

void AgendaPage::updateEmptyState()
{
    EmptyState *page = emptyState();
    if (m_model->state() == AgendaModel::State::Error) {
        page->setIconName(QStringLiteral("alert"), Tone::Warning);
        page->setHeadline(tr("The agenda cannot be loaded"));
        page->setSentence(m_model->error() ? errorText(*m_model->error()) : QString());
        page->setAction(tr("Try again"));
        page->setSecondaryAction({});
        return;
    }
    if (isSearching()) {
        page->setIconName(QStringLiteral("search"));
        page->setHeadline(tr("Nothing found for “%1”").arg(m_search));
        page->setSentence(tr("Type the beginning of a first or a last name of somebody who takes part."));
        page->setAction(tr("Clear search"));
        page->setSecondaryAction({});
        return;
    }
    page->setIconName(QStringLiteral("calendar"));
    page->setHeadline(m_date == m_today
                          ? tr("No consultations today")
                          : tr("No consultations on %1", "on Monday 12 May").arg(DateText::longDay(m_date, m_today)));
    page->setSentence(tr("What you schedule appears here, and everyone who takes part gets a link of their own."));
    page->setAction(tr("Schedule for this day"));
    page->setSecondaryAction(m_demoOffered ? tr("Restore the demo clinic") : QString());
}

AgendaWeekView *AgendaPage::weekView()
{
    if (!m_weekView) {
        m_weekView = new AgendaWeekView(*m_model, this);
        m_weekView->setObjectName(QStringLiteral("agendaWeek"));
        m_weekView->setAccessibleName(tr("Consultations of the week"));
        m_content->addWidget(m_weekView);
        watch(m_weekView->viewport());
        connect(m_weekView, &AgendaWeekView::selectionMoved, this, &AgendaPage::onSelectionMoved);
        connect(m_weekView, &AgendaWeekView::joinRequested, this, &AgendaPage::joinRequested);
        connect(m_weekView, &AgendaWeekView::openRequested, this, &AgendaPage::focusDetails);
        connect(m_weekView, &AgendaWeekView::deleteRequested, this, &AgendaPage::askToDelete);
        connect(m_weekView, &AgendaWeekView::slotRequested, this, &AgendaPage::scheduleAt);
        connect(m_weekView, &AgendaWeekView::dayRequested, this, [this](QDate day) {
            m_date = day;
            showView(AgendaToolbar::View::Day);
        });
    }
    return m_weekView;
}

EmptyState *AgendaPage::emptyState()
{
    if (!m_emptyState) {
        m_emptyState = new EmptyState(this);
        m_emptyState->setObjectName(QStringLiteral("agendaEmptyState"));
        m_emptyState->setContentsMargins(0, 0, scrollBarRoom, 0);
        // The toolbar has the page's one filled button.
        m_emptyState->setActionPrimary(false);
        m_content->addWidget(m_emptyState);
        watch(m_emptyState);
        connect(m_emptyState, &EmptyState::secondaryActionTriggered, this, &AgendaPage::restoreDemoRequested);
        connect(m_emptyState, &EmptyState::actionTriggered, this, [this] {
            if (m_model->state() == AgendaModel::State::Error)
                refresh();
            else if (isSearching())
                m_toolbar->clearSearch();
            else
                schedule();
        });
    }
    return m_emptyState;
}

void AgendaPage::setDemoOffered(bool offered)
{
    m_demoOffered = offered;
    if (m_emptyState)
        updateEmptyState();
}

// Getting around

void AgendaPage::refresh()
{
    m_model->reload();
}

void AgendaPage::showToday()
{
    showDate(m_model->today());
    if (m_weekView && showsWeek())
        m_weekView->scrollToWorkingDay();
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
    updateTitle();
    updateContent();
}

void AgendaPage::showView(AgendaToolbar::View view)
{
    m_view = view;
    m_toolbar->setView(view);
    if (isSearching())
        m_toolbar->clearSearch();
    updateRange();
    updateTitle();
    updateContent();
    setFocusProxy(showsWeek() ? static_cast<QWidget *>(weekView()) : m_dayView);
    restoreSelection();
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
    updateTitle();
    updateContent();
}

void AgendaPage::focusList()
{
    QWidget *list = showsWeek() ? static_cast<QWidget *>(weekView()) : m_dayView;
    list->setFocus(Qt::ShortcutFocusReason);
    if (!showsWeek() && !m_dayView->currentIndex().isValid() && m_model->rowCount() > 0)
        m_dayView->selectRow(0);
}

void AgendaPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isSearching()) {
        m_toolbar->clearSearch();
        focusList();
        return;
    }
    if (event->key() == Qt::Key_Escape && showsWeek() && !m_selectedId.isEmpty()) {
        m_weekView->selectId({});
        onSelectionMoved({});
        focusList();
        return;
    }
    QWidget::keyPressEvent(event);
}

// What the model says

void AgendaPage::onStateChanged()
{
    updateContent();
}

void AgendaPage::onLoaded()
{
    if (m_model->error() && m_model->state() == AgendaModel::State::Ready) {
        m_noticeIsLoadError = true;
        showNotice({.tone = Tone::Warning,
                    .iconName = QStringLiteral("alert"),
                    .text = [error = *m_model->error()] { return errorText(error); },
                    .action = [] { return tr("Try again"); },
                    .onAction = [this] { refresh(); }});
        m_noticeIsLoadError = true;
    } else if (m_noticeIsLoadError) {
        hideNotice();
    }
    if (m_model->state() == AgendaModel::State::Error || m_model->state() == AgendaModel::State::Empty)
        updateContent();
    restoreSelection();
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

void AgendaPage::watch(QWidget *widget)
{
    if (!m_usable)
        widget->installEventFilter(this);
}

bool AgendaPage::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_usable && event->type() == QEvent::Paint && m_model->state() != AgendaModel::State::Loading) {
        m_usable = true;
        // The paint itself comes right after the filters.
        QMetaObject::invokeMethod(
            this,
            [this] {
                emit usable();
                restoreSelection();
                if (!window()->focusWidget() || !isAncestorOf(window()->focusWidget()))
                    focusList();
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

// Selection and details

void AgendaPage::restoreSelection()
{
    if (!m_usable || m_model->state() == AgendaModel::State::Loading)
        return;
    if (!m_wantedId.isEmpty() && m_model->rowOf(m_wantedId) >= 0) {
        select(std::exchange(m_wantedId, {}));
        return;
    }
    if (m_model->rowOf(m_selectedId) >= 0)
        select(m_selectedId);
    else
        selectDefault();
}

void AgendaPage::selectDefault()
{
    const bool wants = !showsWeek() && !isSearching() && m_model->rowCount() > 0;
    if (!wants) {
        onSelectionMoved({});
        return;
    }
    const int current = m_model->currentRow();
    const int row = current >= 0 ? current : m_model->rowCount() - 1;
    select(m_model->index(row).data(AgendaModel::IdRole).toString());
}

void AgendaPage::select(const QString &id)
{
    if (showsWeek())
        weekView()->selectId(id);
    else if (m_dayView->selectedId() != id || !m_dayView->hasSelection())
        m_dayView->selectRow(m_model->rowOf(id));
    onSelectionMoved(id);
}

void AgendaPage::onSelectionMoved(const QString &id)
{
    m_selectedId = id;
    updateDetails();
}

void AgendaPage::updateDetails()
{
    const int row = m_selectedId.isEmpty() ? -1 : m_model->rowOf(m_selectedId);
    if (row < 0) {
        m_detailsArea->hide();
        m_detailed.reset();
        if (m_details)
            m_details->setConsultation(std::nullopt);
        return;
    }
    if (!m_details) {
        m_details = new ConsultationDetails(m_service, m_settings, m_clock, *m_deletion, m_detailsCard);
        m_details->setObjectName(QStringLiteral("consultationDetails"));
        m_detailsCard->layout()->addWidget(m_details);
        connect(m_details, &ConsultationDetails::joinRequested, this, &AgendaPage::joinRequested);
    }
    // What has not changed is not set again: the pane may be in the middle of something.
    if (m_detailed != m_model->consultation(row)) {
        m_detailed = m_model->consultation(row);
        m_details->setConsultation(m_detailed);
    }
    m_detailsArea->show();
}

void AgendaPage::focusDetails()
{
    if (!m_details || !m_detailsArea->isVisible())
        return;
    for (QWidget *next = m_details->nextInFocusChain(); m_details->isAncestorOf(next); next = next->nextInFocusChain())
    {
        if ((next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisible()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void AgendaPage::showConsultation(const QString &id)
{
    if (m_model->rowOf(id) >= 0) {
        select(id);
        return;
    }
    records::Query query;
    query.from = m_model->today().startOfDay().toUTC();
    whenDone(m_service.list(query), this, [this, id](const Result<QList<Teleconsultation>> &upcoming) {
        if (!upcoming)
            return;
        const auto found =
            std::find_if(upcoming->begin(), upcoming->end(), [&](const Teleconsultation &c) { return c.id == id; });
        if (found == upcoming->end())
            return;
        m_wantedId = id;
        showDate(found->schedule.start().toLocalTime().date());
        m_model->reload(false);
    });
}

// Changing things

void AgendaPage::schedule()
{
    // The next full half hour, on the day that is looked at.
    const QDateTime now = m_clock.now().toLocalTime();
    const qint64 halfHour = 30 * 60;
    QDateTime next = QDateTime::fromSecsSinceEpoch((now.toSecsSinceEpoch() / halfHour + 1) * halfHour);
    if (m_date > next.date())
        next.setDate(m_date);
    scheduleAt(next);
}

void AgendaPage::scheduleAt(const QDateTime &local)
{
    auto *dialog = new ScheduleDialog(m_service, m_settings, m_clock, window());
    dialog->setObjectName(QStringLiteral("scheduleDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setStart(local);
    connect(dialog, &ScheduleDialog::scheduled, this, &AgendaPage::onScheduled);
    dialog->open();
}

void AgendaPage::onScheduled(const QString &id)
{
    m_wantedId = id;
    m_model->reload(false);
    showConsultation(id);
}

void AgendaPage::askToDelete(const QString &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_deletion->ask(m_model->consultation(row), this);
}

void AgendaPage::onDeletionFailed(const Teleconsultation &consultation, const Error &error)
{
    showNotice({.tone = Tone::Danger,
                .iconName = QStringLiteral("alert"),
                .text =
                    [consultation, error, privileges = m_service.policy().privileges] {
                        return tr("The consultation was not deleted (%1). %2", "participants, why")
                            .arg(participantNames(consultation, privileges), errorText(error));
                    },
                .action = [] { return tr("Try again"); },
                .onAction = [this, consultation] { m_deletion->remove(consultation); }});
}

void AgendaPage::onDeleted(const QString &id)
{
    // The next one takes its place under the eye.
    const int row = m_model->rowOf(id);
    if (id == m_selectedId && row >= 0) {
        const int neighbour = row + 1 < m_model->rowCount() ? row + 1 : row - 1;
        m_selectedId = neighbour >= 0 ? m_model->consultation(neighbour).id : QString();
    }
    m_model->reload(false);
}

// Notices

void AgendaPage::showNotice(const Notice &notice)
{
    m_noticeIsLoadError = false;
    m_notice = notice;
    if (!m_banner) {
        m_banner = new Banner(notice.tone, m_noticeArea);
        m_banner->setObjectName(QStringLiteral("notice"));
        m_bannerAction = m_banner->addAction(QStringLiteral("noticeAction"));
        m_banner->setDismissable(true);
        m_noticeArea->layout()->addWidget(m_banner);
        connect(m_banner, &Banner::dismissed, this, &AgendaPage::hideNotice);
        connect(m_bannerAction, &QPushButton::clicked, this, [this] {
            const std::function<void()> action = m_notice.onAction;
            hideNotice();
            if (action)
                action();
        });
    }
    m_banner->setTone(notice.tone);
    m_banner->setIconName(notice.iconName);
    updateNotice();
    m_banner->show();
    m_noticeArea->show();
}

void AgendaPage::hideNotice()
{
    m_noticeIsLoadError = false;
    m_noticeArea->hide();
}

void AgendaPage::updateNotice()
{
    if (!m_banner || !m_notice.text)
        return;
    m_banner->setText(m_notice.text());
    m_bannerAction->setVisible(bool(m_notice.action));
    if (m_notice.action)
        m_bannerAction->setText(m_notice.action());
}

void AgendaPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_dayView->setAccessibleName(tr("Consultations"));
        if (m_weekView)
            m_weekView->setAccessibleName(tr("Consultations of the week"));
        m_model->retranslate();
        // The week may begin on another day now.
        updateRange();
        updateTitle();
        updateNotice();
        if (m_emptyState)
            updateEmptyState();
    }
    QWidget::changeEvent(event);
}

void AgendaPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_detailsCard->setFixedWidth(std::clamp(width() * 3 / 10, detailsNarrowest, detailsWidest));
}

} // namespace teleconsult::ui
