// What an administrator has laid down for everybody who uses this computer.
#pragma once

#include "core/config/setting_sources.h"

namespace teleconsult::config {

/// Where a policy lies, and who must own it to be believed.
struct PolicyPlace
{
    QString path;
    uint owner = 0; ///< Whose the file and its folder must be: root, but for tests.
};

/// Where the build says it is, /etc/teleconsult/policy.ini. No option and no variable changes that: whoever is to be
/// bound by the policy could.
PolicyPlace systemPolicy();

/// The policy, an INI file as the user's settings. No file: no policy. Anything else that is not right is an error, so
/// that nobody works without a policy that is there. File and folder must be the owner's, and nobody else may write to
/// them. Errors of kind Storage, `message` with the line where there is one: policy_unreadable, policy_not_trusted (the
/// owner or the mode), policy_malformed (`field` the setting: unknown, a secret of the environment, out of range).
Result<SettingValues> readPolicy(const PolicyPlace &place);

} // namespace teleconsult::config
