#include "ui/agenda/agenda_toolbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/field_button.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds typingRest{180};
constexpr int searchNarrowest = 4 * size::control;
constexpr int searchWidest = 7 * size::control;

} // namespace

AgendaToolbar::AgendaToolbar(QWidget *parent)
    : QWidget(parent),
      m_previous(new IconButton(QStringLiteral("previousButton"), QStringLiteral("chevron-left"), this)),
      m_next(new IconButton(QStringLiteral("nextButton"), QStringLiteral("chevron-right"), this)),
      m_today(makeButton(QStringLiteral("todayButton"), QStringLiteral("secondary"), {})),
      m_title(makeButton(QStringLiteral("dateButton"), QStringLiteral("title"), QStringLiteral("chevron-down"))),
      m_segments(new QButtonGroup(this)),
      m_day(makeButton(QStringLiteral("daySegment"), QStringLiteral("segment"), {})),
      m_week(makeButton(QStringLiteral("weekSegment"), QStringLiteral("segment"), {})),
      m_search(new QLineEdit(this)),
      m_clear(new FieldButton(QStringLiteral("clearSearchButton"), QStringLiteral("close"), m_search, m_search)),
      m_schedule(makeButton(QStringLiteral("scheduleButton"), QStringLiteral("primary"), {})),
      m_views(makeSegments()),
      m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_searchPause(new QTimer(this))
{
    setThemedIcon(m_schedule, QStringLiteral("plus"), &Colors::onAccent);
    // The chevron behind the words says that there is something to open.
    m_title->setLayoutDirection(Qt::RightToLeft);
    makeSearch();

    auto *where = new QHBoxLayout;
    where->setSpacing(spacing::s);
    for (QPushButton *button : std::initializer_list<QPushButton *>{m_today, m_previous, m_next, m_title})
        where->addWidget(button);
    where->addStretch();
    auto *what = new QHBoxLayout;
    what->setSpacing(spacing::m);
    what->addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(m_search), m_views, static_cast<QWidget *>(m_schedule)})
        what->addWidget(widget);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(spacing::s);
    m_halves->addLayout(where, 1);
    m_halves->addLayout(what);

    connect(m_today, &QPushButton::clicked, this, &AgendaToolbar::todayRequested);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_title, &QPushButton::clicked, this, &AgendaToolbar::showCalendar);
    connect(m_schedule, &QPushButton::clicked, this, &AgendaToolbar::scheduleRequested);
    connect(&Theme::instance(), &Theme::textScaled, this, &AgendaToolbar::fit);
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
    m_search->installEventFilter(this);
    auto *glass = new QAction(this);
    setThemedIcon(glass, QStringLiteral("search"), &Colors::textMuted);
    m_search->addAction(glass, QLineEdit::LeadingPosition);
    m_clear->hide();
    connect(m_clear, &QPushButton::clicked, this, &AgendaToolbar::clearSearch);

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
    fit();
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

void AgendaToolbar::fit()
{
    if (m_titles.isEmpty())
        return;
    // Whatever the others need at least is not the title's.
    int where = 3 * spacing::s;
    for (const QPushButton *button : std::initializer_list<QPushButton *>{m_today, m_previous, m_next})
        where += button->sizeHint().width();
    const int what = 2 * spacing::m + m_views->sizeHint().width() + m_schedule->sizeHint().width();
    const auto titleFits = [this](int room) {
        return std::any_of(m_titles.cbegin(), m_titles.cend(), [&](const QString &title) {
            m_title->setText(title);
            return m_title->sizeHint().width() <= room;
        });
    };
    const bool inOneRow = titleFits(width() - where - what - scaled(searchNarrowest) - spacing::s);
    if (!inOneRow)
        titleFits(width() - where);
    m_halves->setDirection(inOneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int taken = inOneRow ? where + m_title->sizeHint().width() + spacing::s : 0;
    m_search->setFixedWidth(std::max(size::control, std::min(width() - taken - what, scaled(searchWidest))));
    m_title->setAccessibleName(m_titles.constFirst());
}

void AgendaToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
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
    m_previous->setWords(tr("Previous"), tr("Previous (Alt+Left)"));
    m_next->setWords(tr("Next"), tr("Next (Alt+Right)"));
    m_title->setToolTip(tr("Choose a date"));
    m_title->setAccessibleDescription(tr("Choose a date"));
    m_day->setText(tr("Day"));
    m_week->setText(tr("Week"));
    m_search->setPlaceholderText(tr("Search participants"));
    m_search->setAccessibleName(tr("Search participants"));
    m_clear->setWords(tr("Clear search"));
    // The plus and the place say of what; all of it would not fit beside the others in a small window.
    m_schedule->setText(tr("Schedule"));
    m_schedule->setAccessibleName(tr("Schedule consultation"));
    m_schedule->setToolTip(tr("Schedule consultation (Ctrl+N)"));
    fit();
}

} // namespace teleconsult::ui
