// Taking over what another installation was told: the original service's two files, or settings of our own.
#pragma once

#include "core/config/settings_file.h"

namespace teleconsult::config {

class Settings;

/// A file that was read and found right as a whole. A value.
struct SettingsImport
{
    SettingValues values;
    QByteArray configuration;   ///< The original service's JSON configuration, as it is; empty: the file is none.
    QByteArray apiKey;          ///< One word; empty: the file has none. For a store of secrets, never for a file.
    QList<SettingLine> secrets; ///< Secrets by variable or key, without the value: they are not taken over.
    QList<SettingLine> foreign; ///< Variables that are no settings, without the value: others may share the file.
};

/// Reads a JSON configuration ("{" comes first), an INI file ("[" does), or an environment file. Variables that are
/// empty say nothing, as in the environment. Errors: kind Invalid with the line in `message` and the setting, variable
/// or property in `field`, codes of settings_file.h and readServiceConfiguration, and for the API key api_key_malformed
/// and api_key_set_twice; kind Storage, those of readWholeFile.
Result<SettingsImport> readImport(const QString &path);

/// What of it becomes settings: its values, and of a JSON configuration service/configuration_file, with the path of
/// the copy beside the user's file.
SettingValues valuesOf(const SettingsImport &import, const Settings &settings);

/// Into the user's file, all of it or nothing. A JSON configuration is copied beside that file, and
/// service/configuration_file names the copy; roles/… of the user's file, which would go before it, are taken out.
/// Errors: those of SettingSources::write, and file_unwritable.
Result<void> takeOver(const SettingsImport &import, Settings &settings);

} // namespace teleconsult::config
