#include "core/directory/auth_user.h"

#include <QJsonArray>

namespace teleconsult::directory {

namespace {

QString firstText(const QJsonObject &user, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = user.value(QLatin1String(name)).toString().trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString fullName(const QJsonObject &user)
{
    const QString name = firstText(user, {"name"});
    if (!name.isEmpty())
        return name;
    const QString parts = firstText(user, {"given_name"}) + QLatin1Char(' ') + firstText(user, {"family_name"});
    return parts.trimmed().isEmpty() ? firstText(user, {"nickname", "email"}) : parts.trimmed();
}

QJsonValue groupsOf(const QJsonObject &user)
{
    const QString groups = QStringLiteral("groups");
    const QString metadata = QStringLiteral("app_metadata");
    if (user.value(groups).isArray())
        return user.value(groups);
    if (const QJsonValue found = user.value(metadata).toObject().value(groups); found.isArray())
        return found;
    for (auto member = user.begin(); member != user.end(); ++member) {
        if (member.key().endsWith(QLatin1Char('/') + metadata) && member.value().toObject().value(groups).isArray())
            return member.value().toObject().value(groups);
    }
    return {};
}

} // namespace

AuthUser readAuthUser(const QJsonObject &user)
{
    AuthUser found;
    found.id = firstText(user, {"user_id", "sub", "userId", "_id"});
    found.person.fullName = fullName(user);
    const QJsonArray groups = groupsOf(user).toArray();
    for (const QJsonValue group : groups) {
        if (!group.toString().trimmed().isEmpty())
            found.person.groups << group.toString().trimmed();
    }
    return found;
}

} // namespace teleconsult::directory
