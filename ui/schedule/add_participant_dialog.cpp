#include "ui/schedule/add_participant_dialog.h"

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

namespace teleconsult::ui {

namespace {

/// The names of one participant's fields, as a row and its texts know them.
Error asOfRow(Error error)
{
    for (const char *member : {"userExternalId", "fullName", "groups", "language"}) {
        if (error.field == QLatin1String(member))
            error.field.prepend(QLatin1String("participants.data[0]."));
    }
    return error;
}

/// Somebody has to be able to open the room.
Role roleThatLacks(const Teleconsultation &consultation, const Privileges &privileges)
{
    const bool hasPlus = std::any_of(consultation.participants.begin(), consultation.participants.end(),
                                     [&](const Participant &one) { return privileges.isPlus(one.groups); });
    return hasPlus ? Role::Basic : Role::Plus;
}

} // namespace

AddParticipantForm::AddParticipantForm(const Teleconsultation &consultation, PeopleSource source,
                                       const Privileges &privileges)
    : Form(nullptr),
      m_consultation(consultation),
      m_source(source),
      m_privileges(privileges),
      m_hint(new WrappedLabel(QStringLiteral("addParticipantHint"), QStringLiteral("muted"), this)),
      m_row(
          new ParticipantRow(source, privileges, usualGroup(privileges, roleThatLacks(consultation, privileges)), this))
{
    setObjectName(QStringLiteral("addParticipantForm"));
    m_row->setNumber(int(consultation.participants.size()) + 1);
    m_row->standAlone();
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    inside->addWidget(m_row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, 0, spacing::xl - scrollBarRoom, spacing::l);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_hint);
    layout->addWidget(card);
    layout->addStretch();
    connect(m_row, &ParticipantRow::changed, this, [this] {
        m_serviceErrors.clear();
        showErrors();
        emit changed();
    });
    retranslate();
}

void AddParticipantForm::offerPeople(const FindPeople &find)
{
    m_row->offerPeople(find);
}

ParticipantData AddParticipantForm::person() const
{
    return m_row->data();
}

bool AddParticipantForm::isChanged() const
{
    return !m_row->isBlank();
}

bool AddParticipantForm::validate()
{
    m_serviceErrors.clear();
    m_row->touchAll();
    showErrors();
    focusFirstError();
    return mistakes().isEmpty();
}

bool AddParticipantForm::showServiceError(const Error &error)
{
    const Error own = asOfRow(error);
    if (error.kind != Error::Kind::Invalid || own.field == error.field)
        return false;
    m_serviceErrors = {own};
    m_row->touchAll();
    showErrors();
    return focusFirstError();
}

void AddParticipantForm::focusFirst()
{
    m_row->focusFirst();
}

void AddParticipantForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QList<Error> AddParticipantForm::mistakes() const
{
    const TeleconsultationChange change{.added = m_row->data()};
    QList<Error> found = m_source == PeopleSource::LookedUp ? checkByIds(change, m_consultation)
                                                            : check(change, m_consultation, m_privileges);
    std::transform(found.begin(), found.end(), found.begin(), asOfRow);
    return found;
}

void AddParticipantForm::showErrors()
{
    m_row->showErrors(mistakes() + m_serviceErrors);
}

bool AddParticipantForm::focusFirstError()
{
    const QList<Field *> fields = m_row->fields();
    const auto wrong = std::find_if(fields.begin(), fields.end(), [](const Field *field) { return field->hasError(); });
    if (wrong == fields.end())
        return false;
    (*wrong)->control()->setFocus(Qt::OtherFocusReason);
    emit focusMoved((*wrong)->control());
    return true;
}

void AddParticipantForm::retranslate()
{
    const int missing = m_consultation.unknownParticipants();
    m_hint->setText(missing > 1 ? tr("%n participant(s) are not known yet. The room is made with the last of them.",
                                     nullptr, missing)
                                : tr("This is the last one who is not known yet: the room is made now."));
    showErrors();
}

AddParticipantDialog::AddParticipantDialog(service::TeleconsultationService &service, const QString &id,
                                           AddParticipantForm *form, QWidget *parent)
    : FormDialog(QStringLiteral("addParticipant"), form, QSize(760, 380), parent),
      m_service(service),
      m_id(id),
      m_form(form)
{
    retranslate();
}

AddParticipantDialog::AddParticipantDialog(service::TeleconsultationService &service,
                                           const Teleconsultation &consultation, QWidget *parent)
    : AddParticipantDialog(service, consultation.id,
                           new AddParticipantForm(consultation, peopleSourceOf(service), service.policy().privileges),
                           parent)
{
    m_form->offerPeople([&service](QString words) { return service.peopleSeen(std::move(words)); });
}

FormDialog::Words AddParticipantDialog::words() const
{
    return {.title = tr("Add a participant"),
            .submit = tr("Add"),
            .submitting = tr("Adding…"),
            .notDone = tr("Not added."),
            .closingEarly = tr("Close while adding?"),
            .closingMeans = tr("The participant is added all the same. If that fails, this form comes back."),
            .discardedMeans = tr("Nobody has been added.")};
}

void AddParticipantDialog::send()
{
    whenDone(m_service.addParticipant(m_id, m_form->person()), this,
             [this](const Result<void> &result) { finish(result, [this] { emit added(m_id); }); });
}

} // namespace teleconsult::ui
