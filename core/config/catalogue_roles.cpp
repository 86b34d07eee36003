// Who may do what in a call: groups, roles and tools, as the original service's JSON configuration has them.
#include "core/config/roles.h"
#include "core/config/setting_entry.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"

#include <QCoreApplication>

#include <algorithm>

namespace teleconsult::config {

namespace {

bool acceptsGroups(const QVariant &value)
{
    return !toList(value).contains(noneOfThem);
}

bool acceptsGroupsOrNone(const QVariant &value)
{
    return isNone(value) || acceptsGroups(value);
}

bool acceptsTools(const QVariant &value)
{
    const QStringList names = toList(value);
    const auto isTool = [](const QString &name) {
        return std::any_of(toolNames().begin(), toolNames().end(),
                           [&](const ToolName &tool) { return name == QLatin1String(tool.code); });
    };
    return isNone(value) || std::all_of(names.begin(), names.end(), isTool);
}

Entry groups(const QString &key, const char *environment, bool (*accepts)(const QVariant &))
{
    const char *const range = accepts == acceptsGroups ? QT_TRANSLATE_NOOP("Setting", "names of groups")
                                                       : QT_TRANSLATE_NOOP("Setting", "names of groups, or none");
    return Entry::list(key, environment).range(range).accepts(accepts);
}

Entry tools(const QString &key, const char *environment)
{
    return Entry::list(key, environment)
        .range(QT_TRANSLATE_NOOP("Setting", "names of tools, or none"))
        .accepts(acceptsTools);
}

} // namespace

QList<SettingSpec> roleSettings()
{
    using namespace keys;
    QList<Entry> entries{
        groups(plusGroups, "TELECONSULT_PLUS_GROUPS", acceptsGroups)
            .says(QT_TRANSLATE_NOOP("Setting", "Groups that organise"),
                  QT_TRANSLATE_NOOP("Setting", "Whose members organise and open calls (Kaleyra's plus users). Not set: "
                                               "as the JSON configuration says, without one doctor.")),
        tools(plusTools, "TELECONSULT_PLUS_TOOLS")
            .says(QT_TRANSLATE_NOOP("Setting", "Tools of those who organise"),
                  QT_TRANSLATE_NOOP("Setting", "Which of chat, screen_sharing, file_upload, whiteboard, snapshot, "
                                               "live_edit, live_pointer and present_to_everyone they have in a call. "
                                               "Not set: as the JSON configuration says, without one all.")),
        groups(basicGroups, "TELECONSULT_BASIC_GROUPS", acceptsGroupsOrNone)
            .says(QT_TRANSLATE_NOOP("Setting", "Groups that take part"),
                  QT_TRANSLATE_NOOP("Setting", "Whose members take part (Kaleyra's basic users). Not set: as the JSON "
                                               "configuration says, without one patient and customer.")),
        tools(basicTools, "TELECONSULT_BASIC_TOOLS")
            .says(QT_TRANSLATE_NOOP("Setting", "Tools of those who take part"),
                  QT_TRANSLATE_NOOP("Setting", "The same, for them.")),
        groups(backgroundGroups, "TELECONSULT_BACKGROUND_GROUPS", acceptsGroupsOrNone)
            .says(QT_TRANSLATE_NOOP("Setting", "Groups with the background"),
                  QT_TRANSLATE_NOOP("Setting", "Whose members are always seen in front of the company's virtual "
                                               "background. Not set: as the JSON configuration says, without one "
                                               "nobody."))};
    for (Entry &entry : entries)
        entry.mustBeRight().alsoSaidBy(configurationFile);
    return onPage(SettingPage::Roles, Takes::Restart, entries);
}

} // namespace teleconsult::config
