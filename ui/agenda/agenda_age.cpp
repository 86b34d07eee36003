#include "ui/agenda/agenda_age.h"

#include "ui/agenda/agenda_model.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/error_text.h"

namespace teleconsult::ui {

AgendaAge::AgendaAge(AgendaModel &model, QWidget *parent)
    : AgendaNotice(QStringLiteral("ageNotice"), parent), m_model(model)
{
    connect(&model, &AgendaModel::overdue, this, &AgendaAge::look);
    connect(this, &AgendaNotice::dismissed, this, [this] { m_isDismissed = true; });
}

void AgendaAge::look()
{
    const bool isOld = m_model.state() != AgendaModel::State::Error && m_model.asOf().isValid();
    if (!isOld) {
        m_age.reset();
        withdrawAll();
        return;
    }
    const std::optional<Error> &error = m_model.error();
    const Age age{m_model.range(), m_model.asOf(), error ? std::optional(error->kind) : std::nullopt};
    // Where much changes and answers take long, they are as of another moment each time.
    if (m_isDismissed && m_age && m_age->range == age.range && m_age->why == age.why)
        return;
    m_isDismissed = false;
    m_age = age;
    say();
}

void AgendaAge::say()
{
    const QDateTime asOf = m_model.asOf();
    if (!m_model.error()) {
        AgendaNotice::say({.tone = Tone::Info,
                           .iconName = QStringLiteral("clock"),
                           .text =
                               [this, asOf] {
                                   return tr("As of %1. The service is slow to answer; what is new follows by itself.")
                                       .arg(DateText::moment(asOf, m_model.now()));
                               },
                           .action = {},
                           .onAction = {}});
        return;
    }
    AgendaNotice::say({.tone = Tone::Warning,
                       .iconName = QStringLiteral("alert"),
                       .text =
                           [this, asOf, error = *m_model.error()] {
                               return tr("As of %1: what you see may be out of date. %2", "a moment, why")
                                   .arg(DateText::moment(asOf, m_model.now()), errorText(error));
                           },
                       .action = [] { return tr("Try again"); },
                       .onAction = [this] { emit retryRequested(); }});
}

} // namespace teleconsult::ui
