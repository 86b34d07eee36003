#include "ui/agenda/agenda_toolbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"

#include <QAction>
#include <QButtonGroup>
#include <QCalendarWidget>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds typingRest{180};
constexpr int searchNarrowest = 4 * size::control;
constexpr int searchWidest = 7 * size::control;

} // namespace

AgendaToolbar::AgendaToolbar(QWidget *parent)
    : QWidget(parent),
      m_previous(makeButton(QStringLiteral("previousButton"), QStringLiteral("ghost"), QStringLiteral("chevron-left"))),
      m_next(makeButton(QStringLiteral("nextButton"), QStringLiteral("ghost"), QStringLiteral("chevron-right"))),
      m_today(makeButton(QStringLiteral("todayButton"), QStringLiteral("secondary"), {})),
      m_title(makeButton(QStringLiteral("dateButton"), QStringLiteral("title"), QStringLiteral("chevron-down"))),
      m_segments(new QButtonGroup(this)),
      m_day(makeButton(QStringLiteral("daySegment"), QStringLiteral("segment"), {})),
      m_week(makeButton(QStringLiteral("weekSegment"), QStringLiteral("segment"), {})),
      m_search(new QLineEdit(this)),
      m_clear(new QAction(this)),
      m_schedule(makeButton(QStringLiteral("scheduleButton"), QStringLiteral("primary"), {})),
      m_searchPause(new QTimer(this))
{
    setThemedIcon(m_schedule, QStringLiteral("plus"), &Colors::onAccent);
    for (QPushButton *button : {m_previous, m_next})
        button->setProperty("iconOnly", true);
    // The chevron behind the words says that there is something to open.
    m_title->setLayoutDirection(Qt::RightToLeft);
    makeSearch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_today);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_search, 2);
    layout->addSpacing(spacing::xs);
    layout->addWidget(makeSegments());
    layout->addSpacing(spacing::xs);
    layout->addWidget(m_schedule);

    connect(m_today, &QPushButton::clicked, this, &AgendaToolbar::todayRequested);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_title, &QPushButton::clicked, this, &AgendaToolbar::showCalendar);
    connect(m_schedule, &QPushButton::clicked, this, &AgendaToolbar::scheduleRequested);
    retranslate();
}

QPushButton *AgendaToolbar::makeButton(const QString &objectName, const QString &variant, const QString &iconName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("variant", variant);
    if (!iconName.isEmpty())
        setThemedIcon(button, iconName);
    return button;
}

QWidget *AgendaToolbar::makeSegments()
{
    auto *frame = new QFrame(this);
    frame->setProperty("segments", true);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QPushButton *button : {m_day, m_week}) {
        button->setCheckable(true);
        m_segments->addButton(button);
        layout->addWidget(button);
    }
    m_day->setChecked(true);
    tabToChecked(m_segments);
    connect(m_day, &QPushButton::clicked, this, [this] { emit viewChosen(View::Day); });
    connect(m_week, &QPushButton::clicked, this, [this] { emit viewChosen(View::Week); });
    return frame;
}

void AgendaToolbar::makeSearch()
{
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setMinimumWidth(searchNarrowest);
    m_search->setMaximumWidth(searchWidest);
    m_search->installEventFilter(this);
    auto *glass = new QAction(this);
    setThemedIcon(glass, QStringLiteral("search"), &Colors::textMuted);
    m_search->addAction(glass, QLineEdit::LeadingPosition);
    setThemedIcon(m_clear, QStringLiteral("close"), &Colors::textMuted);
    m_clear->setVisible(false);
    m_search->addAction(m_clear, QLineEdit::TrailingPosition);
    connect(m_clear, &QAction::triggered, this, &AgendaToolbar::clearSearch);

    m_searchPause->setSingleShot(true);
    m_searchPause->setInterval(typingRest);
    connect(m_searchPause, &QTimer::timeout, this, &AgendaToolbar::reportSearch);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_searchPause->start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        reportSearch();
        emit searchFinished();
    });
}

void AgendaToolbar::setTitles(const QStringList &titles)
{
    m_titles = titles;
    fitTitle();
}

void AgendaToolbar::setView(View view)
{
    (view == View::Day ? m_day : m_week)->setChecked(true);
}

void AgendaToolbar::clearSearch()
{
    m_search->clear();
    reportSearch();
}

void AgendaToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString AgendaToolbar::searchText() const
{
    return m_search->text().trimmed();
}

void AgendaToolbar::reportSearch()
{
    m_searchPause->stop();
    if (searchText() == m_reportedSearch)
        return;
    m_reportedSearch = searchText();
    emit searchChanged(m_reportedSearch);
}

void AgendaToolbar::showCalendar()
{
    if (!m_calendarPopup) {
        auto *popup = new QFrame(this, Qt::Popup);
        popup->setProperty("card", true);
        popup->setObjectName(QStringLiteral("calendarPopup"));
        m_calendar = new QCalendarWidget(popup);
        m_calendar->setObjectName(QStringLiteral("calendar"));
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
        auto *layout = new QVBoxLayout(popup);
        layout->setContentsMargins(spacing::s, spacing::s, spacing::s, spacing::s);
        layout->addWidget(m_calendar);
        m_calendar->setFixedSize(8 * size::control, 8 * size::control);
        m_calendarPopup = popup;
        const auto choose = [this](QDate date) {
            m_calendarPopup->hide();
            emit dateChosen(date);
        };
        connect(m_calendar, &QCalendarWidget::clicked, this, choose);
        connect(m_calendar, &QCalendarWidget::activated, this, choose);
    }
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setAccessibleName(tr("Calendar"));
    QTextCharFormat weekend;
    weekend.setForeground(Theme::instance().colors().textMuted);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, weekend);
    m_calendar->setSelectedDate(m_date);
    m_calendarPopup->adjustSize();
    m_calendarPopup->move(m_title->mapToGlobal(QPoint(0, m_title->height() + spacing::xs)));
    m_calendarPopup->show();
    m_calendar->setFocus();
}

void AgendaToolbar::fitTitle()
{
    if (m_titles.isEmpty() || !layout())
        return;
    // Whatever the others need at least is not the title's.
    int others = 0;
    int widgets = 0;
    for (const QWidget *widget :
         {static_cast<QWidget *>(m_today), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
          static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_week), static_cast<QWidget *>(m_schedule)})
    {
        others += widget->sizeHint().width();
        ++widgets;
    }
    others += searchNarrowest + (widgets + 2) * spacing::s + 2 * spacing::xs;
    const int room = width() - others;
    for (const QString &title : std::as_const(m_titles)) {
        m_title->setText(title);
        if (m_title->sizeHint().width() <= room)
            break;
    }
    m_title->setAccessibleName(m_titles.constFirst());
}

void AgendaToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTitle();
}

bool AgendaToolbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && (event->type() == QEvent::Polish || event->type() == QEvent::PaletteChange))
        keepPlaceholderReadable();
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            clearSearch();
            emit searchFinished();
            return true;
        case Qt::Key_Down:
            reportSearch();
            emit searchFinished();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AgendaToolbar::keepPlaceholderReadable()
{
    // The style sheet makes it of half the text's opacity, which is too faint to read.
    QPalette palette = m_search->palette();
    const QColor &wanted = Theme::instance().colors().textMuted;
    if (palette.color(QPalette::PlaceholderText) == wanted)
        return;
    palette.setColor(QPalette::PlaceholderText, wanted);
    m_search->setPalette(palette);
}

void AgendaToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AgendaToolbar::retranslate()
{
    m_today->setText(tr("Today"));
    m_previous->setAccessibleName(tr("Previous"));
    m_previous->setToolTip(tr("Previous (Alt+Left)"));
    m_next->setAccessibleName(tr("Next"));
    m_next->setToolTip(tr("Next (Alt+Right)"));
    m_title->setToolTip(tr("Choose a date"));
    m_title->setAccessibleDescription(tr("Choose a date"));
    m_day->setText(tr("Day"));
    m_week->setText(tr("Week"));
    m_search->setPlaceholderText(tr("Search participants"));
    m_search->setAccessibleName(tr("Search participants"));
    m_clear->setText(tr("Clear search"));
    m_clear->setToolTip(tr("Clear search"));
    m_schedule->setText(tr("Schedule consultation"));
    fitTitle();
}

} // namespace teleconsult::ui
