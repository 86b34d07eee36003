// What stands above the agenda: which days, how they are shown, search, and the one thing to do.
#pragma once

#include <QDate>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLineEdit;
class QPushButton;
class QTimer;

namespace teleconsult::ui {

class CalendarPopup;
class FieldButton;
class IconButton;

/// Says what a person asks for; the page answers with setTitle() and the like. The search is reported once the typing
/// rests.
class AgendaToolbar : public QWidget
{
    Q_OBJECT
public:
    enum class View { Day, Week };

    explicit AgendaToolbar(QWidget *parent = nullptr);

    /// The title in words, longest first: the first that fits is shown.
    void setTitles(const QStringList &titles);
    /// The day on which the calendar opens.
    void setDate(QDate date) { m_date = date; }
    void setView(View view);
    void clearSearch();
    void focusSearch();
    QString searchText() const;

signals:
    void todayRequested();
    /// -1: back, 1: forth, by a day or a week.
    void stepRequested(int direction);
    void dateChosen(QDate date);
    void viewChosen(View view);
    void searchChanged(const QString &text);
    void searchFinished(); ///< Enter or Down in the search field: on to the results.
    void scheduleRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *makeButton(const QString &objectName, const QString &variant, const QString &iconName);
    QWidget *makeSegments();
    void makeSearch();
    void showCalendar();
    void fit();
    void keepPlaceholderReadable();
    void retranslate();
    void reportSearch();

    QDate m_date;
    QStringList m_titles;
    IconButton *m_previous;
    IconButton *m_next;
    QPushButton *m_today;
    QPushButton *m_title;
    QButtonGroup *m_segments;
    QPushButton *m_day;
    QPushButton *m_week;
    QLineEdit *m_search;
    FieldButton *m_clear;
    QPushButton *m_schedule;
    QWidget *m_views;     ///< Day and week.
    QBoxLayout *m_halves; ///< Where, and what: beside each other, or one above the other where there is no room.
    QTimer *m_searchPause;
    QString m_reportedSearch;
    CalendarPopup *m_calendar = nullptr;
};

} // namespace teleconsult::ui
