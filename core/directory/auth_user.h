// A user as the auth service tells of one.
#pragma once

#include "core/directory/directory.h"

#include <QJsonObject>

namespace teleconsult::directory {

/// A person as an auth service tells of them.
struct AuthUser
{
    QString id; ///< Empty: it told none.
    Person person;
};

/// Takes what the services that may stand there have for it (reference/mia-auth0-client.md §2, §3 and §6):
/// - the id: `user_id`, `sub`, `userId`, `_id`;
/// - the groups: `groups`, `app_metadata.groups`, the same under a namespace ("https://…/app_metadata");
/// - the full name: `name`, given and family name, `nickname`, `email`.
/// The first that is there counts.
AuthUser readAuthUser(const QJsonObject &user);

} // namespace teleconsult::directory
