#include "ui/settings/station_dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 520;
constexpr int textLength = 200;

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

StationDialog::StationDialog(config::Settings &settings, QWidget *parent)
    : QDialog(parent),
      m_settings(settings),
      m_title(new QLabel(this)),
      m_explanation(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_id(new QLineEdit(this)),
      m_groupBox(new QWidget(this)),
      m_nameField(new Field(m_name, this)),
      m_idField(new Field(m_id, this)),
      m_groupsField(new Field(m_groupBox, this)),
      m_cancel(new QPushButton(this)),
      m_save(new QPushButton(this))
{
    build();
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(nameField()); });
    connect(m_id, &QLineEdit::textEdited, this, [this] { touch(idField()); });
    for (QCheckBox *group : std::as_const(m_groups))
        connect(group, &QCheckBox::clicked, this, [this] { touch(groupsField()); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &StationDialog::save);
    retranslate();
    fitToScreen(this, preferredWidth);
}

void StationDialog::build()
{
    setObjectName(QStringLiteral("stationDialog"));
    setModal(true);
    m_title->setProperty("role", QStringLiteral("headline"));
    m_explanation->setProperty("role", QStringLiteral("muted"));
    for (QLabel *label : {m_title, m_explanation})
        label->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("stationName"));
    m_name->setMaxLength(textLength);
    m_id->setObjectName(QStringLiteral("stationId"));
    m_id->setMaxLength(textLength);
    m_cancel->setObjectName(QStringLiteral("stationCancelButton"));
    m_save->setObjectName(QStringLiteral("stationSaveButton"));
    m_save->setProperty("variant", QStringLiteral("primary"));
    m_save->setDefault(true);

    const StationIdentity station = m_settings.station();
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

    // The boxes were made last, and Qt's order is that of creation.
    QList<QWidget *> stops{m_id};
    for (QCheckBox *group : std::as_const(m_groups))
        stops << group;
    stops << m_cancel << m_save;
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops.at(i - 1), stops.at(i));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *fields = new QWidget;
    auto *fieldsLayout = new QVBoxLayout(fields);
    fieldsLayout->setContentsMargins(0, 0, spacing::xl - scrollBarRoom, 0);
    fieldsLayout->setSpacing(spacing::s);
    fieldsLayout->addWidget(m_nameField);
    fieldsLayout->addWidget(m_idField);
    fieldsLayout->addWidget(m_groupsField);
    m_scroll = new ContentScroll(fields, this);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, spacing::xl, 0);
    head->setSpacing(spacing::s);
    head->addWidget(m_title);
    head->addWidget(m_explanation);
    buttons->setContentsMargins(0, 0, spacing::xl, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, 0, spacing::l);
    layout->setSpacing(spacing::l);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
}

StationIdentity StationDialog::identity() const
{
    StationIdentity station{
        .externalId = m_id->text().trimmed(), .fullName = m_name->text().simplified(), .groups = {}};
    for (const QCheckBox *group : m_groups) {
        if (group->isChecked())
            station.groups << group->property("group").toString();
    }
    return station;
}

QList<Error> StationDialog::mistakes() const
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

void StationDialog::touch(const QString &field)
{
    m_touched.insert(field);
    showErrors();
}

void StationDialog::showErrors()
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

void StationDialog::save()
{
    m_touched = {nameField(), idField(), groupsField()};
    showErrors();
    for (Field *field : {m_nameField, m_idField, m_groupsField}) {
        if (field->hasError()) {
            QWidget *control = field == m_groupsField && !m_groups.isEmpty() ? m_groups.first() : field->control();
            control->setFocus(Qt::OtherFocusReason);
            m_scroll->ensureWidgetVisible(control, 0, spacing::xxl);
            return;
        }
    }
    const StationIdentity station = identity();
    if (station != m_settings.station()) {
        m_settings.setStation(station);
        emit stationChanged();
    }
    accept();
}

void StationDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void StationDialog::retranslate()
{
    setWindowTitle(tr("Who uses this computer"));
    m_title->setText(tr("Who uses this computer"));
    m_explanation->setText(tr("Teleconsult joins calls as this person."));
    m_nameField->setLabel(tr("Full name"));
    m_nameField->setAccessibleLabel(tr("Station full name"));
    m_nameField->setHint(tr("Shown to the others in a call."));
    m_idField->setLabel(tr("Id in your records"));
    m_idField->setAccessibleLabel(tr("Station id in your records"));
    m_idField->setHint(tr("The id that consultations use for this person."));
    m_groupsField->setLabel(tr("Groups"));
    m_groupsField->setAccessibleLabel(tr("Station groups"));
    m_groupsField->setHint(tr("They decide what this person may do in a call."));
    for (QCheckBox *group : std::as_const(m_groups)) {
        group->setText(groupText(group->property("group").toString()));
        group->setAccessibleName(tr("Station group %1").arg(group->text()));
    }
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    showErrors();
}

} // namespace teleconsult::ui
