// What files of settings hold, line by line: INI as the user's own file, and environment files.
#pragma once

#include "core/config/setting_sources.h"

#include <QList>

namespace teleconsult::config {

/// One value as a file gives it.
struct SettingLine
{
    QString name; ///< A key, or in an environment file a variable.
    QVariant value;
    int line = 0; ///< From 1; 0: unknown.

    friend bool operator==(const SettingLine &, const SettingLine &) = default;
};

/// Something is wrong with a line of a file: kind Invalid, `field` the name at fault, `message` "line 3: …" and never
/// the value, which may be a secret.
tl::unexpected<Error> lineError(const QString &code, int line, const QString &name, const QString &words);

/// The line that an error of a file tells of (lineError(), and those of readServiceConfiguration()), from 1; 0: none.
int lineOf(const Error &error);

/// A file of at most a MiB, without a byte order mark. Errors of kind Storage: file_missing (or not to be read),
/// file_too_large.
Result<QByteArray> readWholeFile(const QString &path);

/// An INI file; values as QSettings reads them. Errors: those of readWholeFile, and kind Invalid, code not_ini.
Result<QList<SettingLine>> readIniFile(const QString &path);

/// KEY=VALUE lines, as systemd (EnvironmentFile=) and Docker (--env-file) read them: '#' and ';' begin a comment line,
/// quotes around a value go, and within double quotes or without any a backslash takes what follows as it is. Errors of
/// kind Invalid: not_an_assignment, quote_not_closed.
Result<QList<SettingLine>> readEnvironmentText(const QByteArray &text);

/// Lines of an INI file as settings. Errors of kind Invalid: setting_unknown, setting_not_kept, setting_out_of_range.
Result<SettingValues> checkedSettings(const QList<SettingLine> &lines);
/// One value. Errors: setting_out_of_range.
Result<void> checkLine(const SettingSpec &spec, const SettingLine &line);

} // namespace teleconsult::config
