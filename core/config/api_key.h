// Kaleyra's API key, from where an admin put it.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>

namespace teleconsult::config {

/// Takes a secret out of the process environment, so that no program started from here on inherits it. Empty: it was
/// not set. To be called before other threads read the environment.
QByteArray takeFromEnvironment(const char *variable);

/// The key as it was given, without blanks around it; a key is one word of ASCII. `key`: the setting, the field of an
/// error of kind Storage and this code.
Result<QByteArray> checkedApiKey(const QByteArray &given, const QString &code, const QString &key);

/// Reads the key from a file that nobody but its owner can read or write. Errors of kind Storage, field `key`; codes:
/// api_key_file_missing, api_key_file_open_to_others, api_key_file_empty, api_key_file_malformed. No error holds the
/// key or the name of the file, which by mistake may be the key.
Result<QByteArray> readApiKeyFile(const QString &path, const QString &key);

} // namespace teleconsult::config
