// Secrets as they are given to a program: a variable of its environment, or a file.
#pragma once

#include "core/domain/error.h"

#include <QByteArray>
#include <QList>

namespace teleconsult::files {

/// Takes a secret out of the process environment, so that no program started from here on inherits it. Empty: it was
/// not set. To be called before other threads read the environment.
QByteArray takeFromEnvironment(const char *variable);

/// This process's environment as it was before something was taken out of it, as NAME=value: for the same program in
/// this one's place (execve), which takes the secrets out again, and for no other. From the thread that takes them.
QList<QByteArray> environmentWithSecrets();

/// The secret as it was given, without blanks around it; it is one word of ASCII. Else an error of kind Storage, with
/// this code and the field `setting`.
Result<QByteArray> checkedSecret(const QByteArray &given, const QString &code, const QString &setting);

/// Whom the file of a secret may be open to.
enum class Readers {
    Owner, ///< Nobody else can read or write it.
    /// The file's group may read it too: so looks an access list that lets one account in, as systemd writes for a
    /// service's credentials.
    Granted,
};

/// Reads a secret, one word of ASCII, from a file that nobody but those readers can read, and none but its owner can
/// write. Errors of kind Storage, field `setting`; codes, after `prefix`: _missing, _open_to_others, _empty,
/// _malformed. No error holds the secret or the name of the file, which by mistake may be the secret.
Result<QByteArray> readSecretFile(const QString &path, const QString &setting, const QString &prefix,
                                  Readers readers = Readers::Owner);

} // namespace teleconsult::files
