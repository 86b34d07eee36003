// The agenda: toolbar, day or week or search results, and the details of what is selected.
#pragma once

#include "core/config/settings.h"
#include "core/service/teleconsultations.h"
#include "ui/agenda/agenda_toolbar.h"
#include "ui/widgets/status_pill.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QFrame;
class QPushButton;
class QStackedLayout;

namespace teleconsult::ui {

class AgendaDayView;
class AgendaModel;
class AgendaWeekView;
class Banner;
class ConsultationDeletion;
class ConsultationDetails;
class EmptyState;

/// Shows and steers an AgendaModel. The week, the details and the empty states are made when they are first needed.
/// Does not own what it is given, all of which must outlive it.
class AgendaPage : public QWidget
{
    Q_OBJECT
public:
    AgendaPage(service::Teleconsultations &service, config::Settings &settings, const Clock &clock,
               QWidget *parent = nullptr);

    AgendaModel &model() { return *m_model; }
    QDate date() const { return m_date; }

    /// Whether empty days offer to make the demo clinic again.
    void setDemoOffered(bool offered);
    /// Selects a consultation, on its day when that is another one.
    void showConsultation(const QString &id);
    /// A message above the agenda, with one thing to do about it when `action` is given. Replaces the one before. Both
    /// texts are asked for again when the language changes.
    struct Notice
    {
        Tone tone = Tone::Info;
        QString iconName;
        std::function<QString()> text;
        std::function<QString()> action;
        std::function<void()> onAction;
    };
    void showNotice(const Notice &notice);
    void hideNotice();

public slots:
    void refresh();
    void showToday();
    void step(int direction);
    void showDate(QDate date);
    void showView(AgendaToolbar::View view);
    void focusSearch();
    void schedule();

signals:
    void joinRequested(const QString &id);
    void restoreDemoRequested();
    /// The first load has been painted. Emitted once.
    void usable();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSearching() const;
    bool showsWeek() const;
    void updateRange();
    void updateTitle();
    void updateContent();
    void updateEmptyState();
    void onSearchChanged(const QString &text);
    void onStateChanged();
    void onLoaded();
    void onTimePassed();
    void restoreSelection();
    void selectDefault();
    void select(const QString &id);
    void onSelectionMoved(const QString &id);
    void updateDetails();
    void focusDetails();
    void focusList();
    void scheduleAt(const QDateTime &local);
    void onScheduled(const QString &id);
    void askToDelete(const QString &id);
    void onDeleted(const QString &id);
    void onDeletionFailed(const Teleconsultation &consultation, const Error &error);
    void updateNotice();
    AgendaWeekView *weekView();
    EmptyState *emptyState();
    void watch(QWidget *widget);

    service::Teleconsultations &m_service;
    config::Settings &m_settings;
    const Clock &m_clock;

    AgendaModel *m_model;
    ConsultationDeletion *m_deletion;
    AgendaToolbar *m_toolbar;
    QWidget *m_noticeArea;
    QStackedLayout *m_content;
    AgendaDayView *m_dayView;
    QWidget *m_loadingView;
    QWidget *m_detailsArea;
    QFrame *m_detailsCard;
    AgendaWeekView *m_weekView = nullptr;
    EmptyState *m_emptyState = nullptr;
    ConsultationDetails *m_details = nullptr;
    Banner *m_banner = nullptr;
    QPushButton *m_bannerAction = nullptr;
    Notice m_notice;

    QDate m_date;
    QDate m_today; ///< As the page last knew it.
    AgendaToolbar::View m_view = AgendaToolbar::View::Day;
    QString m_search;
    QString m_selectedId;
    QString m_wantedId; ///< To be selected as soon as it is among the rows.
    std::optional<Teleconsultation> m_detailed;
    bool m_demoOffered = false;
    bool m_usable = false;
    bool m_noticeIsLoadError = false;
    QTimer m_refreshTimer;
};

} // namespace teleconsult::ui
