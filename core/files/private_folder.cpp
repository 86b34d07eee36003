#include "core/files/private_folder.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace teleconsult::files {

namespace {

constexpr mode_t ownerOnly = S_IRWXU;
constexpr mode_t others = S_IRWXG | S_IRWXO;

tl::unexpected<Error> refused(const char *code, int reason)
{
    return failure(makeError(Error::Kind::Storage, QLatin1String(code),
                             QString::fromLocal8Bit(std::generic_category().message(reason).c_str())));
}

/// QDir::mkpath() takes a mode from Qt 6.10 on only.
Result<void> makeWithThoseAbove(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const QString above = QFileInfo(path).path();
    if (above != path && !QFileInfo::exists(above)) {
        if (Result<void> made = makeWithThoseAbove(above); !made)
            return made;
    }
    // Another process may have been quicker.
    if (::mkdir(name.constData(), ownerOnly) != 0 && errno != EEXIST)
        return refused("no_folder", errno);
    return {};
}

Result<void> takeRightsOfOthers(const QByteArray &name)
{
    struct stat found = {};
    if (::stat(name.constData(), &found) != 0)
        return refused("no_folder", errno);
    if (!S_ISDIR(found.st_mode))
        return refused("no_folder", ENOTDIR);
    if (found.st_uid != ::geteuid())
        return refused("folder_of_another", EPERM);
    const bool isForEverybody = (found.st_mode & S_ISVTX) != 0;
    if ((found.st_mode & others) == 0 || isForEverybody)
        return {};
    if (::chmod(name.constData(), found.st_mode & ownerOnly) != 0)
        return refused("folder_too_open", errno);
    return {};
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!QFileInfo::exists(folder)) {
        if (Result<void> made = makeWithThoseAbove(folder); !made)
            return made;
    }
    return takeRightsOfOthers(QFile::encodeName(folder));
}

} // namespace teleconsult::files
