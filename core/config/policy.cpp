#include "core/config/policy.h"

#include "core/config/settings_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sys/stat.h>

namespace teleconsult::config {

namespace {

tl::unexpected<Error> policyError(const QString &code, const QString &message)
{
    Error error = makeError(Error::Kind::Storage, code, message);
    error.message = message;
    return failure(std::move(error));
}

/// Whether it is whose it must be, and nobody else may write to it.
bool isTrusted(const struct stat &found, uint owner)
{
    return found.st_uid == owner && (found.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

PolicyPlace systemPolicy()
{
    return {QStringLiteral(TELECONSULT_POLICY_FILE), 0};
}

Result<SettingValues> readPolicy(const PolicyPlace &place)
{
    struct stat found = {};
    if (stat(QFile::encodeName(place.path).constData(), &found) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return SettingValues();
        return policyError(QStringLiteral("policy_unreadable"), place.path);
    }
    struct stat folder = {};
    const QByteArray folderPath = QFile::encodeName(QFileInfo(place.path).absolutePath());
    if (!S_ISREG(found.st_mode) || stat(folderPath.constData(), &folder) != 0)
        return policyError(QStringLiteral("policy_unreadable"), place.path);
    if (!isTrusted(found, place.owner) || !isTrusted(folder, place.owner))
        return policyError(QStringLiteral("policy_not_trusted"), place.path);

    const Result<SettingValues> values = readIniFile(place.path).and_then(checkedSettings);
    if (values)
        return *values;
    if (values.error().kind == Error::Kind::Storage)
        return policyError(QStringLiteral("policy_unreadable"), place.path);
    Error wrong = values.error();
    wrong.kind = Error::Kind::Storage;
    wrong.httpStatus = 0;
    wrong.code = QStringLiteral("policy_malformed");
    return failure(std::move(wrong));
}

} // namespace teleconsult::config
