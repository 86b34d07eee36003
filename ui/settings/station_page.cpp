#include "ui/settings/station_page.h"

#include "core/config/setting_keys.h"
#include "ui/settings/setting_origin.h"
#include "ui/settings/settings_verdict.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

QString nameField()
{
    return QStringLiteral("station.fullName");
}

QString idField()
{
    return QStringLiteral("station.externalId");
}

QString groupsField()
{
    return QStringLiteral("station.groups");
}

Error missing(const QString &field)
{
    return invalid(QStringLiteral("required"), field, field + QStringLiteral(" is required")).value();
}

} // namespace

StationPage::StationPage(config::Settings &settings, QWidget *parent)
    : SettingsPage(parent),
      m_settings(settings),
      m_explanation(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_name(new QLineEdit(this)),
      m_id(new QLineEdit(this)),
      m_groupBox(new QWidget(this)),
      m_nameField(new Field(m_name, this)),
      m_idField(new Field(m_id, this)),
      m_groupsField(new Field(m_groupBox, this))
{
    build();
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(nameField()); });
    connect(m_id, &QLineEdit::textEdited, this, [this] { touch(idField()); });
    for (QCheckBox *group : std::as_const(m_groups))
        connect(group, &QCheckBox::clicked, this, [this] { touch(groupsField()); });
    retranslate();
}

void StationPage::build()
{
    m_name->setObjectName(QStringLiteral("stationName"));
    m_name->setMaxLength(maximumPersonTextLength);
    m_id->setObjectName(QStringLiteral("stationId"));
    m_id->setMaxLength(maximumPersonTextLength);

    const StationIdentity station = m_settings.configuredStation();
    m_name->setText(station.fullName);
    m_id->setText(station.externalId);
    auto *groups = new QVBoxLayout(m_groupBox);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->setSpacing(0);
    QStringList offered = station.groups;
    if (const Result<ConsultationPolicy> policy = m_settings.consultationPolicy())
        offered = policy->privileges.groups() + offered;
    offered.removeDuplicates();
    for (const QString &group : std::as_const(offered)) {
        auto *box = new QCheckBox(m_groupBox);
        box->setObjectName(QStringLiteral("stationGroup_") + group);
        box->setProperty("group", group);
        box->setChecked(station.groups.contains(group));
        groups->addWidget(box);
        m_groups << box;
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_explanation);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_nameField);
    layout->addWidget(m_idField);
    layout->addWidget(m_groupsField);
    layout->addStretch();
    m_saved = identity();
}

bool StationPage::isChanged() const
{
    return identity() != m_saved;
}

StationIdentity StationPage::identity() const
{
    StationIdentity station{
        .externalId = m_id->text().trimmed(), .fullName = m_name->text().simplified(), .groups = {}};
    for (const QCheckBox *group : m_groups) {
        if (group->isChecked())
            station.groups << group->property("group").toString();
    }
    return station;
}

QList<Error> StationPage::mistakes() const
{
    const StationIdentity station = identity();
    QList<Error> errors;
    if (station.fullName.isEmpty())
        errors << missing(nameField());
    if (station.externalId.isEmpty())
        errors << missing(idField());
    const Result<ConsultationPolicy> policy = m_settings.consultationPolicy();
    if (station.groups.isEmpty() || (policy && !policy->privileges.roleOf(station.groups)))
        errors << missing(groupsField());
    return errors;
}

void StationPage::touch(const QString &field)
{
    m_touched.insert(field);
    showErrors();
    emit changed();
}

void StationPage::showErrors()
{
    const QList<Error> errors = mistakes();
    const auto textOf = [&](const QString &field) {
        const auto found =
            std::find_if(errors.begin(), errors.end(), [&](const Error &error) { return error.field == field; });
        return found != errors.end() && m_touched.contains(field) ? fieldErrorText(*found) : QString();
    };
    m_nameField->setError(textOf(nameField()));
    m_idField->setError(textOf(idField()));
    m_groupsField->setError(textOf(groupsField()));
    for (QCheckBox *group : std::as_const(m_groups))
        group->setAccessibleDescription(m_groupsField->error());
}

void StationPage::test()
{
    m_touched = {nameField(), idField(), groupsField()};
    showErrors();
    const Result<ConsultationPolicy> policy = m_settings.consultationPolicy();
    if (!policy) {
        emit told(verdictOf(policy.error()));
        return;
    }
    const Result<Role> role = policy->privileges.roleOf(identity().groups);
    if (!mistakes().isEmpty() || !role)
        emit told(valueNotRight());
    else if (*role == Role::Plus)
        emit told(
            {Tone::Success, [] { return tr("This person organises: calls open for them, and they let others in."); }});
    else
        emit told({Tone::Success, [] { return tr("This person takes part in calls that somebody else opens."); }});
}

void StationPage::apply()
{
    m_touched = {nameField(), idField(), groupsField()};
    showErrors();
    for (Field *field : {m_nameField, m_idField, m_groupsField}) {
        if (field->hasError()) {
            emit applied(false, {});
            QWidget *control = field == m_groupsField && !m_groups.isEmpty() ? m_groups.first() : field->control();
            control->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (const Result<void> written = m_settings.setStation(identity()); !written) {
        emit applied(false, verdictOf(written.error()));
        return;
    }
    m_saved = identity();
    showOrigins();
    emit applied(true, {});
    emit changed();
}

void StationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void StationPage::retranslate()
{
    m_explanation->setText(tr("Teleconsult joins calls as this person."));
    m_nameField->setLabel(tr("Full name"));
    m_nameField->setAccessibleLabel(tr("Station full name"));
    m_idField->setLabel(tr("Id in your records"));
    m_idField->setAccessibleLabel(tr("Station id in your records"));
    m_groupsField->setLabel(tr("Groups"));
    m_groupsField->setAccessibleLabel(tr("Station groups"));
    for (QCheckBox *group : std::as_const(m_groups)) {
        group->setText(groupText(group->property("group").toString()));
        group->setAccessibleName(tr("Station group %1").arg(group->text()));
    }
    showOrigins();
    showErrors();
}

void StationPage::showOrigins()
{
    namespace keys = config::keys;
    showOrigin(*m_nameField, m_settings, keys::stationFullName, tr("Shown to the others in a call."));
    showOrigin(*m_idField, m_settings, keys::stationExternalId, tr("The id that consultations use for this person."));
    showOrigin(*m_groupsField, m_settings, keys::stationGroups, tr("They decide what this person may do in a call."));
}

} // namespace teleconsult::ui
