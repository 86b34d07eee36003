#include "ui/agenda/agenda_week_view.h"

#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_week_accessible.h"
#include "ui/agenda/week_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace teleconsult::ui {

AgendaWeekView::AgendaWeekView(AgendaModel &model, QWidget *parent) : QAbstractScrollArea(parent), m_model(model)
{
    AgendaWeekAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepScrollBarRoom(this);
    viewport()->setMouseTracking(true);
    setViewportMargins(0, 0, 0, spacing::xl);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::textScaled, this, [this] {
        relayout();
        scrollToWorkingDay();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &AgendaWeekView::relayout);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AgendaWeekView::relayout);
    connect(&model, &QAbstractItemModel::dataChanged, viewport(), [this] { viewport()->update(); });
    connect(&model, &AgendaModel::timePassed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &AgendaModel::loaded, this, &AgendaWeekView::relayout);
}

void AgendaWeekView::setFirstDay(QDate day)
{
    if (day == m_first)
        return;
    m_first = day;
    relayout();
}

void AgendaWeekView::selectId(const QString &id)
{
    m_spot = {id, {}, false};
    m_isRevealed = false;
    if (const int block = currentBlock(); block >= 0)
        ensureVisible(m_blocks.at(block));
    viewport()->update();
}

void AgendaWeekView::restoreId(const QString &id)
{
    if (!m_isRevealed || id != selectedId())
        selectId(id);
}

void AgendaWeekView::scrollToWorkingDay()
{
    int top = WeekLayout::workBegins * weekLayout().hourHeight();
    for (const WeekBlock &block : std::as_const(m_blocks))
        top = std::min(top, block.rect.top());
    const QDateTime local = m_model.now().toLocalTime();
    const qint64 day = m_first.daysTo(local.date());
    if (day >= 0 && day < WeekLayout::days)
        top = std::max(0, local.time().hour() - 1) * weekLayout().hourHeight();
    verticalScrollBar()->setValue(top - spacing::l);
}

int AgendaWeekView::currentBlock() const
{
    if (m_spot.id.isEmpty())
        return -1;
    const int row = m_model.rowOf(m_spot.id);
    int nearest = -1;
    for (int i = 0; i < int(m_blocks.size()); ++i) {
        const WeekBlock &block = m_blocks.at(i);
        if (isConsultation(i) == m_spot.isMore)
            continue;
        const bool isSameDay = m_first.addDays(block.day) == m_spot.day;
        if (block.row == row && isSameDay)
            return i;
        // Those that do not fit may begin with another one by now, and a consultation may be on another day.
        if (nearest < 0 && (m_spot.isMore ? isSameDay : block.row == row))
            nearest = i;
    }
    return nearest;
}

QString AgendaWeekView::blockText(int block) const
{
    const WeekBlock &b = m_blocks.at(block);
    if (b.more > 0)
        return tr("%n more on %1", "on Monday 12 May", b.more)
            .arg(DateText::longDay(m_first.addDays(b.day), m_model.today()));
    return m_model.index(b.row).data(Qt::AccessibleTextRole).toString();
}

QRect AgendaWeekView::blockRect(int block) const
{
    return m_blocks.at(block).rect.translated(gridRect().topLeft() - QPoint(0, verticalScrollBar()->value()));
}

void AgendaWeekView::activateBlock(int block)
{
    const WeekBlock &b = m_blocks.at(block);
    if (b.more > 0) {
        emit dayRequested(m_first.addDays(b.day));
        return;
    }
    const QString id = m_model.index(b.row).data(AgendaModel::IdRole).toString();
    if (m_model.isEnteredAtOnce(b.row))
        emit joinRequested(id);
    else
        emit openRequested(id);
}

WeekLayout AgendaWeekView::weekLayout() const
{
    return {m_first, gridRect().width(), WeekScene::sizes()};
}

QRect AgendaWeekView::gridRect() const
{
    return WeekScene::gridIn(viewport()->size());
}

QPoint AgendaWeekView::toGrid(const QPoint &viewportPosition) const
{
    return viewportPosition - gridRect().topLeft() + QPoint(0, verticalScrollBar()->value());
}

void AgendaWeekView::relayout()
{
    QList<WeekSpan> spans;
    spans.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Schedule &schedule = m_model.consultation(row).schedule;
        spans.append({row, schedule.start().toLocalTime(), schedule.end().toLocalTime()});
    }
    const WeekLayout week = weekLayout();
    m_blocks = week.place(spans);
    m_hovered = -1;

    verticalScrollBar()->setRange(0, std::max(0, week.height() - gridRect().height()));
    verticalScrollBar()->setPageStep(gridRect().height());
    verticalScrollBar()->setSingleStep(week.hourHeight() / 2);
    if (!m_scrolled && isVisible() && m_model.state() != AgendaModel::State::Loading) {
        m_scrolled = true;
        scrollToWorkingDay();
    }
    viewport()->update();
}

int AgendaWeekView::blockAt(const QPoint &viewportPosition) const
{
    if (viewportPosition.y() < gridRect().top())
        return -1;
    const QPoint position = toGrid(viewportPosition);
    // The one on top is the one that was painted last.
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                    [&](const WeekBlock &block) { return block.rect.contains(position); });
    return found == m_blocks.rend() ? -1 : int(m_blocks.rend() - found) - 1;
}

void AgendaWeekView::select(int block)
{
    const WeekBlock &b = m_blocks.at(block);
    m_spot = {m_model.index(b.row).data(AgendaModel::IdRole).toString(), m_first.addDays(b.day), b.more > 0};
    ensureVisible(b);
    viewport()->update();
    emit selectionMoved(selectedId());
    AgendaWeekAccessible::announceFocus(this, block);
}

void AgendaWeekView::ensureVisible(const WeekBlock &block)
{
    m_isRevealed = true;
    const int height = gridRect().height();
    const int value = verticalScrollBar()->value();
    if (block.rect.top() < value)
        verticalScrollBar()->setValue(block.rect.top() - spacing::s);
    else if (block.rect.bottom() > value + height)
        verticalScrollBar()->setValue(block.rect.bottom() - height + spacing::s);
}

void AgendaWeekView::moveSelection(int key)
{
    if (m_blocks.isEmpty())
        return;
    const int current = currentBlock();
    const int last = int(m_blocks.size()) - 1;
    if (current < 0) {
        const int row = m_model.currentRow();
        const auto found =
            std::find_if(m_blocks.begin(), m_blocks.end(), [row](const WeekBlock &b) { return b.row == row; });
        select(found == m_blocks.end() ? 0 : int(found - m_blocks.begin()));
        return;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        select(std::clamp(current + (key == Qt::Key_Up ? -1 : 1), 0, last));
        return;
    }
    // Sideways: to the block of the nearest other day that stands closest in time.
    const WeekBlock &from = m_blocks.at(current);
    const int direction = key == Qt::Key_Left ? -1 : 1;
    for (int day = from.day + direction; day >= 0 && day < WeekLayout::days; day += direction) {
        int best = -1;
        for (int i = 0; i <= last; ++i) {
            if (m_blocks.at(i).day == day && (best < 0 || std::abs(m_blocks.at(i).rect.top() - from.rect.top()) <
                                                              std::abs(m_blocks.at(best).rect.top() - from.rect.top())))
                best = i;
        }
        if (best >= 0) {
            select(best);
            return;
        }
    }
}

void AgendaWeekView::keyPressEvent(QKeyEvent *event)
{
    const int block = currentBlock();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() != Qt::NoModifier)
            break;
        moveSelection(event->key());
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!m_blocks.isEmpty())
            select(event->key() == Qt::Key_Home ? 0 : int(m_blocks.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (block >= 0)
            activateBlock(block);
        return;
    case Qt::Key_Space:
        if (block >= 0 && isConsultation(block))
            emit openRequested(selectedId());
        else if (block >= 0)
            activateBlock(block);
        return;
    case Qt::Key_Delete:
        if (block >= 0 && isConsultation(block))
            emit deleteRequested(selectedId());
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void AgendaWeekView::mousePressEvent(QMouseEvent *event)
{
    const int block = blockAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton)
        return;
    if (block < 0) {
        m_spot = {};
        viewport()->update();
        emit selectionMoved({});
    } else if (m_blocks.at(block).more > 0) {
        activateBlock(block);
    } else {
        select(block);
    }
}

void AgendaWeekView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (const int block = blockAt(position); block >= 0) {
        activateBlock(block);
        return;
    }
    if (gridRect().contains(position))
        emit slotRequested(weekLayout().slotAt(toGrid(position)));
}

void AgendaWeekView::mouseMoveEvent(QMouseEvent *event)
{
    const int block = blockAt(event->position().toPoint());
    if (block == m_hovered)
        return;
    m_hovered = block;
    viewport()->setCursor(block >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void AgendaWeekView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    if (const int block = currentBlock(); block >= 0)
        AgendaWeekAccessible::announceFocus(this, block);
}

void AgendaWeekView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void AgendaWeekView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

bool AgendaWeekView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int block = blockAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           block < 0 ? QString() : QStringLiteral("<qt>%1</qt>").arg(blockText(block).toHtmlEscaped()),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void AgendaWeekView::paintEvent(QPaintEvent *)
{
    const WeekLayout week = weekLayout();
    // Several that do not fit are not selected: they are marked for the keyboard only.
    const int current = currentBlock();
    const bool isMarked = current >= 0 && (hasFocus() || isConsultation(current));
    const WeekScene scene{.model = m_model,
                          .layout = week,
                          .blocks = m_blocks,
                          .size = viewport()->size(),
                          .scrolled = verticalScrollBar()->value(),
                          .selected = isMarked ? current : -1,
                          .hovered = m_hovered,
                          .focused = hasFocus()};
    QPainter painter(viewport());
    WeekPainter(painter, scene).paint();
}

} // namespace teleconsult::ui
