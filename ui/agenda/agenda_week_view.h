// Seven days side by side, painted.
#pragma once

#include <QAbstractScrollArea>
#include <QDate>

namespace teleconsult::ui {

class AgendaModel;

/// Shows the model's rows as blocks by time; those at the same time stand side by side, and what does not fit becomes
/// one block that leads to the day. Keyboard: arrows move between consultations, Enter joins or opens, Space opens,
/// Delete asks to delete. Assistive technology sees a list of the blocks. Does not own the model.
class AgendaWeekView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// What stands in the grid.
    struct Block
    {
        int row = -1; ///< Of the model; the first one of several that did not fit.
        int more = 0; ///< How many did not fit; 0: a consultation of its own.
        int day = 0;  ///< 0–6
        QRect rect;   ///< In the grid: from its left, and from midnight.
    };

    AgendaWeekView(AgendaModel &model, QWidget *parent = nullptr);

    /// The first of the seven days.
    void setFirstDay(QDate day);

    void selectId(const QString &id);
    QString selectedId() const { return m_selectedId; }
    /// Brings the working day, or what is going on now, into view.
    void scrollToWorkingDay();

    const QList<Block> &blocks() const { return m_blocks; }
    int selectedBlock() const;          ///< Index into blocks(); -1: none.
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
    struct Span;

    void relayout();
    void layoutDay(int day, QList<Span> spans);
    void placeCluster(int day, const QList<Span> &cluster, int columns);
    QRect gridRect() const;
    QPoint toGrid(const QPoint &viewportPosition) const;
    int dayLeft(int day) const;
    int blockAt(const QPoint &viewportPosition) const;
    void select(int block);
    void moveSelection(int key);
    void ensureVisible(const Block &block);
    void paintHeader(QPainter &painter) const;
    void paintGrid(QPainter &painter) const;
    void paintBlock(QPainter &painter, const Block &block, const QRect &rect, bool selected) const;
    void paintNow(QPainter &painter) const;
    void paintEmptyHint(QPainter &painter) const;
    QDateTime now() const;

    AgendaModel &m_model;
    QDate m_first;
    QList<Block> m_blocks; ///< By day, then by time.
    QString m_selectedId;
    int m_hovered = -1;
    bool m_scrolled = false;
};

} // namespace teleconsult::ui
