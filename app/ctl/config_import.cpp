#include "app/ctl/config_import.h"

#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/waiting.h"
#include "app/taking_over.h"
#include "core/config/setting_keys.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

namespace teleconsult::ctl {

namespace {

QString keyVariable()
{
    return QString::fromLatin1(config::Settings::spec(config::keys::apiKey)->environment);
}

/// Secrets that are not taken over.
QStringList leftOut(const config::SettingsImport &import, KeyFate key)
{
    QStringList names;
    for (const config::SettingLine &found : import.secrets) {
        if (key == KeyFate::LeftOut || found.name != keyVariable())
            names << found.name;
    }
    return names;
}

QStringList foreign(const config::SettingsImport &import)
{
    QStringList names;
    for (const config::SettingLine &found : import.foreign)
        names << found.name;
    return names;
}

QString sentences(const config::SettingsImport &import, KeyFate key)
{
    QStringList lines;
    if (!import.configuration.isEmpty())
        lines << QStringLiteral("The JSON configuration is right.");
    else
        lines << QStringLiteral("%1 settings: %2").arg(import.values.size()).arg(import.values.keys().join(u", "));
    if (key == KeyFate::Stored)
        lines << QStringLiteral("The API key is in the store for secrets.");
    if (const QStringList names = leftOut(import, key); !names.isEmpty())
        lines << QStringLiteral("Left out, because secrets are not kept in the settings file: %1.")
                     .arg(names.join(u", "));
    if (key == KeyFate::LeftOut && !import.apiKey.isEmpty())
        lines << QStringLiteral("Import with --with-key to put the API key into the store for secrets, or put it into "
                                "a file that only its owner can read, and name that with kaleyra/api_key_file.");
    if (const QStringList names = foreign(import); !names.isEmpty())
        lines
            << QStringLiteral("Left out, because they are none of Teleconsult's settings: %1.").arg(names.join(u", "));
    return lines.join(QLatin1Char('\n'));
}

/// Somebody who sits at a terminal is asked; nobody else is waited for.
bool isKeyWanted(const Options &options, const config::SettingsImport &import)
{
    if (import.apiKey.isEmpty() || options.withKey)
        return !import.apiKey.isEmpty();
    if (options.json || ::isatty(STDIN_FILENO) == 0)
        return false;
    QTextStream(stderr) << "The file gives Kaleyra's API key. Put it into the store for secrets? [y/N] " << Qt::flush;
    const QString answer = QTextStream(stdin).readLine().trimmed().toLower();
    return answer == QLatin1String("y") || answer == QLatin1String("yes");
}

} // namespace

void tellImport(const Options &options, const config::SettingsImport &import, KeyFate key)
{
    if (!options.json) {
        print(sentences(import, key));
        return;
    }
    printJson({{QStringLiteral("settings"), QJsonArray::fromStringList(import.values.keys())},
               {QStringLiteral("configuration"), !import.configuration.isEmpty()},
               {QStringLiteral("keyStored"), key == KeyFate::Stored},
               {QStringLiteral("secrets"), QJsonArray::fromStringList(leftOut(import, key))},
               {QStringLiteral("foreign"), QJsonArray::fromStringList(foreign(import))}});
}

ExitCode importFile(const Options &options, config::Settings &settings)
{
    const Result<config::SettingsImport> read = config::readImport(options.file);
    if (!read)
        return tellError(read.error(), {}, options.json);
    // Before anybody is asked about the key.
    if (const Result<config::SettingValues> taken = settings.sources().checked(valuesOf(*read, settings)); !taken)
        return tellError(taken.error(), {}, options.json);
    const bool withKey = isKeyWanted(options, *read);
    if (const Result<void> taken = outcomeAfterWaiting(
            app::takeOver(*read, withKey, {.settings = settings, .dataDir = options.places.dataDir}));
        !taken)
        return tellError(taken.error(), {}, options.json);
    const KeyFate key = withKey ? KeyFate::Stored : KeyFate::LeftOut;
    tellImport(options, *read, key);
    return ExitCode::Done;
}

} // namespace teleconsult::ctl
