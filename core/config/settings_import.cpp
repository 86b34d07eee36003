#include "core/config/settings_import.h"

#include "core/config/service_configuration.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/config/settings.h"
#include "core/files/private_file.h"
#include "core/files/secret.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace teleconsult::config {

namespace {

/// The first character that is neither blank nor in a comment line.
char firstCharacter(const QByteArray &content)
{
    const QByteArrayList lines = content.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith('#') && !text.startsWith(';'))
            return text.front();
    }
    return '\0';
}

/// What a JSON configuration says against itself, about the file and no longer about this computer.
Error asMistake(Error error)
{
    error.kind = Error::Kind::Invalid;
    return error;
}

/// A file that is named must be one that can be used: it would stop everything at the next start.
Result<void> checkConfigurationFile(const SettingLine &line)
{
    const QString path = toText(line.value);
    if (path.isEmpty())
        return {};
    const Result<ServiceConfiguration> read = readServiceConfigurationFile(path, line.name);
    if (read)
        return {};
    const QString why =
        read.error().message.isEmpty()
            ? QStringLiteral("it cannot be read on this computer; import it by itself, without this line")
            : read.error().message;
    return lineError(QStringLiteral("configuration_unusable"), line.line, line.name,
                     QStringLiteral("the file that %1 names is not right: %2").arg(line.name, why));
}

Result<void> checkFiles(const QList<SettingLine> &lines, const QString &name)
{
    for (const SettingLine &line : lines) {
        if (line.name != name)
            continue;
        if (const Result<void> checked = checkConfigurationFile(line); !checked)
            return checked;
    }
    return {};
}

Result<SettingsImport> fromConfiguration(const QByteArray &json)
{
    SettingsImport import;
    import.configuration = json;
    const Result<ServiceConfiguration> read = readServiceConfiguration(json);
    if (!read)
        return failure(asMistake(read.error()));
    return import;
}

Result<SettingsImport> fromIni(const QString &path)
{
    const Result<QList<SettingLine>> lines = readIniFile(path);
    if (!lines)
        return failure(lines.error());
    const Result<SettingValues> values = checkedSettings(*lines);
    if (!values)
        return failure(values.error());
    if (const Result<void> checked = checkFiles(*lines, keys::configurationFile); !checked)
        return failure(checked.error());
    SettingsImport import;
    import.values = *values;
    for (const SettingLine &line : *lines) {
        if (Settings::spec(line.name)->isSecret) {
            import.values.remove(line.name);
            import.secrets << SettingLine{line.name, {}, line.line};
        }
    }
    return import;
}

const SettingSpec *specOfVariable(const QString &name)
{
    const QList<SettingSpec> &specs = Settings::catalogue();
    const auto found = std::find_if(specs.begin(), specs.end(), [variable = name.toLatin1()](const SettingSpec &spec) {
        return spec.environment == variable;
    });
    return found == specs.end() ? nullptr : &*found;
}

/// A key that could not be one, or of which nobody could tell whether it holds, is a mistake of the file.
Result<void> takeKey(const SettingLine &line, const QList<SettingLine> &all, SettingsImport &import)
{
    const QString text = toText(line.value);
    if (text.isEmpty())
        return {};
    const Result<QByteArray> key = files::checkedSecret(text.toUtf8(), QStringLiteral("api_key_malformed"), line.name);
    if (!key)
        return lineError(key.error().code, line.line, line.name,
                         QStringLiteral("%1 must be one word of ASCII").arg(line.name));
    const QString fileVariable = QString::fromLatin1(Settings::spec(keys::apiKeyFile)->environment);
    for (const SettingLine &other : all) {
        if (other.name == fileVariable && !toText(other.value).isEmpty())
            return lineError(QStringLiteral("api_key_set_twice"), std::max(line.line, other.line), line.name,
                             QStringLiteral("%1 and %2 both give the API key").arg(line.name, fileVariable));
    }
    import.apiKey = *key;
    return {};
}

Result<SettingsImport> fromEnvironment(const QByteArray &content)
{
    const Result<QList<SettingLine>> lines = readEnvironmentText(content);
    if (!lines)
        return failure(lines.error());
    SettingsImport import;
    for (const SettingLine &line : *lines) {
        const SettingSpec *spec = specOfVariable(line.name);
        const SettingLine nameOnly{line.name, {}, line.line};
        if (!spec) {
            import.foreign << nameOnly;
        } else if (spec->isSecret) {
            import.secrets << nameOnly;
            const bool isKey = spec->key == keys::apiKey;
            if (const Result<void> taken = isKey ? takeKey(line, *lines, import) : Result<void>(); !taken)
                return failure(taken.error());
        } else if (!toText(line.value).isEmpty()) {
            if (const Result<void> checked = checkLine(*spec, line); !checked)
                return failure(checked.error());
            import.values.insert(spec->key, line.value);
        }
    }
    const QString variable = QString::fromLatin1(Settings::spec(keys::configurationFile)->environment);
    if (const Result<void> checked = checkFiles(*lines, variable); !checked)
        return failure(checked.error());
    return import;
}

/// The copy of a JSON configuration, whose place is that of the settings.
class Copy
{
public:
    explicit Copy(QString path) : m_path(std::move(path))
    {
        QFile before(m_path);
        m_existed = before.open(QFile::ReadOnly);
        if (m_existed)
            m_before = before.readAll();
    }

    Result<void> write(const QByteArray &json) const
    {
        QDir().mkpath(QFileInfo(m_path).absolutePath()); // At a first start nobody has made it.
        return files::writePrivateFile(m_path, json);
    }
    /// As it was before.
    void undo() const
    {
        if (!m_existed)
            QFile::remove(m_path);
        else if (!files::writePrivateFile(m_path, m_before))
            qWarning("the JSON configuration cannot be written back");
    }

private:
    QString m_path;
    bool m_existed = false;
    QByteArray m_before;
};

QString copyFor(const Settings &settings)
{
    return QFileInfo(settings.sources().userFile().fileName()).absolutePath() + QStringLiteral("/configuration.json");
}

} // namespace

Result<SettingsImport> readImport(const QString &path)
{
    const Result<QByteArray> content = readWholeFile(path);
    if (!content)
        return failure(content.error());
    switch (firstCharacter(*content)) {
    case '{':
        return fromConfiguration(*content);
    case '[':
        return fromIni(path);
    default:
        return fromEnvironment(*content);
    }
}

SettingValues valuesOf(const SettingsImport &import, const Settings &settings)
{
    SettingValues values = import.values;
    if (!import.configuration.isEmpty())
        values.insert(keys::configurationFile, copyFor(settings));
    return values;
}

Result<void> takeOver(const SettingsImport &import, Settings &settings)
{
    if (import.configuration.isEmpty())
        return settings.write(import.values);
    const Copy copy(copyFor(settings));
    SettingValues values = valuesOf(import, settings);
    // The file says all of it: what was set otherwise before would hide that.
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (spec.alsoSaidBy == keys::configurationFile && settings.origin(spec.key).source == ValueSource::User)
            values.insert(spec.key, {});
    }
    const Result<SettingValues> writable = settings.sources().checked(values);
    if (!writable)
        return failure(writable.error());
    if (const Result<void> copied = copy.write(import.configuration); !copied)
        return copied;
    const Result<void> written = settings.write(values);
    if (!written)
        copy.undo();
    return written;
}

} // namespace teleconsult::config
