#include "ui/schedule/reschedule_dialog.h"

#include "ui/schedule/when_editor.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace teleconsult::ui {

RescheduleForm::RescheduleForm(const Teleconsultation &consultation, const Clock &clock)
    : Form(nullptr),
      m_consultation(consultation),
      m_when(new WhenEditor(clock, this)),
      m_hint(new WrappedLabel(QStringLiteral("rescheduleHint"), QStringLiteral("muted"), this))
{
    setObjectName(QStringLiteral("rescheduleForm"));
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    inside->addWidget(m_when);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, 0, spacing::xl - scrollBarRoom, spacing::l);
    layout->setSpacing(spacing::m);
    layout->addWidget(card);
    layout->addWidget(m_hint);
    layout->addStretch();

    const Schedule &schedule = consultation.schedule;
    m_when->setLength(std::chrono::ceil<std::chrono::minutes>(schedule.duration()));
    m_when->setStart(schedule.start().toLocalTime());
    m_beginning = change();
    connect(m_when, &WhenEditor::changed, this, [this] {
        m_serviceErrors.clear();
        showErrors();
        emit changed();
    });
    retranslate();
}

TeleconsultationChange RescheduleForm::change() const
{
    return {.start = m_when->start(), .end = m_when->end(), .duration = m_when->duration()};
}

bool RescheduleForm::isChanged() const
{
    const TeleconsultationChange now = change();
    return now.start != m_beginning.start || now.end != m_beginning.end || now.duration != m_beginning.duration;
}

bool RescheduleForm::validate()
{
    m_serviceErrors.clear();
    m_when->touchAll();
    showErrors();
    focusFirstError();
    return checkByIds(change(), m_consultation).isEmpty();
}

bool RescheduleForm::showServiceError(const Error &error)
{
    if (error.kind != Error::Kind::Invalid || fieldText(error.field).isEmpty())
        return false;
    m_serviceErrors = {error};
    m_when->touchAll();
    showErrors();
    return focusFirstError();
}

void RescheduleForm::focusFirst()
{
    m_when->fields().first()->control()->setFocus(Qt::OtherFocusReason);
}

void RescheduleForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RescheduleForm::showErrors()
{
    m_when->showErrors(checkByIds(change(), m_consultation) + m_serviceErrors);
}

bool RescheduleForm::focusFirstError()
{
    const QList<Field *> fields = m_when->fields();
    const auto wrong = std::find_if(fields.begin(), fields.end(), [](const Field *field) { return field->hasError(); });
    if (wrong == fields.end())
        return false;
    (*wrong)->control()->setFocus(Qt::OtherFocusReason);
    emit focusMoved((*wrong)->control());
    return true;
}

void RescheduleForm::retranslate()
{
    m_hint->setText(tr("Tell the participants: what was handed out before, on paper or as a calendar file, names the "
                       "old time, and links may have to be handed out again."));
    showErrors();
}

RescheduleDialog::RescheduleDialog(service::TeleconsultationService &service, const QString &id, RescheduleForm *form,
                                   QWidget *parent)
    : FormDialog(QStringLiteral("reschedule"), form, QSize(720, 400), parent),
      m_service(service),
      m_id(id),
      m_form(form)
{
    retranslate();
}

RescheduleDialog::RescheduleDialog(service::TeleconsultationService &service, const Teleconsultation &consultation,
                                   const Clock &clock, QWidget *parent)
    : RescheduleDialog(service, consultation.id, new RescheduleForm(consultation, clock), parent)
{}

FormDialog::Words RescheduleDialog::words() const
{
    return {.title = tr("Change date or time"),
            .submit = tr("Change"),
            .submitting = tr("Changing…"),
            .notDone = tr("Not changed."),
            .closingEarly = tr("Close while changing?"),
            .closingMeans = tr("The consultation is changed all the same. If it cannot be, this form comes back."),
            .discardedMeans = tr("The consultation stays when it was.")};
}

void RescheduleDialog::send()
{
    const auto tell = [this] { emit rescheduled(m_id); };
    if (!m_form->isChanged())
        finish({}, tell);
    else
        whenDone(m_service.update(m_id, m_form->change()), this,
                 [this, tell](const Result<void> &result) { finish(result, tell); });
}

} // namespace teleconsult::ui
