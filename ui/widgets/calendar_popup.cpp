#include "ui/widgets/calendar_popup.h"

#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QLocale>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace teleconsult::ui {

CalendarPopup::CalendarPopup(QWidget *parent) : QFrame(parent, Qt::Popup), m_calendar(new QCalendarWidget(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("calendarPopup"));
    m_calendar->setObjectName(QStringLiteral("calendar"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::s, spacing::s, spacing::s, spacing::s);
    layout->addWidget(m_calendar);
    const auto choose = [this](QDate date) {
        hide();
        emit dateChosen(date);
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
}

void CalendarPopup::openUnder(const QWidget &anchor, QDate selected)
{
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setAccessibleName(tr("Calendar"));
    QTextCharFormat weekend;
    weekend.setForeground(Theme::instance().colors().textMuted);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, weekend);
    m_calendar->setSelectedDate(selected);
    // Eight rows for fingers; digits take less room than that and need not twice as much.
    constexpr int side = 8 * size::control;
    const int wanted = (side + scaled(side)) / 2;
    m_calendar->setFixedSize(wanted, wanted);
    adjustSize();
    move(anchor.mapToGlobal(QPoint(0, anchor.height() + spacing::xs)));
    show();
    m_calendar->setFocus();
}

} // namespace teleconsult::ui
