#include "ui/schedule/schedule_form.h"

#include "ui/schedule/participant_row.h"
#include "ui/schedule/participants_editor.h"
#include "ui/schedule/when_editor.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

QLabel *makeTitle(QWidget *parent)
{
    auto *title = new QLabel(parent);
    title->setProperty("role", QStringLiteral("title"));
    return title;
}

QFrame *makeCard(QWidget *content, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->addWidget(content);
    return card;
}

bool sameWish(const TeleconsultationRequest &a, const TeleconsultationRequest &b)
{
    return a.participantsNumber == b.participantsNumber && a.participants == b.participants && a.start == b.start &&
           a.end == b.end && a.duration == b.duration;
}

} // namespace

ScheduleForm::ScheduleForm(PeopleSource source, const Privileges &privileges, const StationIdentity &station,
                           const Clock &clock, QWidget *parent)
    : Form(parent),
      m_source(source),
      m_privileges(privileges),
      m_whenTitle(makeTitle(this)),
      m_when(new WhenEditor(clock, this)),
      m_participantsTitle(makeTitle(this)),
      m_participants(new ParticipantsEditor(source, privileges, station, this))
{
    setObjectName(QStringLiteral("scheduleForm"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, 0, spacing::xl - scrollBarRoom, spacing::l);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_whenTitle);
    layout->addWidget(makeCard(m_when, this));
    layout->addSpacing(spacing::s);
    layout->addWidget(m_participantsTitle);
    layout->addWidget(makeCard(m_participants, this));
    layout->addStretch();

    const auto onChange = [this] {
        m_serviceErrors.clear();
        showErrors();
        emit changed();
    };
    connect(m_when, &WhenEditor::changed, this, onChange);
    connect(m_participants, &ParticipantsEditor::changed, this, onChange);
    connect(m_participants, &ParticipantsEditor::focusMoved, this, &ScheduleForm::focusMoved);
    retranslate();
    m_beginning = request();
}

void ScheduleForm::setStart(const QDateTime &local)
{
    m_startGiven = local.isValid();
    if (m_startGiven)
        m_when->setStart(local);
    m_beginning = request();
}

void ScheduleForm::setLength(std::chrono::minutes length)
{
    m_when->setLength(length);
    m_beginning = request();
}

void ScheduleForm::offerPeople(const FindPeople &find)
{
    m_participants->offerPeople(find);
}

TeleconsultationRequest ScheduleForm::request() const
{
    return {.participantsNumber = m_participants->expected(),
            .participants = m_participants->participants(),
            .start = m_when->start(),
            .end = m_when->end(),
            .duration = m_when->duration()};
}

bool ScheduleForm::isChanged() const
{
    return !sameWish(request(), m_beginning);
}

bool ScheduleForm::validate()
{
    m_serviceErrors.clear();
    m_when->touchAll();
    m_participants->touchAll();
    showErrors();
    focusFirstError();
    return mistakes().isEmpty();
}

bool ScheduleForm::showServiceError(const Error &error)
{
    if (error.kind != Error::Kind::Invalid || fieldText(error.field).isEmpty())
        return false;
    m_serviceErrors = {error};
    m_when->touchAll();
    m_participants->touchAll();
    showErrors();
    return focusFirstError();
}

void ScheduleForm::focusFirst()
{
    ParticipantRow *blank = m_participants->firstBlank();
    if (m_startGiven && blank)
        blank->focusFirst();
    else
        m_when->fields().first()->control()->setFocus(Qt::OtherFocusReason);
}

void ScheduleForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QList<Error> ScheduleForm::mistakes() const
{
    return m_source == PeopleSource::LookedUp ? checkByIds(request()) : check(request(), m_privileges);
}

QList<Field *> ScheduleForm::fields() const
{
    return m_when->fields() + m_participants->fields();
}

void ScheduleForm::showErrors()
{
    const QList<Error> errors = mistakes() + m_serviceErrors;
    m_when->showErrors(errors);
    m_participants->showErrors(errors);
}

bool ScheduleForm::focusFirstError()
{
    const QList<Field *> all = fields();
    const auto wrong = std::find_if(all.begin(), all.end(), [](const Field *field) { return field->hasError(); });
    QWidget *target = wrong != all.end() ? (*wrong)->control() : m_participants->commonErrorControl();
    if (!target)
        return false;
    target->setFocus(Qt::OtherFocusReason);
    emit focusMoved(target);
    return true;
}

void ScheduleForm::retranslate()
{
    m_whenTitle->setText(tr("When"));
    m_participantsTitle->setText(tr("Participants"));
    showErrors();
}

} // namespace teleconsult::ui
