// One participant in the schedule form.
#pragma once

#include "core/domain/participant.h"
#include "core/domain/privileges.h"
#include "ui/schedule/people_offer.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QComboBox;
class QLayout;
class QLineEdit;

namespace teleconsult::service {
class TeleconsultationService;
}

namespace teleconsult::ui {

class Field;
class IconButton;

/// Where the name and the groups of a participant come from.
enum class PeopleSource {
    Typed,    ///< Whoever schedules enters them.
    LookedUp, ///< The clinic's auth service knows them by the person's id, which alone is asked for.
};

PeopleSource peopleSourceOf(const service::TeleconsultationService &service);

/// The first of the groups that have this role; of all, where none has it.
QString usualGroup(const Privileges &privileges, Role role);

/// Name, group and language of a person, and, folded away, the id under which the clinic knows them. A walk-in person
/// gets a generated id that says nothing about them. Where people are looked up: id and language. An error is shown
/// once its field was touched.
class ParticipantRow : public QWidget
{
    Q_OBJECT
public:
    /// A blank row with the given group.
    ParticipantRow(PeopleSource source, const Privileges &privileges, const QString &group, QWidget *parent);

    /// Fills the row; nothing counts as touched. Groups beyond the one shown are kept until another is chosen.
    void setData(const ParticipantData &data);
    ParticipantData data() const;
    /// Neither a name nor an id was entered: it is not said who it is.
    bool isBlank() const;

    /// Offers people seen before while the name is typed; whoever is taken fills the row.
    void offerPeople(const FindPeople &find);

    /// Counted from 1; part of every accessible name.
    void setNumber(int number);
    /// Whether this is the person of this installation.
    void setIsStation(bool isStation);
    /// There is no other row: nothing offers to remove it.
    void standAlone();

    /// Every error that is about this row; shown are those of touched fields.
    void showErrors(const QList<Error> &errors);
    void touchAll();

    /// In the order of the eye.
    QList<Field *> fields() const;
    /// Every stop of the Tab key.
    QList<QWidget *> tabChain() const;
    /// The keyboard goes to where it is said who it is.
    void focusFirst();

signals:
    void changed();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void prepareControls(const Privileges &privileges);
    void layOut();
    QLayout *makeTools();
    void connectControls();
    bool isLookedUp() const { return m_source == PeopleSource::LookedUp; }
    void addGroup(const QString &group);
    void touch(const QString &member);
    void setIdShown(bool shown);
    void updateToggleIcon();
    void retranslate();

    PeopleSource m_source;
    QString m_generatedId;     ///< Empty where people are looked up: nobody is known by it.
    QStringList m_givenGroups; ///< As setData() brought them.
    int m_number = 1;
    bool m_isStation = false;
    QSet<QString> m_touched; ///< API names of members.

    QLineEdit *m_name;
    QComboBox *m_group;
    QComboBox *m_language;
    QLineEdit *m_id;
    QHash<QString, Field *> m_fields; ///< By API name of the member.
    IconButton *m_idToggle;
    IconButton *m_remove;
    QWidget *m_idArea;
};

} // namespace teleconsult::ui
