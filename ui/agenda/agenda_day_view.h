// A day's consultations, or those that a search found, one below the other.
#pragma once

#include <QListView>

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

    void selectRow(int row);
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
    void activate(const QModelIndex &index);
    QModelIndex buttonAt(const QPoint &position) const;
    void setHovered(const QModelIndex &index);

    AgendaModel &m_model;
    AgendaDelegate *m_delegate;
    QString m_typed;
    qint64 m_typedAt = 0;
};

} // namespace teleconsult::ui
