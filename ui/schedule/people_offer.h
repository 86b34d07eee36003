// People seen before, offered while a name is typed.
#pragma once

#include "core/async/task.h"
#include "core/domain/participant.h"

#include <QListWidget>
#include <QPointer>

#include <functional>

class QLineEdit;
class QTimer;

namespace teleconsult::ui {

/// People whose names these words begin (service::TeleconsultationService::peopleSeen).
using FindPeople = std::function<Task<QList<ParticipantData>>(QString words)>;

/// A list below a field of a name, over what stands there: no window of its own, which would take the keys of a
/// keyboard on the screen. Down and Up choose, Return takes, Esc and another field let it go. Nobody is chosen before
/// an arrow key was pressed, so that Return still sends a form. The field keeps the keyboard. Whoever cannot be found,
/// as without a network, is not offered. Goes with its field.
class PeopleOffer final : public QListWidget
{
    Q_OBJECT
public:
    PeopleOffer(QLineEdit *field, FindPeople find);

    /// What is offered no longer, as after the field's text was set.
    void letGo();

signals:
    void taken(const teleconsult::ParticipantData &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void offer(const QList<ParticipantData> &people);
    void place();
    void take(QListWidgetItem *item);
    bool onKey(int key);

    QPointer<QLineEdit> m_field;
    FindPeople m_find;
    QTimer *m_pause; ///< After a key, before anybody is looked for.
    QList<ParticipantData> m_people;
    int m_asked = 0; ///< Counts: an answer to an older question is none any more.
};

} // namespace teleconsult::ui
