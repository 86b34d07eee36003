#include "core/config/roles.h"

#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"

namespace teleconsult::config {

bool isNone(const QVariant &value)
{
    return toList(value) == QStringList(noneOfThem);
}

QStringList toNames(const QVariant &value)
{
    return isNone(value) ? QStringList() : toList(value);
}

QStringList writeNames(const QStringList &names)
{
    return names.isEmpty() ? QStringList(noneOfThem) : names;
}

QList<GroupRole> groupRolesOf(const ServiceConfiguration &configuration)
{
    const Privileges &privileges = configuration.privileges;
    const QStringList &plus = privileges.grantOf(Role::Plus).groups;
    QList<GroupRole> found;
    const QStringList names = privileges.groups();
    for (const QString &name : names)
        found << GroupRole{name, plus.contains(name) ? Role::Plus : Role::Basic,
                           configuration.groupsWithBackground.contains(name)};
    return found;
}

QList<Error> check(const QList<GroupRole> &groups)
{
    QList<Error> mistakes;
    QStringList before;
    bool hasPlus = false;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const GroupRole &group = groups.at(i);
        const QString field = QStringLiteral("groups[%1].name").arg(i);
        const auto note = [&](const char *code) {
            mistakes << invalid(QLatin1String(code), field, QStringLiteral("%1 is %2").arg(field, QLatin1String(code)))
                            .value();
        };
        if (group.name.isEmpty())
            note("required");
        else if (group.name.contains(QLatin1Char(',')) || group.name == noneOfThem)
            note("malformed");
        else if (before.contains(group.name))
            note("duplicate");
        before << group.name;
        hasPlus = hasPlus || group.role == Role::Plus;
    }
    if (!hasPlus)
        mistakes << invalid(QStringLiteral("no_plus_group"), QStringLiteral("groups"),
                            QStringLiteral("one group must be of the plus role"))
                        .value();
    return mistakes;
}

namespace {

QStringList namesOf(const QList<GroupRole> &groups, bool (*isMeant)(const GroupRole &))
{
    QStringList names;
    for (const GroupRole &group : groups) {
        if (isMeant(group))
            names << group.name;
    }
    names.sort(); // Their order says nothing.
    return names;
}

} // namespace

SettingValues settingsFor(const QList<GroupRole> &groups, const Tools &plus, const Tools &basic,
                          const ServiceConfiguration &configuration)
{
    const QList<GroupRole> before = groupRolesOf(configuration);
    SettingValues values;
    const auto note = [&](const QString &key, bool (*isMeant)(const GroupRole &)) {
        const QStringList names = namesOf(groups, isMeant);
        if (names != namesOf(before, isMeant))
            values.insert(key, writeNames(names));
    };
    note(keys::plusGroups, [](const GroupRole &group) { return group.role == Role::Plus; });
    note(keys::basicGroups, [](const GroupRole &group) { return group.role == Role::Basic; });
    note(keys::backgroundGroups, [](const GroupRole &group) { return group.hasBackground; });
    if (plus != configuration.privileges.toolsOf(Role::Plus))
        values.insert(keys::plusTools, writeTools(plus));
    if (basic != configuration.privileges.toolsOf(Role::Basic))
        values.insert(keys::basicTools, writeTools(basic));
    return values;
}

Tools toTools(const QVariant &value)
{
    const QStringList names = toNames(value);
    Tools tools;
    for (const auto &[code, tool] : toolNames())
        tools.*tool = names.contains(QLatin1String(code));
    return tools;
}

QStringList writeTools(const Tools &tools)
{
    QStringList names;
    for (const auto &[code, tool] : toolNames()) {
        if (tools.*tool)
            names << QLatin1String(code);
    }
    return writeNames(names);
}

Result<ServiceConfiguration> Settings::withRoles(ServiceConfiguration configuration) const
{
    for (const QString &key :
         {keys::plusGroups, keys::plusTools, keys::basicGroups, keys::basicTools, keys::backgroundGroups})
    {
        if (!spec(key)->accepts(value(key)))
            return settingError(QStringLiteral("roles_malformed"), key);
    }
    const auto said = [this](const QString &key) { return !toText(value(key)).isEmpty(); };
    const auto grant = [&](Role role, const QString &groups, const QString &tools) {
        Privileges::Grant found = configuration.privileges.grantOf(role);
        if (said(groups))
            found.groups = toNames(value(groups));
        if (said(tools))
            found.tools = toTools(value(tools));
        return found;
    };
    configuration.privileges = {grant(Role::Basic, keys::basicGroups, keys::basicTools),
                                grant(Role::Plus, keys::plusGroups, keys::plusTools)};
    if (said(keys::backgroundGroups))
        configuration.groupsWithBackground = toNames(value(keys::backgroundGroups));
    return configuration;
}

} // namespace teleconsult::config
