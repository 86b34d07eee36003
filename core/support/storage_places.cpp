#include "core/support/storage_places.h"

#include "core/config/policy.h"
#include "core/files/data_folder.h"
#include "core/http/redaction.h"

#include <QDirIterator>
#include <QFileInfo>

namespace teleconsult::support {

namespace {

StoragePlace records(const config::Settings &settings, const QString &dataDir)
{
    StoragePlace place{StorageKind::Records, files::recordsFile(dataDir)};
    const Result<std::optional<config::RemoteService>> service = settings.remoteService();
    const Result<std::optional<config::CrudService>> crud = settings.crudService();
    if (service && *service)
        place = {StorageKind::Records, {}, http::redactedUrl((*service)->baseUrl)};
    else if (crud && *crud)
        place = {StorageKind::Records, {}, http::redactedUrl((*crud)->baseUrl)};
    return place;
}

StoragePlace secrets(const config::Settings &settings, const QString &dataDir)
{
    switch (settings.secretStore().value_or(config::SecretPlace::Keychain)) {
    case config::SecretPlace::Keychain:
        break;
    case config::SecretPlace::Credentials:
        return {StorageKind::Secrets, qEnvironmentVariable("CREDENTIALS_DIRECTORY"),
                QStringLiteral("credentials of systemd")};
    case config::SecretPlace::File:
        return {StorageKind::Secrets, files::secretsFolder(dataDir)};
    }
    return {StorageKind::Secrets, {}, QStringLiteral("keychain")};
}

/// Teleconsult writes none itself. "|program …" hands them to a program (man 5 core).
StoragePlace crashDumps()
{
    QFile kernel(QStringLiteral("/proc/sys/kernel/core_pattern"));
    const QString pattern = kernel.open(QFile::ReadOnly) ? QString::fromUtf8(kernel.readAll()).trimmed() : QString();
    StoragePlace place{StorageKind::CrashDumps, {}, pattern, false};
    if (pattern.contains(QLatin1String("systemd-coredump")))
        place.path = QStringLiteral("/var/lib/systemd/coredump");
    else if (pattern.startsWith(QLatin1Char('/')))
        place.path = QFileInfo(pattern).absolutePath();
    return place;
}

} // namespace

QString toCode(StorageKind kind)
{
    switch (kind) {
    case StorageKind::Records:
        return QStringLiteral("records");
    case StorageKind::Settings:
        return QStringLiteral("settings");
    case StorageKind::Policy:
        return QStringLiteral("policy");
    case StorageKind::Secrets:
        return QStringLiteral("secrets");
    case StorageKind::Log:
        return QStringLiteral("log");
    case StorageKind::SiteData:
        return QStringLiteral("site data");
    case StorageKind::Sandbox:
        return QStringLiteral("sandbox");
    case StorageKind::Downloads:
        return QStringLiteral("files from calls");
    case StorageKind::CrashDumps:
        return QStringLiteral("crash dumps");
    }
    Q_UNREACHABLE();
}

QList<StoragePlace> storagePlaces(const config::Settings &settings, const QString &settingsFile, const QString &dataDir)
{
    return {records(settings, dataDir),
            {StorageKind::Settings, settingsFile},
            {StorageKind::Policy, config::systemPolicy().path},
            secrets(settings, dataDir),
            {StorageKind::Log, QFileInfo(files::logFile(dataDir)).absolutePath()},
            {StorageKind::SiteData, files::siteDataFolder(dataDir)},
            {StorageKind::Sandbox, files::sandboxFolder(dataDir)},
            {StorageKind::Downloads, settings.downloadFolder(), {}, false},
            crashDumps()};
}

StorageSize sizeOf(const StoragePlace &place)
{
    StorageSize size;
    const auto add = [&size](const QFileInfo &file) {
        if (!file.exists() || file.isDir())
            return;
        size.bytes += file.isSymLink() ? 0 : file.size();
        ++size.files;
    };
    size.exists = !place.path.isEmpty() && QFileInfo::exists(place.path);
    if (!size.exists || !place.isOurs)
        return size;
    if (!QFileInfo(place.path).isDir()) {
        for (const char *end : {"", "-wal", "-shm"})
            add(QFileInfo(place.path + QLatin1String(end)));
        return size;
    }
    QDirIterator files(place.path, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        add(files.fileInfo());
    }
    return size;
}

} // namespace teleconsult::support
