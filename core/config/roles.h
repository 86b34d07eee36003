// How the settings write groups and tools down.
#pragma once

#include "core/config/service_configuration.h"
#include "core/config/setting_sources.h"

namespace teleconsult::config {

/// Stands for an empty list, which itself says that nothing is set. No group may be called so.
inline const QString noneOfThem = QStringLiteral("none");

bool isNone(const QVariant &value);

/// A list of names, or "none".
QStringList toNames(const QVariant &value);
QStringList writeNames(const QStringList &names);

/// A group as a person edits it.
struct GroupRole
{
    QString name;
    Role role = Role::Basic;
    bool hasBackground = false; ///< Its members are always seen in front of the virtual background.

    friend bool operator==(const GroupRole &, const GroupRole &) = default;
};

/// Plus groups first. A group of both roles is a plus group.
QList<GroupRole> groupRolesOf(const ServiceConfiguration &configuration);

/// What is wrong, in the order of the list: field "groups[2].name" with code required, malformed (settings cannot say
/// it: a comma, or "none") or duplicate; field "groups", code no_plus_group: nobody could open a room.
QList<Error> check(const QList<GroupRole> &groups);

/// What has to be written so that these hold in the place of `configuration`, and nothing else. `groups`: checked.
SettingValues settingsFor(const QList<GroupRole> &groups, const Tools &plus, const Tools &basic,
                          const ServiceConfiguration &configuration);

/// Names that are none of a tool are passed over.
Tools toTools(const QVariant &value);
QStringList writeTools(const Tools &tools);

} // namespace teleconsult::config
