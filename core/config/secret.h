// Secrets, from where an admin put them.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>

namespace teleconsult::config {

/// Takes a secret out of the process environment, so that no program started from here on inherits it. Empty: it was
/// not set. To be called before other threads read the environment.
QByteArray takeFromEnvironment(const char *variable);

/// The secret as it was given, without blanks around it; it is one word of ASCII. Else an error of kind Storage, with
/// this code and the field `setting`.
Result<QByteArray> checkedSecret(const QByteArray &given, const QString &code, const QString &setting);

/// Reads a secret, one word of ASCII, from a file that nobody but its owner can read or write. Errors of kind Storage,
/// field `setting`; codes, after `prefix`: _missing, _open_to_others, _empty, _malformed. No error holds the secret or
/// the name of the file, which by mistake may be the secret.
Result<QByteArray> readSecretFile(const QString &path, const QString &setting, const QString &prefix);

} // namespace teleconsult::config
