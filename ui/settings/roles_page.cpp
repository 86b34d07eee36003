#include "ui/settings/roles_page.h"

#include "core/config/setting_keys.h"
#include "ui/settings/group_row.h"
#include "ui/settings/settings_verdict.h"
#include "ui/settings/tools_table.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

RolesPage::RolesPage(config::Settings &settings, ListComing coming, QWidget *parent)
    : SettingsPage(parent),
      m_settings(settings),
      m_coming(std::move(coming)),
      m_note(new WrappedLabel(QStringLiteral("rolesNote"), QStringLiteral("muted"), this)),
      m_groupsTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_groupsHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_list(new QVBoxLayout),
      m_listProblem(new WrappedLabel({}, QStringLiteral("error"), this)),
      m_add(new QPushButton(this)),
      m_toolsTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_toolsHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_tools(new ToolsTable(this))
{
    build();
    load();
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({})->focusName();
        orderTabs(this);
        touch();
    });
    connect(m_tools, &ToolsTable::edited, this, &RolesPage::touch);
    retranslate();
}

void RolesPage::build()
{
    m_listProblem->setObjectName(QStringLiteral("rolesProblem"));
    m_listProblem->hide();
    m_add->setObjectName(QStringLiteral("groupAddButton"));
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setThemedIcon(m_add, QStringLiteral("plus"));
    m_list->setSpacing(spacing::s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_note);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_groupsTitle);
    layout->addWidget(m_groupsHint);
    layout->addLayout(m_list);
    layout->addWidget(m_listProblem);
    layout->addWidget(m_add);
    layout->addSpacing(spacing::l);
    layout->addWidget(m_toolsTitle);
    layout->addWidget(m_toolsHint);
    layout->addWidget(m_tools);
    layout->addStretch();
}

void RolesPage::load()
{
    const Result<config::ServiceConfiguration> read = m_settings.serviceConfiguration();
    if (!read)
        m_problem = read.error();
    else
        m_saved = *read;
    const QList<config::GroupRole> found = config::groupRolesOf(m_saved);
    for (const config::GroupRole &group : found)
        addRow(group);
    for (const Role role : {Role::Plus, Role::Basic})
        m_tools->setTools(role, m_saved.privileges.toolsOf(role));
}

GroupRow *RolesPage::addRow(const config::GroupRole &group)
{
    auto *row = new GroupRow(group, this);
    m_rows << row;
    m_list->addWidget(row);
    row->show(); // At once: the keyboard may go there next.
    connect(row, &GroupRow::edited, this, &RolesPage::touch);
    connect(row, &GroupRow::removeRequested, this, [this, row] { removeRow(row); });
    return row;
}

void RolesPage::removeRow(GroupRow *row)
{
    const qsizetype at = m_rows.indexOf(row);
    m_rows.removeAt(at);
    row->hide();
    row->deleteLater(); // It is its own button that was pressed.
    if (m_rows.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows.at(std::min(at, m_rows.size() - 1))->focusName();
    touch();
}

QList<config::GroupRole> RolesPage::groups() const
{
    QList<config::GroupRole> found;
    for (const GroupRow *row : m_rows)
        found << row->group();
    return found;
}

Privileges RolesPage::entered() const
{
    Privileges::Grant basic{{}, m_tools->tools(Role::Basic)};
    Privileges::Grant plus{{}, m_tools->tools(Role::Plus)};
    const QList<config::GroupRole> all = groups();
    for (const config::GroupRole &group : all)
        (group.role == Role::Plus ? plus : basic).groups << group.name;
    return {basic, plus};
}

config::SettingValues RolesPage::toSave() const
{
    return config::settingsFor(groups(), m_tools->tools(Role::Plus), m_tools->tools(Role::Basic), m_saved);
}

bool RolesPage::isChanged() const
{
    return !m_problem && !toSave().isEmpty();
}

bool RolesPage::showMistakes()
{
    m_isChecked = true;
    const QList<Error> mistakes = config::check(groups());
    const auto find = [&](const QString &field) {
        return std::find_if(mistakes.begin(), mistakes.end(),
                            [&](const Error &mistake) { return mistake.field == field; });
    };
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto mistake = find(QStringLiteral("groups[%1].name").arg(i));
        QString words;
        if (mistake != mistakes.end() && mistake->code == QLatin1String("required"))
            words = tr("Enter the group's name, or remove it.");
        else if (mistake != mistakes.end() && mistake->code == QLatin1String("duplicate"))
            words = tr("There is a group of this name already.");
        else if (mistake != mistakes.end())
            words = tr("A name cannot hold a comma, and cannot be “none”.");
        m_rows.at(i)->setError(words);
    }
    const bool hasOrganiser = find(QStringLiteral("groups")) == mistakes.end();
    m_listProblem->setText(tr("At least one group has to organise: without one, nobody could open a call."));
    m_listProblem->setVisible(!hasOrganiser);
    return mistakes.isEmpty();
}

void RolesPage::touch()
{
    if (m_isChecked)
        showMistakes();
    emit changed();
}

void RolesPage::apply()
{
    if (!showMistakes()) {
        const QList<Error> mistakes = config::check(groups());
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (mistakes.first().field.startsWith(QStringLiteral("groups[%1]").arg(i)))
                m_rows.at(i)->focusName();
        }
        emit applied(false, {});
        return;
    }
    const Result<void> written = m_settings.write(toSave());
    if (!written) {
        emit applied(false, verdictOf(written.error()));
        return;
    }
    if (const Result<config::ServiceConfiguration> now = m_settings.serviceConfiguration())
        m_saved = *now;
    retranslate(); // They come from elsewhere now.
    emit applied(true, savedVerdict(true));
    emit changed();
}

// Trying out

void RolesPage::test()
{
    if (m_problem) {
        testFile();
        return;
    }
    if (!showMistakes()) {
        emit told({Tone::Danger, [] { return tr("Some groups are not right yet: see above."); }});
        return;
    }
    const StationIdentity person = m_settings.station();
    if (!person.groups.isEmpty() && !entered().roleOf(person.groups)) {
        const QString groups = person.groups.join(QStringLiteral(", "));
        emit told({Tone::Danger, [groups] {
                       return tr("The person of this computer is in none of these groups (%1), and could take part in "
                                 "no call. Add the group, or change the person's.")
                           .arg(groups);
                   }});
        return;
    }
    whenDone(m_coming(), this, [this](const Result<QList<Teleconsultation>> &coming) {
        if (coming) {
            tell(effectOn(*coming, entered()), coming->size());
            return;
        }
        const Error error = coming.error();
        emit told({Tone::Warning, [error] {
                       return tr("The groups are right. What they mean for coming consultations cannot be told: %1")
                           .arg(errorText(error));
                   }});
    });
}

/// Somebody may have mended it since the program was started, which read it then.
void RolesPage::testFile()
{
    const Result<config::ServiceConfiguration> now = m_settings.with({})->serviceConfiguration();
    if (now)
        emit told({Tone::Info, [] { return tr("The file can be used now. Start Teleconsult again."); }});
    else
        emit told(verdictOf(now.error()));
}

void RolesPage::tell(const RoleChange &change, qsizetype consultations)
{
    if (change.isHarmless()) {
        const Tools basic = m_tools->tools(Role::Basic);
        const Tools plus = m_tools->tools(Role::Plus);
        const auto isHalf = [](const Tools &tools) { return tools.liveEdit && !(tools.whiteboard && tools.snapshot); };
        if (isHalf(basic) || isHalf(plus))
            emit told({Tone::Warning, [] {
                           return tr("Drawing on pictures together works only with the whiteboard and with taking "
                                     "pictures: switch both on for the same people.");
                       }});
        else
            emit told({Tone::Success, [consultations] {
                           return tr("The groups are right, and %n coming consultations keep their roles.", nullptr,
                                     int(consultations));
                       }});
        return;
    }
    emit told({Tone::Warning, [change] {
                   QStringList words;
                   if (change.withoutRole > 0)
                       words << tr("In %n coming consultations somebody would have no role any more (%1).", nullptr,
                                   change.withoutRole)
                                    .arg(change.lostGroups.join(QStringLiteral(", ")));
                   if (change.withoutOrganiser > 0)
                       words << tr("In %n coming consultations nobody would be left to open the call.", nullptr,
                                   change.withoutOrganiser);
                   words << tr("They could not be changed until the groups are there again.");
                   return words.join(QLatin1Char(' '));
               }});
}

// Words

void RolesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void RolesPage::lock()
{
    const auto isFree = [this](const QString &key) { return !m_problem && !m_settings.isLocked(key); };
    const bool groups = isFree(config::keys::plusGroups) && isFree(config::keys::basicGroups);
    for (GroupRow *row : std::as_const(m_rows))
        row->setEditable(groups, isFree(config::keys::backgroundGroups));
    m_add->setEnabled(groups);
    m_tools->setEditable(Role::Plus, isFree(config::keys::plusTools));
    m_tools->setEditable(Role::Basic, isFree(config::keys::basicTools));
}

/// What holds the groups and tools, and whether and when a change takes effect. A group is in several settings, so it
/// is said of all of them together.
QString RolesPage::noteText() const
{
    QStringList locks;
    bool isSetHere = false;
    for (const QString &key : {config::keys::plusGroups, config::keys::basicGroups, config::keys::plusTools,
                               config::keys::basicTools, config::keys::backgroundGroups})
    {
        locks << m_settings.lockText(key);
        isSetHere = isSetHere || m_settings.origin(key).source == config::ValueSource::User;
    }
    locks.removeAll(QString());
    locks.removeDuplicates();
    if (!locks.isEmpty())
        return locks.join(QLatin1Char(' '));
    const QString file = m_settings.text(config::keys::configurationFile);
    const QString origin = isSetHere        ? tr("They were set at this computer.")
                           : file.isEmpty() ? tr("These are the defaults.")
                                            : tr("They come from the file %1.").arg(file);
    return tr("Changes take effect at the next start.") + QLatin1Char(' ') + origin;
}

void RolesPage::retranslate()
{
    m_note->setText(m_problem ? errorText(*m_problem) : noteText());
    m_groupsTitle->setText(tr("Groups"));
    m_groupsHint->setText(tr("Each person of the clinic is in one or more groups, by the names that your records use. "
                             "A call needs somebody who organises, as a doctor; patients take part."));
    m_add->setText(tr("Add a group"));
    m_toolsTitle->setText(tr("Tools in a call"));
    m_toolsHint->setText(tr("What people of each kind can use. Rooms that are there already keep theirs."));
    for (GroupRow *row : std::as_const(m_rows))
        row->retranslate();
    m_tools->retranslate();
    if (m_isChecked)
        showMistakes();
    lock();
}

} // namespace teleconsult::ui
