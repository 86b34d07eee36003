#include "core/domain/privileges.h"

#include <algorithm>

namespace teleconsult {

namespace {

bool anyOf(const QStringList &groups, const QStringList &configured)
{
    return std::any_of(groups.begin(), groups.end(), [&](const QString &group) { return configured.contains(group); });
}

} // namespace

QString toCode(Role role)
{
    return role == Role::Plus ? QStringLiteral("plus") : QStringLiteral("basic");
}

const std::array<ToolName, 8> &toolNames()
{
    static const std::array<ToolName, 8> names{{
        {"chat", &Tools::chat},
        {"screen_sharing", &Tools::screenSharing},
        {"file_upload", &Tools::fileUpload},
        {"whiteboard", &Tools::whiteboard},
        {"snapshot", &Tools::snapshot},
        {"live_edit", &Tools::liveEdit},
        {"live_pointer", &Tools::livePointer},
        {"present_to_everyone", &Tools::presentToEveryone},
    }};
    return names;
}

Privileges Privileges::defaults()
{
    return {{{QStringLiteral("patient"), QStringLiteral("customer")}, {}}, {{QStringLiteral("doctor")}, {}}};
}

Privileges::Privileges(Grant basic, Grant plus) : m_basic(std::move(basic)), m_plus(std::move(plus)) {}

Result<Role> Privileges::roleOf(const QStringList &groups) const
{
    if (anyOf(groups, m_plus.groups))
        return Role::Plus;
    if (anyOf(groups, m_basic.groups))
        return Role::Basic;
    return invalid(QStringLiteral("unknown_group"), QStringLiteral("groups"),
                   QStringLiteral("groups must name at least one configured group"));
}

bool Privileges::knowsAll(const QStringList &groups) const
{
    return std::all_of(groups.begin(), groups.end(), [this](const QString &group) {
        return m_plus.groups.contains(group) || m_basic.groups.contains(group);
    });
}

QStringList Privileges::groups() const
{
    QStringList all = m_plus.groups + m_basic.groups;
    all.removeDuplicates();
    return all;
}

} // namespace teleconsult
