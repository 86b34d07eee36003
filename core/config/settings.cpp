#include "core/config/settings.h"

#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/files/secret.h"

#include <QLoggingCategory>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcConfig, "teleconsult.config")

} // namespace

Settings::Settings(SettingInputs inputs)
    : m_sources(std::move(inputs)), m_apiKey(files::takeFromEnvironment("BANDYER_API_SECRET_KEY"))
{}

Settings::Settings(const QString &userFile) : Settings(SettingInputs{.userFile = userFile}) {}

Origin Settings::origin(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    if (known->kind == SettingSpec::Kind::EnvironmentSecret)
        return {m_apiKey.isEmpty() ? ValueSource::Default : ValueSource::Environment};
    return m_sources.find(*known).origin;
}

QString Settings::lockText(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known && known->kind != SettingSpec::Kind::EnvironmentSecret);
    return m_sources.lockText(*known);
}

QString Settings::text(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return known->kind == SettingSpec::Kind::EnvironmentSecret ? QString() : toText(m_sources.find(*known).value);
}

bool Settings::isSet(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return known->kind == SettingSpec::Kind::EnvironmentSecret ? !m_apiKey.isEmpty() : !text(key).isEmpty();
}

Result<void> Settings::write(const SettingValues &values)
{
    if (values.contains(keys::configurationFile))
        m_configuration.reset(); // What was read was another file, or is written anew.
    return m_sources.write(values);
}

Result<void> Settings::unset(const QString &key)
{
    return m_sources.unset(key);
}

std::shared_ptr<Settings> Settings::with(const SettingValues &entered) const
{
    SettingInputs inputs{.userFile = m_sources.userFile().fileName()};
    for (const SettingSpec &known : catalogue()) {
        if (known.kind != SettingSpec::Kind::EnvironmentSecret)
            inputs.policy.insert(known.key, m_sources.find(known).value);
    }
    inputs.policy.insert(entered);
    auto tried = std::make_shared<Settings>(std::move(inputs));
    tried->m_apiKey = m_apiKey;
    tried->m_signedIn = m_signedIn;
    return tried;
}

QVariant Settings::value(const QString &key) const
{
    const SettingSpec *known = spec(key);
    Q_ASSERT(known);
    return m_sources.find(*known).value;
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    const Result<void> written = keep({{key, value}});
    if (!written && written.error().kind == Error::Kind::Storage)
        m_sources.hold({{key, value}});
}

Result<void> Settings::keep(SettingValues values)
{
    for (auto value = values.begin(); value != values.end();)
        value = isLocked(value.key()) && toText(*value) == text(value.key()) ? values.erase(value) : std::next(value);
    if (values.isEmpty())
        return {};
    Result<void> written = m_sources.write(values);
    if (!written)
        qCWarning(lcConfig).noquote() << "a setting cannot be written:" << values.keys().join(QLatin1String(", "))
                                      << written.error().code;
    return written;
}

} // namespace teleconsult::config
