#include "core/config/secret.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace teleconsult::config {

namespace {

/// Longer than any key; a file named by mistake is not read into memory.
constexpr qint64 longestSecret = 4096;

bool isPrintableAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

QByteArray takeFromEnvironment(const char *variable)
{
    char *const value = std::getenv(variable);
    if (!value)
        return {};
    const QByteArray secret = QByteArray(value).trimmed();
    // The block that the program was started with stays as it was: /proc shows it, and core dumps hold it.
    std::fill_n(value, std::strlen(value), '\0');
    qunsetenv(variable);
    return secret;
}

Result<QByteArray> readSecretFile(const QString &path, const QString &setting, const QString &prefix)
{
    const auto wrong = [&](const char *what) {
        Error error = makeError(Error::Kind::Storage, prefix + QLatin1String(what));
        error.field = setting;
        return failure(error);
    };
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return wrong("_missing");
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return wrong("_open_to_others");
    const QByteArray content = file.read(longestSecret + 1);
    const QByteArray secret = content.trimmed();
    if (secret.isEmpty())
        return wrong("_empty");
    if (content.size() > longestSecret || !isPrintableAscii(secret))
        return wrong("_malformed");
    return secret;
}

} // namespace teleconsult::config
