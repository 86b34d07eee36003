#include "core/config/setting_sources.h"

#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcConfig, "teleconsult.config")

/// What the file says of these keys; an invalid QVariant: nothing.
SettingValues valuesIn(const QSettings &file, const QList<QString> &names)
{
    SettingValues values;
    for (const QString &key : names)
        values.insert(key, file.contains(key) ? file.value(key) : QVariant());
    return values;
}

void put(const SettingValues &values, QSettings &file)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        value->isValid() ? file.setValue(value.key(), *value) : file.remove(value.key());
}

} // namespace

QVariant asKept(const SettingSpec &spec, const QVariant &value)
{
    switch (spec.type) {
    case SettingType::Boolean:
        return toBool(value).value_or(false);
    case SettingType::Integer:
        return toText(value).toLongLong();
    case SettingType::List:
        return toList(value);
    default:
        return toText(value);
    }
}

QString toCode(ValueSource source)
{
    switch (source) {
    case ValueSource::Default:
        return QStringLiteral("default");
    case ValueSource::User:
        return QStringLiteral("user");
    case ValueSource::Environment:
        return QStringLiteral("environment");
    case ValueSource::CommandLine:
        return QStringLiteral("command line");
    case ValueSource::Policy:
        return QStringLiteral("policy");
    }
    Q_UNREACHABLE();
}

QString requirementOf(const SettingSpec &spec)
{
    const QString form =
        spec.type == SettingType::Choice ? QStringLiteral("must be one of: %1") : QStringLiteral("must be %1");
    return form.arg(rangeOf(spec));
}

bool isInEnvironment(const SettingSpec &spec)
{
    return !spec.environment.isEmpty() && !qEnvironmentVariableIsEmpty(spec.environment.constData());
}

SettingSources::SettingSources(SettingInputs inputs)
    : m_inputs(std::move(inputs)), m_file(std::make_unique<QSettings>(m_inputs.userFile, QSettings::IniFormat))
{}

const SettingSpec &SettingSources::holderOf(const SettingSpec &spec) const
{
    if (spec.alsoSaidBy.isEmpty())
        return spec;
    const SettingSpec &other = *Settings::spec(spec.alsoSaidBy);
    const Found said = find(other);
    const bool holds =
        !toText(said.value).isEmpty() && said.origin.isLocked() && said.origin.source > ask(spec).origin.source;
    return holds ? other : spec;
}

SettingSources::Found SettingSources::find(const SettingSpec &spec) const
{
    const SettingSpec &holder = holderOf(spec);
    return holder.key == spec.key ? ask(spec) : Found{spec.defaultValue, ask(holder).origin};
}

SettingSources::Found SettingSources::ask(const SettingSpec &spec) const
{
    Q_ASSERT(spec.kind != SettingSpec::Kind::EnvironmentSecret);
    if (const auto ruled = m_inputs.policy.constFind(spec.key); ruled != m_inputs.policy.constEnd())
        return {*ruled, {ValueSource::Policy}};
    if (const auto said = m_inputs.commandLine.constFind(spec.key); said != m_inputs.commandLine.constEnd())
        return {*said, {ValueSource::CommandLine}};
    if (isInEnvironment(spec)) {
        const QVariant value = qEnvironmentVariable(spec.environment.constData());
        if (spec.mustBeRight || spec.accepts(value))
            return {value, {ValueSource::Environment}};
        warnOnce(QString::fromLatin1(spec.environment));
    }
    const auto held = m_held.constFind(spec.key);
    const bool isHeld = held != m_held.constEnd();
    if (isHeld ? held->isValid() : m_file->contains(spec.key)) {
        const QVariant value = isHeld ? *held : m_file->value(spec.key);
        if (spec.mustBeRight || spec.accepts(value))
            return {value, {ValueSource::User}};
        warnOnce(spec.key);
    }
    return {spec.defaultValue, {}};
}

QString SettingSources::lockText(const SettingSpec &spec) const
{
    switch (find(spec).origin.source) {
    case ValueSource::Policy:
        return QCoreApplication::translate("Setting", "Laid down by this computer's policy.");
    case ValueSource::CommandLine:
        return QCoreApplication::translate("Setting", "Given on the command line (--set).");
    case ValueSource::Environment:
        return QCoreApplication::translate("Setting", "Given by %1 in the environment.")
            .arg(QString::fromLatin1(holderOf(spec).environment));
    default:
        return {};
    }
}

Result<const SettingSpec *> SettingSources::writable(const QString &key) const
{
    const SettingSpec *spec = Settings::spec(key);
    if (!spec)
        return invalid(QStringLiteral("setting_unknown"), key, QStringLiteral("%1 is no setting.").arg(key));
    if (spec->kind == SettingSpec::Kind::EnvironmentSecret)
        return invalid(QStringLiteral("setting_not_kept"), key,
                       QStringLiteral("%1 is not kept in a file of settings: %2 tells it.")
                           .arg(key, QString::fromLatin1(spec->environment)));
    if (find(*spec).origin.isLocked()) {
        Error locked = makeError(Error::Kind::Conflict, QStringLiteral("setting_locked"));
        locked.field = key;
        locked.message = QStringLiteral("%1 cannot be changed here. %2").arg(key, lockText(*spec));
        locked.detail = locked.message;
        return failure(std::move(locked));
    }
    return spec;
}

Result<SettingValues> SettingSources::checked(const SettingValues &values) const
{
    SettingValues found;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const Result<const SettingSpec *> spec = writable(value.key());
        if (!spec)
            return failure(spec.error());
        if (!value->isValid()) {
            found.insert(value.key(), {});
            continue;
        }
        if (!(*spec)->accepts(*value))
            return invalid(QStringLiteral("setting_out_of_range"), value.key(),
                           QStringLiteral("%1 %2.").arg(value.key(), requirementOf(**spec)));
        found.insert(value.key(), asKept(**spec, *value));
    }
    return found;
}

Result<void> SettingSources::write(const SettingValues &values)
{
    const Result<SettingValues> kept = checked(values);
    if (!kept)
        return failure(kept.error());
    return save(*kept);
}

void SettingSources::hold(const SettingValues &values)
{
    if (const Result<SettingValues> kept = checked(values))
        m_held.insert(*kept);
}

Result<void> SettingSources::unset(const QString &key)
{
    return write({{key, {}}});
}

/// Through an object of its own: status() keeps the first error there ever was, were it a line somebody wrote by hand.
Result<void> SettingSources::save(const SettingValues &kept)
{
    const QString path = m_file->fileName();
    // Reads what somebody else has written meanwhile, so that a mistake in it is not taken for one of the save.
    QSettings(path, QSettings::IniFormat).allKeys();
    QSettings file(path, QSettings::IniFormat);
    const SettingValues before = valuesIn(file, kept.keys());
    put(kept, file);
    file.sync();
    if (file.status() == QSettings::NoError) {
        for (auto value = kept.begin(); value != kept.end(); ++value)
            m_held.remove(value.key());
        return {};
    }
    put(before, file); // All objects of a file share what is not written yet, and would write it one day.
    return settingError(QStringLiteral("settings_unwritable"), QString());
}

void SettingSources::warnOnce(const QString &source) const
{
    if (m_warned.contains(source))
        return;
    m_warned.insert(source);
    qCWarning(lcConfig).noquote() << "a value is out of range and ignored:" << source;
}

Result<std::pair<QString, QVariant>> readOverride(const QString &text)
{
    const QString option = QStringLiteral("--set");
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals < 0)
        return invalid(QStringLiteral("malformed"), option,
                       QStringLiteral("--set must be followed by group/name=value"));
    const QString key = text.left(equals).trimmed();
    const SettingSpec *spec = Settings::spec(key);
    if (!spec || spec->kind == SettingSpec::Kind::Note)
        return invalid(QStringLiteral("setting_unknown"), option, QStringLiteral("--set: %1 is no setting").arg(key));
    if (spec->isSecret)
        return invalid(QStringLiteral("setting_secret"), option,
                       QStringLiteral("--set: %1 is a secret, and others can see arguments").arg(key));
    const QVariant value = text.mid(equals + 1);
    if (!spec->accepts(value))
        return invalid(QStringLiteral("setting_out_of_range"), option,
                       QStringLiteral("--set: %1 %2").arg(key, requirementOf(*spec)));
    return std::pair(key, value);
}

} // namespace teleconsult::config
