// A calendar that opens under a control.
#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace teleconsult::ui {

/// A month to choose a day from, by mouse or arrow keys and Enter; Escape and a click elsewhere close it. In the manner
/// of the interface's language at the time when it opens.
class CalendarPopup : public QFrame
{
    Q_OBJECT
public:
    explicit CalendarPopup(QWidget *parent);

    /// Opens under that widget with the keyboard on that day.
    void openUnder(const QWidget &anchor, QDate selected);

signals:
    /// A person chose it; the calendar has closed.
    void dateChosen(QDate date);

private:
    QCalendarWidget *m_calendar;
};

} // namespace teleconsult::ui
