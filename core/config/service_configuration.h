// The JSON configuration of the reference service (reference/teleconsultation-service.md, JSON configuration).
#pragma once

#include "core/config/caller_path.h"
#include "core/domain/privileges.h"

#include <QUrl>

#include <optional>

namespace teleconsult::config {

/// What the file that TELECONSULTATION_SERVICE_CONFIG_PATH names says. A value; as it is made, the service's built-in
/// configuration.
struct ServiceConfiguration
{
    /// "#rgb" or "#rrggbb"; empty: not given.
    struct Colours
    {
        QString primary;
        QString accent;

        friend bool operator==(const Colours &, const Colours &) = default;
    };

    /// The fields of a record behind CUSTOM_ID_USERS_API_ENDPOINT.
    struct CustomUserId
    {
        QString source = QStringLiteral("_id");        ///< Holds the id that participants are given by.
        QString target = QStringLiteral("authUserId"); ///< Holds the id that the auth service knows.

        friend bool operator==(const CustomUserId &, const CustomUserId &) = default;
    };

    Privileges privileges = Privileges::defaults();
    QStringList groupsWithBackground; ///< Their members get the virtual background (1.7.0).
    CustomUserId customUserId;
    QList<CallerPath::Step> callerSteps; ///< Empty: the header that USERID_HEADER_KEY names.

    // Read and checked, so that a file is right as a whole, and of no effect here: docs/configuration.md says why.
    QString environment = QStringLiteral("sandbox"); ///< sandbox, production, or empty (2.x does not ask for it).
    QString mode = QStringLiteral("window");
    Colours light{QStringLiteral("#fff"), QStringLiteral("#480ca8")};
    Colours dark{QStringLiteral("#003049"), QStringLiteral("#d62828")};
    QString companyLogo;

    friend bool operator==(const ServiceConfiguration &, const ServiceConfiguration &) = default;
};

/// Reads the file's content as a whole: a single mistake and nothing of it is used. What it does not say is not taken
/// from the built-in configuration, but left out; `privileges` with both roles' groups must be there. A role without
/// `tools` has them all; with them, those that are named as true (reference/kaleyra-video-api.md §2.3). A group may
/// stand in both roles: it is a plus group then.
/// Errors of kind Storage; `field` the property in full ("privileges.basic.tools.chat"), `message` its line and what is
/// wrong with it; codes: configuration_required, configuration_unknown_field, configuration_wrong_type,
/// configuration_unknown_value, configuration_malformed_color, configuration_malformed_url. Not JSON:
/// configuration_not_json, and no field.
Result<ServiceConfiguration> readServiceConfiguration(const QByteArray &json);

/// The same, from a file of at most a MiB. `key`: the setting that names it; the field of errors about the file as a
/// whole, among them configuration_file_missing (not there, or not to be read) and configuration_file_too_large.
Result<ServiceConfiguration> readServiceConfigurationFile(const QString &path, const QString &key);

} // namespace teleconsult::config
