// Seven days side by side, painted.
#pragma once

#include "ui/agenda/week_layout.h"

#include <QAbstractScrollArea>
#include <QDate>

namespace teleconsult::ui {

class AgendaModel;

/// Shows the model's rows as blocks by time; those at the same time stand side by side, and what does not fit becomes
/// one block that leads to the day. Keyboard: arrows move between the blocks, Enter joins or opens, Space opens, Delete
/// asks to delete. Assistive technology sees a list of the blocks. Does not own the model.
class AgendaWeekView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    AgendaWeekView(AgendaModel &model, QWidget *parent = nullptr);

    /// The first of the seven days.
    void setFirstDay(QDate day);

    /// Brings it into view.
    void selectId(const QString &id);
    /// The same after it was read again: what has been brought into view once stays where it is.
    void restoreId(const QString &id);
    QString selectedId() const { return m_spot.isMore ? QString() : m_spot.id; }
    /// Brings the working day, or what is going on now, into view.
    void scrollToWorkingDay();

    const QList<WeekBlock> &blocks() const { return m_blocks; }
    /// Index into blocks(): of what is selected, or the block of several that the keyboard is at; -1: none.
    int currentBlock() const;
    bool isConsultation(int block) const { return m_blocks.at(block).more == 0; }
    QString blockText(int block) const; ///< As a screen reader says it.
    QRect blockRect(int block) const;   ///< In the viewport.
    void activateBlock(int block);

signals:
    void selectionMoved(const QString &id);
    void joinRequested(const QString &id);
    void openRequested(const QString &id);
    void deleteRequested(const QString &id);
    void dayRequested(QDate day);
    /// A free place was double-clicked.
    void slotRequested(const QDateTime &localStart);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What the keyboard is at. A consultation over midnight has two blocks.
    struct Spot
    {
        QString id; ///< Of a block's row; empty: none.
        QDate day;  ///< Null: whichever.
        bool isMore = false;
    };

    void relayout();
    WeekLayout weekLayout() const;
    QRect gridRect() const;
    QPoint toGrid(const QPoint &viewportPosition) const;
    int blockAt(const QPoint &viewportPosition) const;
    void select(int block);
    void moveSelection(int key);
    void ensureVisible(const WeekBlock &block);

    AgendaModel &m_model;
    QDate m_first;
    QList<WeekBlock> m_blocks; ///< By day, then by time.
    Spot m_spot;
    int m_hovered = -1;
    bool m_scrolled = false;
    bool m_isRevealed = false; ///< What is selected has been brought into view.
};

} // namespace teleconsult::ui
