#include "ui/schedule/participant_row.h"

#include "core/service/teleconsultation_service.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/person_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// In characters: shorter words do not make a box narrower.
constexpr int comboWidth = 10;

const QString fullNameMember = QStringLiteral("fullName");
const QString groupsMember = QStringLiteral("groups");
const QString languageMember = QStringLiteral("language");
const QString idMember = QStringLiteral("userExternalId");

/// "p-" and 8 characters of base32: 40 bits say nothing about the person and do not meet in one clinic.
QString generateId()
{
    static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString id = QStringLiteral("p-");
    for (int i = 0; i < 8; ++i)
        id += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(32)]);
    return id;
}

QComboBox *makeCombo(const QString &objectName, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setItemDelegate(new QStyledItemDelegate(combo)); // the default one ignores the sheet's item heights
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumContentsLength(comboWidth);
    return combo;
}

QVariant languageData(std::optional<Language> language)
{
    return language ? toCode(*language) : QString();
}

} // namespace

PeopleSource peopleSourceOf(const service::TeleconsultationService &service)
{
    return service.looksPeopleUp() ? PeopleSource::LookedUp : PeopleSource::Typed;
}

QString usualGroup(const Privileges &privileges, Role role)
{
    const QStringList groups = privileges.groups();
    for (const QString &group : groups) {
        if (privileges.roleOf({group}).value_or(Role::Plus) == role)
            return group;
    }
    return groups.value(0);
}

ParticipantRow::ParticipantRow(PeopleSource source, const Privileges &privileges, const QString &group, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_generatedId(isLookedUp() ? QString() : generateId()),
      m_name(new QLineEdit(this)),
      m_group(makeCombo(QStringLiteral("participantGroup"), this)),
      m_language(makeCombo(QStringLiteral("participantLanguage"), this)),
      m_id(new QLineEdit(this)),
      m_idToggle(new IconButton(QStringLiteral("participantIdToggle"), {}, this)),
      m_remove(new IconButton(QStringLiteral("participantRemove"), QStringLiteral("trash"), this)),
      m_idArea(new QWidget(this))
{
    prepareControls(privileges);
    layOut();
    connectControls();
    setData({.externalId = m_generatedId, .fullName = {}, .groups = {group}, .language = {}});
    updateToggleIcon();
}

void ParticipantRow::prepareControls(const Privileges &privileges)
{
    m_name->setObjectName(QStringLiteral("participantName"));
    m_name->setMaxLength(maximumPersonTextLength);
    m_id->setObjectName(QStringLiteral("participantId"));
    m_id->setMaxLength(maximumPersonTextLength);
    m_idToggle->setCheckable(true);
    for (const QString &group : privileges.groups())
        m_group->addItem(groupText(group), group);
    for (const std::optional<Language> language :
         {std::optional<Language>(), std::optional(Language::Italian), std::optional(Language::English)})
        m_language->addItem(languageText(language), languageData(language));

    m_fields = {{fullNameMember, new Field(m_name, this)},
                {groupsMember, new Field(m_group, this)},
                {languageMember, new Field(m_language, this)},
                {idMember, new Field(m_id, m_idArea)}};
}

void ParticipantRow::layOut()
{
    auto *idLine = new QHBoxLayout(m_idArea);
    idLine->setContentsMargins(0, 0, 0, 0);
    idLine->addWidget(m_fields.value(idMember));

    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::m);
    if (isLookedUp())
        line->addWidget(m_idArea, 1);
    else
        line->addWidget(m_fields.value(fullNameMember), 1);
    line->addWidget(m_fields.value(groupsMember));
    line->addWidget(m_fields.value(languageMember));
    line->addLayout(makeTools());
    m_fields.value(fullNameMember)->setVisible(!isLookedUp());
    m_fields.value(groupsMember)->setVisible(!isLookedUp());
    m_idToggle->setVisible(!isLookedUp());
    m_idArea->setVisible(isLookedUp());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    layout->addLayout(line);
    if (!isLookedUp())
        layout->addWidget(m_idArea);
}

QLayout *ParticipantRow::makeTools()
{
    // The buttons stand on the line of the controls, below where a label would be.
    auto *tools = new QVBoxLayout;
    tools->setSpacing(spacing::xs);
    auto *noLabel = new QLabel(QStringLiteral(" "), this);
    noLabel->setProperty("role", QStringLiteral("fieldLabel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_idToggle);
    buttons->addWidget(m_remove);
    tools->addWidget(noLabel);
    tools->addLayout(buttons);
    tools->addStretch();
    return tools;
}

void ParticipantRow::connectControls()
{
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(fullNameMember); });
    connect(m_id, &QLineEdit::textEdited, this, [this] { touch(idMember); });
    connect(m_group, &QComboBox::activated, this, [this] { touch(groupsMember); });
    connect(m_language, &QComboBox::activated, this, [this] { touch(languageMember); });
    // The wheel and the arrow keys change a closed combo box too.
    connect(m_group, &QComboBox::currentIndexChanged, this, &ParticipantRow::changed);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ParticipantRow::changed);
    connect(m_idToggle, &IconButton::toggled, this, &ParticipantRow::setIdShown);
    connect(m_remove, &IconButton::clicked, this, &ParticipantRow::removeRequested);
}

void ParticipantRow::addGroup(const QString &group)
{
    if (m_group->findData(group) < 0)
        m_group->addItem(groupText(group), group);
}

void ParticipantRow::setData(const ParticipantData &data)
{
    m_givenGroups = data.groups;
    m_touched.clear();
    m_name->setText(data.fullName);
    m_id->setText(data.externalId);

    int index = -1;
    for (const QString &group : data.groups)
        index = index < 0 ? m_group->findData(group) : index;
    if (index < 0 && !data.groups.isEmpty()) {
        addGroup(data.groups.first());
        index = m_group->count() - 1;
    }
    m_group->setCurrentIndex(index);
    m_language->setCurrentIndex(m_language->findData(languageData(data.language)));
    retranslate();
}

ParticipantData ParticipantRow::data() const
{
    const QString id = m_id->text().trimmed();
    const std::optional<Language> language = languageFromCode(m_language->currentData().toString());
    if (isLookedUp())
        return {.externalId = id, .fullName = {}, .groups = {}, .language = language};
    const QString group = m_group->currentData().toString();
    const bool groupIsGiven = m_givenGroups.contains(group);
    return {.externalId = id.isEmpty() ? m_generatedId : id,
            .fullName = m_name->text().simplified(),
            .groups = groupIsGiven      ? m_givenGroups
                      : group.isEmpty() ? QStringList()
                                        : QStringList{group},
            .language = language};
}

bool ParticipantRow::isBlank() const
{
    const QString id = m_id->text().trimmed();
    return m_name->text().trimmed().isEmpty() && (id.isEmpty() || id == m_generatedId);
}

void ParticipantRow::offerPeople(const FindPeople &find)
{
    if (isLookedUp())
        return;
    auto *offer = new PeopleOffer(m_name, find);
    connect(offer, &PeopleOffer::taken, this, [this](const ParticipantData &person) {
        setData(person);
        emit changed();
    });
}

void ParticipantRow::setNumber(int number)
{
    m_number = number;
    retranslate();
}

void ParticipantRow::setIsStation(bool isStation)
{
    m_isStation = isStation;
    retranslate();
}

void ParticipantRow::standAlone()
{
    m_remove->hide();
}

void ParticipantRow::showErrors(const QList<Error> &errors)
{
    QHash<QString, QString> texts;
    for (const Error &error : errors) {
        const QString member = error.field.mid(error.field.lastIndexOf(QLatin1Char('.')) + 1);
        // That somebody is there twice may come from another row.
        const bool isTouched = m_touched.contains(member) || error.code == QLatin1String("duplicate");
        if (isTouched && !texts.contains(member))
            texts.insert(member, fieldErrorText(error));
    }
    for (auto it = m_fields.constBegin(); it != m_fields.constEnd(); ++it)
        it.value()->setError(texts.value(it.key()));
    if (texts.contains(idMember) && !isLookedUp())
        m_idToggle->setChecked(true);
}

void ParticipantRow::touchAll()
{
    const QStringList members = m_fields.keys();
    m_touched = QSet<QString>(members.begin(), members.end());
}

QList<Field *> ParticipantRow::fields() const
{
    if (isLookedUp())
        return {m_fields.value(idMember), m_fields.value(languageMember)};
    return {m_fields.value(fullNameMember), m_fields.value(groupsMember), m_fields.value(languageMember),
            m_fields.value(idMember)};
}

QList<QWidget *> ParticipantRow::tabChain() const
{
    if (isLookedUp())
        return {m_id, m_language, m_remove};
    return {m_name, m_group, m_language, m_idToggle, m_remove, m_id};
}

void ParticipantRow::focusFirst()
{
    QLineEdit *first = isLookedUp() ? m_id : m_name;
    first->setFocus(Qt::OtherFocusReason);
}

void ParticipantRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ParticipantRow::touch(const QString &member)
{
    m_touched.insert(member);
    emit changed();
}

void ParticipantRow::setIdShown(bool shown)
{
    m_idArea->setVisible(shown);
    updateToggleIcon();
    retranslate();
}

void ParticipantRow::updateToggleIcon()
{
    m_idToggle->setIconName(m_idArea->isHidden() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"));
}

void ParticipantRow::retranslate()
{
    const auto named = [this](const QString &what) {
        return tr("Participant %1 %2", "number, field").arg(QString::number(m_number), what);
    };
    Field *name = m_fields.value(fullNameMember);
    name->setLabel(m_isStation ? tr("Participant %1 (you): full name").arg(m_number)
                               : tr("Participant %1: full name").arg(m_number));
    name->setAccessibleLabel(named(tr("full name")));

    Field *group = m_fields.value(groupsMember);
    group->setLabel(tr("Group"));
    group->setAccessibleLabel(named(tr("group")));
    for (int i = 0; i < m_group->count(); ++i)
        m_group->setItemText(i, groupText(m_group->itemData(i).toString()));

    Field *language = m_fields.value(languageMember);
    language->setLabel(tr("Language"));
    language->setAccessibleLabel(named(tr("language")));
    for (int i = 0; i < m_language->count(); ++i)
        m_language->setItemText(i, languageText(languageFromCode(m_language->itemData(i).toString())));

    Field *id = m_fields.value(idMember);
    id->setAccessibleLabel(named(tr("id in your records")));
    if (isLookedUp()) {
        id->setLabel(m_isStation ? tr("Participant %1 (you): id in your records").arg(m_number)
                                 : tr("Participant %1: id in your records").arg(m_number));
    } else {
        id->setLabel(tr("Id in your records (optional)"));
        id->setHint(tr("A person who comes back keeps the same id. For someone you see once, keep this one."));
    }

    const QString toggle = m_idArea->isHidden() ? named(tr("show id")) : named(tr("hide id"));
    m_idToggle->setWords(toggle, tr("Id in your records"));
    m_remove->setWords(named(tr("remove")), tr("Remove this participant"));
}

} // namespace teleconsult::ui
