// The agenda: toolbar, day or week or search results, and the details of what is selected.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/agenda/agenda_loader.h"
#include "ui/agenda/agenda_notice.h"
#include "ui/agenda/agenda_toolbar.h"

#include <QTimer>
#include <QWidget>

namespace teleconsult::ui {

class AgendaAge;
class AgendaContent;
class AgendaModel;
class ConsultationDeletion;
class DetailsPane;

/// Shows and steers an AgendaModel. The week, the details and the empty states are made when they are first needed.
/// Does not own what it is given, all of which must outlive it.
class AgendaPage : public QWidget
{
    Q_OBJECT
public:
    AgendaPage(service::TeleconsultationService &service, config::Settings &settings, const Clock &clock,
               QWidget *parent = nullptr);

    AgendaModel &model() { return *m_model; }
    /// What happened, above the agenda. How old the rows are is said below it.
    AgendaNotice &notice() { return *m_notice; }
    QDate date() const { return m_date; }

    /// Whether empty days offer to make the demo clinic again.
    void setDemoOffered(bool offered);
    /// Selects a consultation, on its day when that is another one.
    void showConsultation(const QString &id);

public slots:
    void refresh();
    /// Looks at the clock and reads everything again, without a word: the machine was asleep, or the network away.
    void lookAgain();
    /// Something in it has changed, which may happen all the time: what is being asked already is waited for.
    void onRecordsChanged();
    void showToday();
    void step(int direction);
    void showDate(QDate date);
    void showView(AgendaToolbar::View view);
    void focusSearch();
    /// Takes the keyboard to what stands under the toolbar. Not this page's focus proxy: Tab would pass the toolbar by.
    void focusContent();
    void schedule();
    /// Date and time of what is selected, if they may still be changed.
    void rescheduleSelected();

signals:
    void joinRequested(const QString &id);
    void restoreDemoRequested();
    /// The first load has been painted. Emitted once.
    void usable();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isSearching() const { return !m_search.isEmpty(); }
    void layOut();
    void connectParts();
    bool showsWeek() const;
    void updateRange();
    void updateTitle();
    void onSearchChanged(const QString &text);
    void onLoaded();
    void onTimePassed();
    void onPainted();
    /// `isReadAgain`: what is looked at stays where it is.
    void restoreSelection(bool isReadAgain = false);
    void selectDefault(bool isReadAgain);
    void select(const QString &id, bool isReadAgain = false);
    /// Asks which day that is.
    void showOnItsDay(const QString &id);
    void onSelectionMoved(const QString &id);
    void scheduleAt(const QDateTime &local);
    void reschedule(const Teleconsultation &consultation);
    void addParticipant(const Teleconsultation &consultation);
    void onScheduled(const QString &id);
    void askToDelete(const QString &id);
    void onDeleted(const QString &id);
    void onDeletionFailed(const Teleconsultation &consultation, const Error &error);

    service::TeleconsultationService &m_service;
    config::Settings &m_settings;
    const Clock &m_clock;

    AgendaModel *m_model;
    ConsultationDeletion *m_deletion;
    AgendaToolbar *m_toolbar;
    AgendaNotice *m_notice;
    AgendaAge *m_age;
    AgendaContent *m_content;
    DetailsPane *m_details;

    QDate m_date;
    QDate m_today; ///< As the page last knew it.
    AgendaToolbar::View m_view = AgendaToolbar::View::Day;
    QString m_search;
    AgendaRange m_loadedRange; ///< What was loaded last.
    QString m_selectedId;
    int m_showing = 0;  ///< Answers about one that was to be shown before are dropped.
    QString m_wantedId; ///< To be selected as soon as it is among the rows.
    bool m_usable = false;
    QTimer m_refreshTimer;
};

} // namespace teleconsult::ui
