// A day's consultations, or those that a search found, one below the other.
#pragma once

#include <QListView>

#include <optional>

namespace teleconsult::ui {

class AgendaDelegate;
class AgendaModel;

/// Keyboard: arrows move, Enter joins or opens, Space opens, Delete asks to delete, letters find a participant whose
/// name begins with them. Does not own the model.
class AgendaDayView : public QListView
{
    Q_OBJECT
public:
    AgendaDayView(AgendaModel &model, QWidget *parent = nullptr);

    /// Brings it into view.
    void selectRow(int row);
    /// The same after the rows were read again: those that are looked at stay where they are, and what is selected is
    /// brought into view only if it was.
    void restoreRow(int row);
    QString selectedId() const;
    bool hasSelection() const { return selectionModel()->isSelected(currentIndex()); }

    void keyboardSearch(const QString &search) override;

signals:
    void selectionMoved(const QString &id); ///< Empty: nothing is selected any more.
    void joinRequested(const QString &id);
    void openRequested(const QString &id);
    void deleteRequested(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What is in view.
    struct Sight
    {
        struct Row
        {
            QString id;
            int top = 0; ///< In the viewport.
        };
        QList<Row> rows;
        bool hasCurrent = false;
    };

    void keepSight();
    void restoreSight(const Sight &sight);
    void activate(const QModelIndex &index);
    QModelIndex buttonAt(const QPoint &position) const;
    void setHovered(const QModelIndex &index);

    AgendaModel &m_model;
    AgendaDelegate *m_delegate;
    std::optional<Sight> m_sight; ///< Before the last reset; nothing: it is settled, or nobody looked.
    QString m_typed;
    qint64 m_typedAt = 0;
};

} // namespace teleconsult::ui
