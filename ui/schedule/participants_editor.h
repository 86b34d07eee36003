// Who takes part, in the schedule form.
#pragma once

#include "core/domain/participant.h"
#include "core/domain/privileges.h"

#include "ui/schedule/participant_row.h"

#include <QWidget>

#include <optional>
#include <utility>

class QLabel;
class QLayout;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace teleconsult::ui {

class Field;

/// Rows of participants and how many are expected in all. The expected number follows the rows while both are equal,
/// and is never below them. A removed row can be brought back until the next is removed.
class ParticipantsEditor : public QWidget
{
    Q_OBJECT
public:
    /// Begins with the station's person, where there is one, and a blank patient.
    ParticipantsEditor(PeopleSource source, const Privileges &privileges, const StationIdentity &station,
                       QWidget *parent);

    /// In every row, those to come included.
    void offerPeople(const FindPeople &find);

    QList<ParticipantData> participants() const;
    int expected() const;

    /// Every error that is about participants; shown are those of touched fields.
    void showErrors(const QList<Error> &errors);
    void touchAll();

    QList<Field *> fields() const;
    /// Where a person mends a mistake that is about all participants together; null: there is none.
    QWidget *commonErrorControl() const;
    /// The first row that does not say who it is, else null.
    ParticipantRow *firstBlank() const;

public slots:
    void addParticipant();

signals:
    void changed();
    /// A widget that the keyboard was moved to, which may be out of sight.
    void focusMoved(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeCommonError();
    QLayout *makeActions();
    QLayout *makeExpectation();
    ParticipantRow *insertRow(qsizetype index, const std::optional<ParticipantData> &person);
    void removeRow(ParticipantRow *row);
    void bringBack();
    void updateRows();
    void takeIntoTabOrder(qsizetype index);
    void updateExpectation();
    void retranslate();

    PeopleSource m_source;
    Privileges m_privileges;
    StationIdentity m_station;
    FindPeople m_findPeople; ///< Empty: nobody is offered.
    QList<ParticipantRow *> m_rows;
    std::optional<std::pair<qsizetype, ParticipantData>> m_removed;
    bool everybodyIsNamed() const;
    bool m_touched = false; ///< All of it, by touchAll().

    QWidget *m_firstStop; ///< Never seen: where the order of the Tab key begins.
    QVBoxLayout *m_rowsLayout;
    QWidget *m_commonErrorLine;
    QLabel *m_commonErrorIcon;
    QLabel *m_commonError;
    QPushButton *m_add;
    QPushButton *m_bringBack;
    QSpinBox *m_expected;
    QLabel *m_expectedLabel;
    QLabel *m_expectedHint;
    QString m_expectedError;
};

} // namespace teleconsult::ui
