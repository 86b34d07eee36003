#include "core/config/settings_check.h"

#include "core/config/settings.h"
#include "core/config/settings_file.h"

namespace teleconsult::config {

namespace {

Error outOfRange(const QString &source, const SettingSpec &spec)
{
    return invalid(QStringLiteral("setting_out_of_range"), source,
                   QStringLiteral("%1 is out of range: it %2").arg(source, requirementOf(spec)))
        .value();
}

/// Of what this program does itself.
template <typename Note>
void checkOwnWork(const Settings &settings, const Note &note)
{
    const Result<QUrl> kaleyra = settings.kaleyraBaseUrl();
    note(kaleyra);
    if (kaleyra && !kaleyra->isEmpty())
        note(settings.kaleyraApiKey());
    note(settings.serviceConfiguration());
    note(settings.crudService());
    if (settings.serviceConfiguration()) // Its error would be told twice.
        note(settings.authService());
}

} // namespace

QList<Error> mistakesIn(const SettingSources &sources)
{
    const QSettings &file = sources.userFile();
    QStringList unknown = file.allKeys();
    QList<Error> mistakes;
    const Result<QList<SettingLine>> lines = readIniFile(file.fileName());
    if (!lines && lines.error().kind == Error::Kind::Invalid) // There need be no file.
        mistakes << lines.error();
    for (const SettingSpec &spec : Settings::catalogue()) {
        unknown.removeAll(spec.key);
        if (spec.mustBeRight)
            continue;
        if (isInEnvironment(spec) && !spec.accepts(qEnvironmentVariable(spec.environment.constData())))
            mistakes << outOfRange(QString::fromLatin1(spec.environment), spec);
        if (file.contains(spec.key) && !spec.accepts(file.value(spec.key)))
            mistakes << outOfRange(spec.key, spec);
    }
    for (const QString &key : unknown)
        mistakes
            << invalid(QStringLiteral("setting_unknown"), key, QStringLiteral("%1 is no setting").arg(key)).value();
    return mistakes;
}

QList<Error> failuresOf(const Settings &settings)
{
    QList<Error> found;
    const auto note = [&found](const auto &result) {
        if (!result)
            found << result.error();
    };
    note(settings.secretStore());
    const auto elsewhere = settings.remoteService();
    note(elsewhere);
    if (!elsewhere || !*elsewhere)
        checkOwnWork(settings, note);
    note(settings.signIn());
    note(settings.appointmentKey());
    return found;
}

} // namespace teleconsult::config
