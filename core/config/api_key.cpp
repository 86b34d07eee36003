#include "core/config/api_key.h"

#include "core/config/setting_values.h"

#include <QFile>

#include <algorithm>

namespace teleconsult::config {

namespace {

/// Longer than any key; a file named by mistake is not read into memory.
constexpr qint64 longestKey = 4096;

bool isPrintableAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

QByteArray takeFromEnvironment(const char *variable)
{
    const QByteArray value = qgetenv(variable);
    qunsetenv(variable);
    return value;
}

Result<QByteArray> checkedApiKey(const QByteArray &given, const QString &code, const QString &key)
{
    const QByteArray found = given.trimmed();
    if (found.isEmpty() || given.size() > longestKey || !isPrintableAscii(found))
        return settingError(code, key);
    return found;
}

Result<QByteArray> readApiKeyFile(const QString &path, const QString &key)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return settingError(QStringLiteral("api_key_file_missing"), key);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return settingError(QStringLiteral("api_key_file_open_to_others"), key);
    const QByteArray content = file.read(longestKey + 1);
    if (content.trimmed().isEmpty())
        return settingError(QStringLiteral("api_key_file_empty"), key);
    return checkedApiKey(content, QStringLiteral("api_key_file_malformed"), key);
}

} // namespace teleconsult::config
