#include "ui/agenda/agenda_toolbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

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
    if (!m_calendar) {
        m_calendar = new CalendarPopup(this);
        connect(m_calendar, &CalendarPopup::dateChosen, this, &AgendaToolbar::dateChosen);
    }
    m_calendar->openUnder(*m_title, m_date);
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
    // The plus and the place say of what; all of it would not fit beside the others in a small window.
    m_schedule->setText(tr("Schedule"));
    m_schedule->setAccessibleName(tr("Schedule consultation"));
    m_schedule->setToolTip(tr("Schedule consultation (Ctrl+N)"));
    fitTitle();
}

} // namespace teleconsult::ui
