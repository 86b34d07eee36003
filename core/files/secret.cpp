#include "core/files/secret.h"

#include <QFile>
#include <QMap>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace teleconsult::files {

namespace {

/// Longer than any key or token; a file named by mistake is not read into memory.
constexpr qint64 maximumSecretLength = 16384;

bool isPrintableAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

tl::unexpected<Error> refusal(const QString &code, const QString &setting)
{
    Error error = makeError(Error::Kind::Storage, code);
    error.field = setting;
    return failure(std::move(error));
}

/// What was taken, by the variable's name.
QMap<QByteArray, QByteArray> &taken()
{
    static QMap<QByteArray, QByteArray> secrets;
    return secrets;
}

} // namespace

QByteArray takeFromEnvironment(const char *variable)
{
    char *const value = std::getenv(variable);
    if (!value)
        return {};
    const QByteArray secret(value);
    // The block that the program was started with stays as it was: /proc shows it, and core dumps hold it.
    std::fill_n(value, std::strlen(value), '\0');
    qunsetenv(variable);
    taken().insert(variable, secret);
    return secret;
}

QList<QByteArray> environmentWithSecrets()
{
    QList<QByteArray> all;
    for (char **variable = environ; variable && *variable; ++variable)
        all.append(*variable);
    for (auto secret = taken().cbegin(); secret != taken().cend(); ++secret) {
        if (!qEnvironmentVariableIsSet(secret.key().constData()))
            all.append(secret.key() + '=' + secret.value());
    }
    return all;
}

Result<QByteArray> checkedSecret(const QByteArray &given, const QString &code, const QString &setting)
{
    const QByteArray secret = given.trimmed();
    if (secret.isEmpty() || given.size() > maximumSecretLength || !isPrintableAscii(secret))
        return refusal(code, setting);
    return secret;
}

Result<QByteArray> readSecretFile(const QString &path, const QString &setting, const QString &prefix, Readers readers)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return refusal(prefix + QLatin1String("_missing"), setting);
    QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    others.setFlag(QFile::ReadGroup, readers == Readers::Owner);
    if (file.permissions() & others)
        return refusal(prefix + QLatin1String("_open_to_others"), setting);
    const QByteArray content = file.read(maximumSecretLength + 1);
    if (content.trimmed().isEmpty())
        return refusal(prefix + QLatin1String("_empty"), setting);
    return checkedSecret(content, prefix + QLatin1String("_malformed"), setting);
}

} // namespace teleconsult::files
