// Moving this computer's consultations to the CRUD service, as it is seen.
#pragma once

#include "core/service/record_mover.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace teleconsult::ui {

/// What there is to move, the button that begins, a bar while it goes on, and what came of it. Does nothing by itself:
/// whoever owns it moves, and says how it goes.
class RecordMovePanel : public QWidget
{
    Q_OBJECT
public:
    explicit RecordMovePanel(QWidget *parent = nullptr);

    /// Nothing is known yet, or the records cannot be read: the panel is not there.
    void setOutlook(const std::optional<service::MoveOutlook> &outlook);
    /// While it goes on, the button cancels.
    void setProgress(const service::MoveProgress &progress);
    void setReport(const service::MoveReport &report);
    bool isMoving() const { return m_progress.has_value(); }
    void setMoving(bool moving);

signals:
    /// `leaveBehind`: without what could not be moved.
    void moveRequested(bool leaveBehind);
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void updateState();
    QString stateText() const;
    QString progressText() const;
    QString reportText() const;
    QString unmovedText() const;

    std::optional<service::MoveOutlook> m_outlook;
    std::optional<service::MoveProgress> m_progress; ///< Nothing: nothing goes on.
    std::optional<service::MoveReport> m_report;     ///< Of the last run.

    QLabel *m_title;
    QLabel *m_state;
    QProgressBar *m_bar;
    QLabel *m_outcome;
    QPushButton *m_move;
    QPushButton *m_leave;
    QPushButton *m_cancel;
};

} // namespace teleconsult::ui
