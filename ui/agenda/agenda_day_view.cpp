#include "ui/agenda/agenda_day_view.h"

#include "ui/agenda/agenda_delegate.h"
#include "ui/agenda/agenda_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

AgendaDayView::AgendaDayView(AgendaModel &model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new AgendaDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(&model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepScrollBarRoom(this);
    setResizeMode(QListView::Adjust);
    setLayoutMode(QListView::Batched);
    setBatchSize(200);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AgendaDayView::keepSight);
    connect(this, &QListView::doubleClicked, this, &AgendaDayView::activate);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::textScaled, this, &AgendaDayView::scheduleDelayedItemsLayout);
    // The line of the current time takes room of its own.
    connect(&model, &AgendaModel::timeUpdated, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

void AgendaDayView::selectRow(int row)
{
    m_sight.reset();
    const QModelIndex index = m_model.index(row, 0);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

void AgendaDayView::restoreRow(int row)
{
    const std::optional<Sight> sight = std::exchange(m_sight, std::nullopt);
    if (!sight) {
        selectRow(row);
        return;
    }
    // Whatever becomes the current row is scrolled to otherwise.
    setAutoScroll(false);
    setCurrentIndex(m_model.index(row, 0));
    setAutoScroll(true);
    restoreSight(*sight);
    if (sight->hasCurrent)
        scrollTo(currentIndex());
}

void AgendaDayView::keepSight()
{
    m_sight.reset();
    if (!isVisible())
        return;
    Sight sight;
    const QRect view = viewport()->rect();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const QRect rect = visualRect(index);
        if (!rect.intersects(view))
            continue;
        sight.rows.append({index.data(AgendaModel::IdRole).toString(), rect.top()});
        sight.hasCurrent = sight.hasCurrent || index == currentIndex();
    }
    if (!sight.rows.isEmpty())
        m_sight = sight;
}

/// By the first of the rows that is still there: others may have come or gone above it.
void AgendaDayView::restoreSight(const Sight &sight)
{
    for (const Sight::Row &kept : sight.rows) {
        const int row = m_model.rowOf(kept.id);
        const QRect rect = row < 0 ? QRect() : visualRect(m_model.index(row, 0));
        if (!rect.isValid())
            continue;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - kept.top);
        return;
    }
}

QString AgendaDayView::selectedId() const
{
    return currentIndex().data(AgendaModel::IdRole).toString();
}

void AgendaDayView::keyboardSearch(const QString &search)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - m_typedAt > QGuiApplication::styleHints()->keyboardInputInterval())
        m_typed.clear();
    m_typedAt = now;
    m_typed += search;

    const int rows = m_model.rowCount();
    const int first = std::max(0, currentIndex().row()) + (m_typed.size() == 1 && currentIndex().isValid() ? 1 : 0);
    for (int i = 0; i < rows; ++i) {
        const int row = (first + i) % rows;
        const QList<Participant> &people = m_model.consultation(row).participants;
        const bool found = std::any_of(people.begin(), people.end(), [this](const Participant &person) {
            const QStringList words = person.fullName.split(u' ', Qt::SkipEmptyParts);
            return person.fullName.startsWith(m_typed, Qt::CaseInsensitive) ||
                   std::any_of(words.begin(), words.end(),
                               [this](const QString &word) { return word.startsWith(m_typed, Qt::CaseInsensitive); });
        });
        if (found) {
            selectRow(row);
            return;
        }
    }
}

void AgendaDayView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit selectionMoved(current.data(AgendaModel::IdRole).toString());
}

void AgendaDayView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            activate(index);
            return;
        case Qt::Key_Space:
            // Within a name that is being typed it is a letter.
            if (m_typed.isEmpty() || QDateTime::currentMSecsSinceEpoch() - m_typedAt >
                                         QGuiApplication::styleHints()->keyboardInputInterval())
            {
                emit openRequested(index.data(AgendaModel::IdRole).toString());
                return;
            }
            break;
        case Qt::Key_Delete:
            emit deleteRequested(index.data(AgendaModel::IdRole).toString());
            return;
        default:
            break;
        }
    }
    QListView::keyPressEvent(event);
}

void AgendaDayView::activate(const QModelIndex &index)
{
    const QString id = index.data(AgendaModel::IdRole).toString();
    if (m_model.isEnteredAtOnce(index.row()))
        emit joinRequested(id);
    else
        emit openRequested(id);
}

QModelIndex AgendaDayView::buttonAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (index.isValid() && AgendaDelegate::buttonRect(visualRect(index), index).contains(position))
        return index;
    return {};
}

void AgendaDayView::setHovered(const QModelIndex &index)
{
    if (m_delegate->hovered() == index)
        return;
    m_delegate->setHovered(index);
    viewport()->setCursor(index.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void AgendaDayView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_delegate->setPressed(buttonAt(event->position().toPoint()));
    QListView::mousePressEvent(event);
}

void AgendaDayView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = m_delegate->pressed();
    m_delegate->setPressed({});
    viewport()->update();
    QListView::mouseReleaseEvent(event);
    if (pressed.isValid() && event->button() == Qt::LeftButton && buttonAt(event->position().toPoint()) == pressed)
        emit joinRequested(pressed.data(AgendaModel::IdRole).toString());
}

void AgendaDayView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(buttonAt(event->position().toPoint()));
    QListView::mouseMoveEvent(event);
}

void AgendaDayView::leaveEvent(QEvent *event)
{
    setHovered({});
    QListView::leaveEvent(event);
}

bool AgendaDayView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        // Names that do not fit can still be read.
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        const QString names = index.data(Qt::DisplayRole).toString();
        QToolTip::showText(help->globalPos(),
                           names.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(names.toHtmlEscaped()),
                           viewport());
        return true;
    }
    return QListView::viewportEvent(event);
}

} // namespace teleconsult::ui
