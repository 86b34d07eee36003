#include "ui/agenda/agenda_week_view.h"

#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_week_accessible.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/phase_text.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int days = 7;
constexpr int hours = 24;
/// Half an hour is as high as a finger is wide.
constexpr int hourHeight = 2 * size::control;
constexpr int dayHeight = hours * hourHeight;
constexpr int headerHeight = size::control + spacing::xl;
constexpr int gutter = size::control + spacing::l;
constexpr int blockGap = 2;
constexpr int workBegins = 8;
constexpr int workEnds = 20;

int yOf(const QTime &time)
{
    return int(qint64(time.msecsSinceStartOfDay()) * dayHeight / (qint64(hours) * 3'600'000));
}

struct BlockColors
{
    QColor ground;
    QColor ink;
    QColor outline;
};

BlockColors blockColors(Phase phase, const Colors &colors)
{
    switch (phase) {
    case Phase::Upcoming:
        return {colors.accentSoft, colors.text, colors.border};
    case Phase::Held:
    case Phase::NotHeld:
        return {colors.surfaceSunken, colors.textMuted, colors.border};
    case Phase::WaitingForParticipants:
    case Phase::Open:
    case Phase::InCall:
        break;
    }
    const ToneColors tone = toneColors(PhaseText::tone(phase), colors);
    return {tone.ground, colors.text, tone.ink};
}

} // namespace

/// A row and the part of a day that it takes.
struct AgendaWeekView::Span
{
    int row = -1;
    int top = 0;
    int bottom = 0;
    int column = 0;
};

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
    m_selectedId = id;
    if (const int block = selectedBlock(); block >= 0)
        ensureVisible(m_blocks.at(block));
    viewport()->update();
}

void AgendaWeekView::scrollToWorkingDay()
{
    int top = workBegins * hourHeight;
    for (const Block &block : std::as_const(m_blocks))
        top = std::min(top, block.rect.top());
    const QDateTime local = now();
    if (m_first.daysTo(local.date()) >= 0 && m_first.daysTo(local.date()) < days)
        top = std::max(0, local.time().hour() - 1) * hourHeight;
    verticalScrollBar()->setValue(top - spacing::l);
}

int AgendaWeekView::selectedBlock() const
{
    if (m_selectedId.isEmpty())
        return -1;
    const int row = m_model.rowOf(m_selectedId);
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(),
                                    [row](const Block &block) { return block.row == row && block.more == 0; });
    return row < 0 || found == m_blocks.end() ? -1 : int(found - m_blocks.begin());
}

QString AgendaWeekView::blockText(int block) const
{
    const Block &b = m_blocks.at(block);
    if (b.more > 0)
        return tr("%n more on %1", "on Monday 12 May", b.more)
            .arg(DateText::longDay(m_first.addDays(b.day), m_model.today()));
    return m_model.index(b.row).data(Qt::AccessibleTextRole).toString();
}

QRect AgendaWeekView::blockRect(int block) const
{
    const QRect grid = gridRect();
    return m_blocks.at(block).rect.translated(grid.left(), grid.top() - verticalScrollBar()->value());
}

void AgendaWeekView::activateBlock(int block)
{
    const Block &b = m_blocks.at(block);
    if (b.more > 0) {
        emit dayRequested(m_first.addDays(b.day));
        return;
    }
    const QString id = m_model.index(b.row).data(AgendaModel::IdRole).toString();
    if (m_model.entry(b.row) == AgendaModel::Entry::Join)
        emit joinRequested(id);
    else
        emit openRequested(id);
}

QDateTime AgendaWeekView::now() const
{
    return m_model.now().toLocalTime();
}

QRect AgendaWeekView::gridRect() const
{
    return {gutter, headerHeight, std::max(days, viewport()->width() - gutter - 1),
            std::max(0, viewport()->height() - headerHeight)};
}

int AgendaWeekView::dayLeft(int day) const
{
    return gridRect().width() * day / days;
}

QPoint AgendaWeekView::toGrid(const QPoint &viewportPosition) const
{
    return viewportPosition - gridRect().topLeft() + QPoint(0, verticalScrollBar()->value());
}

void AgendaWeekView::relayout()
{
    m_blocks.clear();
    m_hovered = -1;
    QList<Span> spans[days];
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Schedule &schedule = m_model.consultation(row).schedule;
        const QDateTime start = schedule.start().toLocalTime();
        const QDateTime end = schedule.end().isValid() ? schedule.end().toLocalTime() : start;
        for (qint64 day = std::max<qint64>(0, m_first.daysTo(start.date())); day < days; ++day) {
            const QDate date = m_first.addDays(day);
            if (date < start.date())
                continue;
            if (date > end.date() || (date == end.date() && date != start.date() && end.time() == QTime(0, 0)))
                break;
            const int top = date == start.date() ? yOf(start.time()) : 0;
            const int bottom = date == end.date() ? yOf(end.time()) : dayHeight;
            const int height = std::max(bottom - top, size::control);
            const int lowestTop = std::min(top, dayHeight - height);
            spans[day].append({row, lowestTop, lowestTop + height, 0});
        }
    }
    for (int day = 0; day < days; ++day)
        layoutDay(day, spans[day]);

    verticalScrollBar()->setRange(0, std::max(0, dayHeight - gridRect().height()));
    verticalScrollBar()->setPageStep(gridRect().height());
    verticalScrollBar()->setSingleStep(hourHeight / 2);
    if (!m_scrolled && isVisible() && m_model.state() != AgendaModel::State::Loading) {
        m_scrolled = true;
        scrollToWorkingDay();
    }
    viewport()->update();
}

void AgendaWeekView::layoutDay(int day, QList<Span> spans)
{
    std::stable_sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.top < b.top; });
    QList<Span> cluster;
    QList<int> columnEnds;
    int clusterEnd = 0;
    const auto flush = [&] {
        if (!cluster.isEmpty())
            placeCluster(day, cluster, int(columnEnds.size()));
        cluster.clear();
        columnEnds.clear();
    };
    for (Span &span : spans) {
        if (span.top >= clusterEnd)
            flush();
        const auto free = std::find_if(columnEnds.begin(), columnEnds.end(), [&](int end) { return end <= span.top; });
        span.column = int(free - columnEnds.begin());
        if (free == columnEnds.end())
            columnEnds.append(span.bottom);
        else
            *free = span.bottom;
        clusterEnd = cluster.isEmpty() ? span.bottom : std::max(clusterEnd, span.bottom);
        cluster.append(span);
    }
    flush();
}

void AgendaWeekView::placeCluster(int day, const QList<Span> &cluster, int columns)
{
    const int left = dayLeft(day) + blockGap;
    const int width = dayLeft(day + 1) - blockGap - left;
    // Two always fit: where they cannot stand side by side, the second one lies over the first.
    const int fitting = std::min(columns, std::max(2, width / size::control));
    const int narrowest = std::min(width, size::control + spacing::xs);
    const auto leftOf = [&](int column) {
        return left + std::min(width * column / fitting, column == 0 ? 0 : width - narrowest);
    };
    const auto rightOf = [&](int column) {
        const bool overlapped = width / fitting < narrowest && column + 1 < fitting;
        return overlapped ? left + width : column + 1 == fitting ? left + width : leftOf(column + 1);
    };
    Block more{-1, 0, day, {}};
    for (const Span &span : cluster) {
        const int from = leftOf(span.column);
        const int to = rightOf(span.column);
        // The last column is kept for what does not fit.
        const bool fits = fitting == columns || span.column < fitting - 1;
        if (fits) {
            m_blocks.append(
                {span.row, 0, day, QRect(from, span.top, to - from - blockGap, span.bottom - span.top - blockGap)});
            continue;
        }
        const int lastLeft = leftOf(fitting - 1);
        const QRect rect(lastLeft, span.top, left + width - lastLeft - blockGap, span.bottom - span.top - blockGap);
        more.rect = more.more == 0 ? rect : more.rect.united(rect);
        if (more.more == 0)
            more.row = span.row;
        ++more.more;
    }
    if (more.more > 0)
        m_blocks.append(more);
}

int AgendaWeekView::blockAt(const QPoint &viewportPosition) const
{
    if (viewportPosition.y() < headerHeight)
        return -1;
    const QPoint position = toGrid(viewportPosition);
    // The one on top is the one that was painted last.
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(),
                                    [&](const Block &block) { return block.rect.contains(position); });
    return found == m_blocks.rend() ? -1 : int(m_blocks.rend() - found) - 1;
}

void AgendaWeekView::select(int block)
{
    const Block &b = m_blocks.at(block);
    m_selectedId = b.more > 0 ? QString() : m_model.index(b.row).data(AgendaModel::IdRole).toString();
    ensureVisible(b);
    viewport()->update();
    emit selectionMoved(m_selectedId);
    AgendaWeekAccessible::announceFocus(this, block);
}

void AgendaWeekView::ensureVisible(const Block &block)
{
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
    const int current = selectedBlock();
    const int last = int(m_blocks.size()) - 1;
    if (current < 0) {
        const int row = m_model.currentRow();
        const auto found =
            std::find_if(m_blocks.begin(), m_blocks.end(), [row](const Block &b) { return b.row == row; });
        select(found == m_blocks.end() ? 0 : int(found - m_blocks.begin()));
        return;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        select(std::clamp(current + (key == Qt::Key_Up ? -1 : 1), 0, last));
        return;
    }
    // Sideways: to the block of the nearest other day that stands closest in time.
    const Block &from = m_blocks.at(current);
    const int direction = key == Qt::Key_Left ? -1 : 1;
    for (int day = from.day + direction; day >= 0 && day < days; day += direction) {
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
    const int block = selectedBlock();
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
        if (block >= 0)
            emit openRequested(m_selectedId);
        return;
    case Qt::Key_Delete:
        if (block >= 0)
            emit deleteRequested(m_selectedId);
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
        m_selectedId.clear();
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
    const QPoint grid = toGrid(position);
    if (position.y() < headerHeight || grid.x() < 0)
        return;
    const int day = std::clamp(grid.x() * days / gridRect().width(), 0, days - 1);
    const int halfHours = std::clamp(2 * grid.y() / hourHeight, 0, 2 * hours - 1);
    emit slotRequested(QDateTime(m_first.addDays(day), QTime(halfHours / 2, halfHours % 2 ? 30 : 0)));
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
    if (const int block = selectedBlock(); block >= 0)
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
    const Colors &colors = Theme::instance().colors();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath card;
    card.addRoundedRect(frame, radius::large, radius::large);
    painter.fillPath(card, colors.surface);

    painter.save();
    painter.setClipPath(card);
    paintHeader(painter);
    painter.setClipRect(QRect(0, headerHeight, viewport()->width(), gridRect().height()), Qt::IntersectClip);
    paintGrid(painter);
    const int selected = selectedBlock();
    const QRect visible = gridRect();
    for (int i = 0; i < int(m_blocks.size()); ++i) {
        const QRect rect = blockRect(i);
        if (rect.intersects(visible))
            paintBlock(painter, m_blocks.at(i), rect, i == selected);
    }
    paintNow(painter);
    painter.restore();

    if (m_model.state() == AgendaModel::State::Empty)
        paintEmptyHint(painter);
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(card);
}

void AgendaWeekView::paintHeader(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const Colors &colors = theme.colors();
    const QLocale locale;
    const QDate today = m_model.today();
    const int left = gridRect().left();
    for (int day = 0; day < days; ++day) {
        const QDate date = m_first.addDays(day);
        const QRect cell(left + dayLeft(day), 0, dayLeft(day + 1) - dayLeft(day), headerHeight);
        painter.setFont(theme.font(type::caption, QFont::Medium));
        painter.setPen(colors.textMuted);
        painter.drawText(cell.adjusted(0, spacing::s, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                         locale.toString(date, QStringLiteral("ddd")));
        const QRect number(cell.center().x() - spacing::l, spacing::xl + spacing::xs, spacing::xxl, spacing::xxl);
        if (date == today) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.accent);
            painter.drawEllipse(number);
        }
        painter.setFont(theme.font(type::title, QFont::DemiBold));
        painter.setPen(date == today ? colors.onAccent : colors.text);
        painter.drawText(number, Qt::AlignCenter, QString::number(date.day()));
    }
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(0, headerHeight - 0.5), QPointF(viewport()->width(), headerHeight - 0.5));
}

void AgendaWeekView::paintGrid(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const Colors &colors = theme.colors();
    const QRect grid = gridRect();
    const int scrolled = verticalScrollBar()->value();
    const auto yOfHour = [&](int hour) { return grid.top() + hour * hourHeight - scrolled; };

    painter.fillRect(QRect(grid.left(), yOfHour(0), grid.width() + 1, workBegins * hourHeight), colors.canvas);
    painter.fillRect(QRect(grid.left(), yOfHour(workEnds), grid.width() + 1, (hours - workEnds) * hourHeight),
                     colors.canvas);
    painter.setFont(theme.font(type::caption));
    for (int hour = 0; hour < hours; ++hour) {
        const int y = yOfHour(hour);
        if (y > grid.bottom() || y + hourHeight < grid.top())
            continue;
        painter.setPen(QPen(colors.border, 1));
        painter.drawLine(QPointF(grid.left(), y + 0.5), QPointF(grid.right() + 1, y + 0.5));
        painter.setPen(colors.textMuted);
        painter.drawText(QRect(0, y + 1, gutter - spacing::s, spacing::xl), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(QTime(hour, 0), QLocale::ShortFormat));
    }
    painter.setPen(QPen(colors.border, 1));
    for (int day = 0; day < days; ++day) {
        const qreal x = grid.left() + dayLeft(day) - 0.5;
        painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()));
    }
}

void AgendaWeekView::paintBlock(QPainter &painter, const Block &block, const QRect &rect, bool selected) const
{
    const Theme &theme = Theme::instance();
    const Colors &colors = theme.colors();
    const Phase phase = m_model.phase(block.row);
    BlockColors paint = blockColors(phase, colors);
    if (block.more > 0)
        paint = {colors.surface, colors.text, colors.controlBorder};

    QPen outline(paint.outline, 1);
    if (selected)
        outline = QPen(hasFocus() ? colors.focus : colors.accent, 2);
    else if (m_hovered >= 0 && &m_blocks.at(m_hovered) == &block)
        outline = QPen(colors.controlBorder, 1);
    const qreal inset = outline.widthF() / 2;
    painter.setPen(outline);
    painter.setBrush(paint.ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius::small, radius::small);

    const QRect inner = rect.adjusted(spacing::s, spacing::xs, -spacing::xs, -spacing::xs);
    painter.save();
    painter.setClipRect(rect.adjusted(1, 1, -1, -1), Qt::IntersectClip);
    const QFont strong = theme.font(type::caption, QFont::DemiBold);
    const QFontMetrics strongMetrics(strong);
    painter.setFont(strong);
    if (block.more > 0) {
        painter.setPen(paint.ink);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, tr("+%1", "that many more").arg(block.more));
        painter.restore();
        return;
    }
    const QModelIndex index = m_model.index(block.row);
    const int line = spacing::l + 1;
    const QColor toneInk = toneColors(PhaseText::tone(phase), colors).ink;
    const QString time = index.data(AgendaModel::StartTimeRole).toString();
    const int indent = spacing::l + spacing::xs;
    QRect timeRect(inner.left(), inner.top(), inner.width(), line);
    QRect namesRect = timeRect.translated(0, line);
    // The shape of the state goes with the time; where both do not fit, with the names.
    const bool narrow = indent + strongMetrics.horizontalAdvance(time) > inner.width();
    QRect &shaped = narrow ? namesRect : timeRect;
    const QPoint shapeAt = shaped.topLeft();
    shaped.setLeft(shaped.left() + indent);
    painter.drawPixmap(shapeAt, theme.pixmap(PhaseText::iconName(phase), spacing::l, toneInk, devicePixelRatioF()));
    painter.setPen(paint.ink);
    painter.drawText(timeRect, Qt::AlignLeft | Qt::AlignVCenter, time);
    painter.setFont(theme.font(type::caption));
    const QFontMetrics metrics(painter.font());
    painter.drawText(namesRect, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, namesRect.width()));
    if (inner.height() >= 3 * line) {
        painter.setPen(toneInk);
        painter.drawText(QRect(inner.left(), inner.top() + 2 * line, inner.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(PhaseText::words(phase), Qt::ElideRight, inner.width()));
    }
    painter.restore();
}

void AgendaWeekView::paintNow(QPainter &painter) const
{
    const QDateTime local = now();
    const qint64 day = m_first.daysTo(local.date());
    if (day < 0 || day >= days)
        return;
    const Colors &colors = Theme::instance().colors();
    const QRect grid = gridRect();
    const qreal y = grid.top() + yOf(local.time()) - verticalScrollBar()->value();
    const qreal left = grid.left() + dayLeft(int(day));
    painter.setPen(QPen(colors.danger, 2));
    painter.drawLine(QPointF(left, y), QPointF(grid.left() + dayLeft(int(day) + 1), y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.danger);
    painter.drawEllipse(QPointF(left, y), spacing::xs, spacing::xs);
}

void AgendaWeekView::paintEmptyHint(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const Colors &colors = theme.colors();
    const QFont font = theme.font(type::body, QFont::Medium);
    const QString text = tr("No consultations this week");
    const int width = QFontMetrics(font).horizontalAdvance(text) + 2 * spacing::xl;
    QRect box(0, 0, width, size::control + spacing::s);
    box.moveCenter(gridRect().center());
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius::large, radius::large);
    painter.setFont(font);
    painter.setPen(colors.textMuted);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace teleconsult::ui
