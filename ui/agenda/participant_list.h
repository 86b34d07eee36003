// Who takes part in a consultation, in its details.
#pragma once

#include "core/domain/teleconsultation.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

/// Name, groups and language of everybody known, how many are not, and a way to add one of those.
class ParticipantList : public QWidget
{
    Q_OBJECT
public:
    explicit ParticipantList(QWidget *parent);

    /// `stationUserId`: the Kaleyra id of the station's person; empty: not known, or takes no part. Also after the
    /// language has changed.
    void show(const Teleconsultation &consultation, const QString &stationUserId);
    /// While the consultation is being deleted nobody can be added.
    void setCanAdd(bool canAdd);

signals:
    void addRequested();

private:
    void addRow(int number, const Participant &participant, bool isStation);

    QLabel *m_title;
    QVBoxLayout *m_rows;
    QLabel *m_unknown;
    QPushButton *m_add;
};

} // namespace teleconsult::ui
