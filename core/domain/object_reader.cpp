#include "core/domain/object_reader.h"

#include "core/domain/json.h"

namespace teleconsult {

ObjectReader::ObjectReader(QJsonObject object, QString prefix, Nulls nulls)
    : m_object(std::move(object)), m_prefix(std::move(prefix)), m_nulls(nulls)
{}

bool ObjectReader::isPresent(const QString &name)
{
    m_known.insert(name);
    const QJsonValue found = m_object.value(name);
    if (found.isNull() && m_nulls == Nulls::AreMistakes)
        fail(QStringLiteral("wrong_type"), name, QStringLiteral("must not be null"));
    return !found.isUndefined() && !found.isNull();
}

void ObjectReader::fail(const QString &code, const QString &name, const QString &message)
{
    if (!m_mistake)
        m_mistake = invalid(code, m_prefix + name, m_prefix + name + QLatin1Char(' ') + message).value();
}

void ObjectReader::take(const std::optional<Error> &mistake)
{
    if (!m_mistake)
        m_mistake = mistake;
}

void ObjectReader::require(const QString &name)
{
    fail(QStringLiteral("required"), name, QStringLiteral("is required"));
}

void ObjectReader::wrongType(const QString &name, const char *wanted)
{
    fail(QStringLiteral("wrong_type"), name, QStringLiteral("must be %1").arg(QLatin1String(wanted)));
}

std::optional<QString> ObjectReader::text(const QString &name)
{
    if (!isPresent(name))
        return std::nullopt;
    const QJsonValue found = m_object.value(name);
    if (found.isString())
        return found.toString();
    wrongType(name, "a string");
    return std::nullopt;
}

std::optional<int> ObjectReader::integer(const QString &name)
{
    if (!isPresent(name))
        return std::nullopt;
    const std::optional<int> number = toWholeNumber(m_object.value(name));
    if (!number)
        wrongType(name, "an integer");
    return number;
}

std::optional<QDateTime> ObjectReader::date(const QString &name)
{
    const std::optional<QString> written = text(name);
    if (!written)
        return std::nullopt;
    const QDateTime read = dateFrom(*written, WithoutZone::IsRefused);
    // The contract's form has the letter (seed 004), while the reader takes a blank for it too.
    if (read.isValid() && written->contains(QLatin1Char('T')))
        return read;
    fail(QStringLiteral("invalid_date"), name, QStringLiteral("must be a date (YYYY-MM-DDTHH:mm:ss.sssZ)"));
    return std::nullopt;
}

std::optional<QJsonArray> ObjectReader::array(const QString &name)
{
    if (!isPresent(name))
        return std::nullopt;
    const QJsonValue found = m_object.value(name);
    if (found.isArray())
        return found.toArray();
    wrongType(name, "an array");
    return std::nullopt;
}

std::optional<bool> ObjectReader::boolean(const QString &name)
{
    if (!isPresent(name))
        return std::nullopt;
    const QJsonValue found = m_object.value(name);
    if (found.isBool())
        return found.toBool();
    wrongType(name, "true or false");
    return std::nullopt;
}

std::optional<ObjectReader> ObjectReader::object(const QString &name)
{
    if (!isPresent(name))
        return std::nullopt;
    const QJsonValue found = m_object.value(name);
    if (found.isObject())
        return ObjectReader(found.toObject(), m_prefix + name + QLatin1Char('.'), m_nulls);
    wrongType(name, "an object");
    return std::nullopt;
}

std::optional<QStringList> ObjectReader::texts(const QString &name)
{
    const std::optional<QJsonArray> found = array(name);
    if (!found)
        return std::nullopt;
    QStringList all;
    for (const QJsonValue entry : *found) {
        if (!entry.isString()) {
            wrongType(name, "an array of strings");
            return std::nullopt;
        }
        all << entry.toString();
    }
    return all;
}

QJsonValue ObjectReader::value(const QString &name)
{
    return isPresent(name) ? m_object.value(name) : QJsonValue(QJsonValue::Undefined);
}

std::optional<Error> ObjectReader::mistake()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_known.contains(name))
            fail(QStringLiteral("unknown_field"), name, QStringLiteral("is not known"));
    }
    return m_mistake;
}

} // namespace teleconsult
