#include "core/config/setting_entry.h"

#include "core/config/setting_values.h"

#include <QDir>

namespace teleconsult::config {

namespace {

bool acceptsAny(const QVariant &)
{
    return true;
}

bool acceptsBool(const QVariant &value)
{
    return toBool(value).has_value();
}

bool acceptsFolder(const QVariant &value)
{
    const QString path = toText(value);
    return path.isEmpty() || QDir::isAbsolutePath(path);
}

bool acceptsAddress(const QVariant &value)
{
    const QString text = toText(value);
    return text.isEmpty() || toBaseUrl(text);
}

bool acceptsHeader(const QVariant &value)
{
    return isHeaderForUs(toText(value));
}

} // namespace

Entry::Entry(const QString &key, const char *environment, SettingType type, QVariant defaultValue,
             std::function<bool(const QVariant &)> accepts)
{
    m_spec.key = key;
    m_spec.environment = environment;
    m_spec.type = type;
    m_spec.defaultValue = std::move(defaultValue);
    m_spec.accepts = std::move(accepts);
}

Entry Entry::boolean(const QString &key, const char *environment, bool defaultValue)
{
    return {key, environment, SettingType::Boolean, defaultValue, acceptsBool};
}

Entry Entry::integer(const QString &key, const char *environment, qint64 defaultValue, qint64 least, qint64 most)
{
    Entry entry(key, environment, SettingType::Integer, defaultValue, [least, most](const QVariant &value) {
        bool isNumber = false;
        const qint64 number = toText(value).toLongLong(&isNumber);
        return isNumber && number >= least && number <= most;
    });
    entry.m_spec.least = least;
    entry.m_spec.most = most;
    return entry;
}

Entry Entry::choice(const QString &key, const char *environment, const QStringList &choices,
                    const QString &defaultValue)
{
    Entry entry(key, environment, SettingType::Choice, defaultValue,
                [choices](const QVariant &value) { return choices.contains(toText(value)); });
    entry.m_spec.choices = choices;
    return entry;
}

Entry Entry::text(const QString &key, const char *environment, const QString &defaultValue)
{
    return {key, environment, SettingType::Text, defaultValue, acceptsAny};
}

Entry Entry::paragraphs(const QString &key, const char *environment)
{
    return {key, environment, SettingType::Paragraphs, QString(), acceptsAny};
}

Entry Entry::list(const QString &key, const char *environment, const QStringList &defaultValue)
{
    return {key, environment, SettingType::List, defaultValue, acceptsAny};
}

Entry Entry::address(const QString &key, const char *environment)
{
    return {key, environment, SettingType::Address, QString(), acceptsAddress};
}

Entry Entry::file(const QString &key, const char *environment)
{
    return {key, environment, SettingType::File, QString(), acceptsAny};
}

Entry Entry::folder(const QString &key, const char *environment)
{
    return {key, environment, SettingType::Folder, QString(), acceptsFolder};
}

Entry Entry::header(const QString &key, const char *environment, const QString &defaultValue)
{
    Entry entry(key, environment, SettingType::Text, defaultValue, acceptsHeader);
    entry.range(QT_TRANSLATE_NOOP("Setting", "a header's name"));
    return entry;
}

Entry Entry::note(const QString &key)
{
    Entry entry(key, "", SettingType::List, QStringList(), acceptsAny);
    entry.m_spec.kind = SettingSpec::Kind::Note;
    return entry;
}

Entry &Entry::says(const char *title, const char *explanation)
{
    m_spec.title = title;
    m_spec.explanation = explanation;
    return *this;
}

Entry &Entry::range(const char *words)
{
    m_spec.range = words;
    return *this;
}

Entry &Entry::counts(SettingUnit unit)
{
    m_spec.unit = unit;
    return *this;
}

Entry &Entry::accepts(std::function<bool(const QVariant &)> isInRange)
{
    m_spec.accepts = std::move(isInRange);
    return *this;
}

Entry &Entry::mustBeRight()
{
    m_spec.mustBeRight = true;
    return *this;
}

Entry &Entry::alsoSaidBy(const QString &key)
{
    m_spec.alsoSaidBy = key;
    return *this;
}

Entry &Entry::secret(SettingSpec::Kind kind)
{
    m_spec.isSecret = true;
    m_spec.kind = kind;
    return *this;
}

QList<SettingSpec> onPage(SettingPage page, Takes takes, const QList<Entry> &entries)
{
    QList<SettingSpec> specs;
    for (const Entry &entry : entries) {
        specs << entry.spec();
        specs.last().page = page;
        specs.last().needsRestart = takes == Takes::Restart;
    }
    return specs;
}

} // namespace teleconsult::config
