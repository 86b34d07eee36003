// How old the agenda's rows are, when they are not those of now.
#pragma once

#include "ui/agenda/agenda_loader.h"
#include "ui/agenda/agenda_notice.h"

#include <optional>

namespace teleconsult::ui {

class AgendaModel;

/// Stands beside what else is to be said: the outage that makes the rows old is often the one in which something has
/// failed, and neither may hide the other. Follows the model, which it does not own.
class AgendaAge : public AgendaNotice
{
    Q_OBJECT
public:
    AgendaAge(AgendaModel &model, QWidget *parent);

    /// Looks at the model, and says what has changed: what was dismissed is not said again for the same reason.
    void look();

signals:
    void retryRequested();

private:
    /// What is said.
    struct Age
    {
        AgendaRange range;
        QDateTime asOf;
        std::optional<Error::Kind> why; ///< Nothing: there is no answer yet.

        friend bool operator==(const Age &, const Age &) = default;
    };

    void say();

    AgendaModel &m_model;
    std::optional<Age> m_age; ///< Nothing: the rows are those of now.
    bool m_isDismissed = false;
};

} // namespace teleconsult::ui
