#include "tests/support/crud_double_filter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::test::crud {

namespace {

const QString andOperator = QStringLiteral("$and");
const QString orOperator = QStringLiteral("$or");

bool isOperators(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return !object.isEmpty() && object.begin().key().startsWith(QLatin1Char('$'));
}

Checked<QJsonValue> castDate(const QJsonValue &value)
{
    const QDateTime date = value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)
                                            : QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!date.isValid())
        return refuse(QStringLiteral("Invalid Date"));
    return QJsonValue(date.toUTC().toString(Qt::ISODateWithMs));
}

Checked<QJsonValue> cast(const Field &field, const QJsonValue &value)
{
    if (value.isNull())
        return value;
    if (field.type == Field::Type::Date)
        return castDate(value);
    if (field.type == Field::Type::Id && !isObjectId(value.toString()))
        return refuse(QStringLiteral("Invalid objectId"));
    return value;
}

Checked<QJsonValue> castAll(const Field &field, const QJsonArray &values)
{
    QJsonArray all;
    for (const QJsonValue value : values) {
        const Checked<QJsonValue> one = cast(field, value);
        if (!one)
            return one;
        all.append(*one);
    }
    return QJsonValue(all);
}

/// `field` is null for a path, where nothing is cast.
Checked<QJsonValue> readOperators(const Field *field, const QJsonObject &operators)
{
    static const QStringList casting{QStringLiteral("$gt"),  QStringLiteral("$lt"), QStringLiteral("$gte"),
                                     QStringLiteral("$lte"), QStringLiteral("$eq"), QStringLiteral("$ne")};
    static const QStringList castingLists{QStringLiteral("$in"), QStringLiteral("$nin"), QStringLiteral("$all")};
    static const QStringList plain{QStringLiteral("$exists"), QStringLiteral("$regex"), QStringLiteral("$options"),
                                   QStringLiteral("$elemMatch"), QStringLiteral("$size")};
    QJsonObject read;
    for (auto it = operators.begin(); it != operators.end(); ++it) {
        Checked<QJsonValue> operand = it.value();
        if (casting.contains(it.key()))
            operand = field ? cast(*field, it.value()) : operand;
        else if (castingLists.contains(it.key()))
            operand = field ? castAll(*field, it.value().toArray()) : operand;
        else if (!plain.contains(it.key()))
            return refuse(QStringLiteral("Unsupported operator: ") + it.key());
        const bool forLists = it.key() == QLatin1String("$elemMatch") || it.key() == QLatin1String("$size");
        if (forLists && field && field->type != Field::Type::Objects && field->type != Field::Type::Texts)
            return refuse(QStringLiteral("Unsupported operator: ") + it.key());
        if (!operand)
            return operand;
        read.insert(it.key(), *operand);
    }
    return QJsonValue(read);
}

Checked<QJsonObject> readObject(const Definition &definition, const QJsonObject &filter, int version);

Checked<QJsonValue> readList(const Definition &definition, const QJsonArray &filters, int version)
{
    QJsonArray read;
    for (const QJsonValue filter : filters) {
        const Checked<QJsonObject> one = readObject(definition, filter.toObject(), version);
        if (!one)
            return tl::unexpected<Refusal>(one.error());
        read.append(*one);
    }
    return QJsonValue(read);
}

Checked<QJsonObject> readObject(const Definition &definition, const QJsonObject &filter, int version)
{
    QJsonObject read;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        Checked<QJsonValue> condition = it.value();
        if (it.key() == andOperator || it.key() == orOperator) {
            condition = readList(definition, it.value().toArray(), version);
        } else if (it.key().startsWith(QLatin1Char('$'))) {
            return refuse(QStringLiteral("Unknown operator: ") + it.key());
        } else {
            const QString top = it.key().section(QLatin1Char('.'), 0, 0);
            const Field *field = definition.field(top);
            if (!field && version >= 7)
                return refuse(QStringLiteral("Unknown field: ") + it.key());
            const Field *caster = top == it.key() ? field : nullptr;
            if (isOperators(it.value()))
                condition = readOperators(caster, it.value().toObject());
            else if (caster)
                condition = cast(*caster, it.value());
        }
        if (!condition)
            return tl::unexpected<Refusal>(condition.error());
        read.insert(it.key(), *condition);
    }
    return read;
}

/// What stands at a path: of an array of objects, that of each of them; an array and its elements.
QList<QJsonValue> valuesAt(const QJsonValue &value, const QStringList &path)
{
    QList<QJsonValue> found;
    if (path.isEmpty()) {
        found << value;
        const QJsonArray elements = value.toArray();
        for (const QJsonValue element : elements)
            found << element;
    } else if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        for (const QJsonValue element : elements)
            found << valuesAt(element, path);
    } else if (value.isObject() && value.toObject().contains(path.first())) {
        found << valuesAt(value.toObject().value(path.first()), path.mid(1));
    }
    return found;
}

bool anyIs(const QList<QJsonValue> &values, const QJsonValue &wanted)
{
    return values.contains(wanted) || (wanted.isNull() && values.isEmpty());
}

/// Only values of the same type have an order.
template <typename Accept>
bool anyCompares(const QList<QJsonValue> &values, const QJsonValue &bound, Accept accept)
{
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) {
        return value.type() == bound.type() && accept(compared(value, bound));
    });
}

bool anyLike(const QList<QJsonValue> &values, const QJsonObject &operators)
{
    QRegularExpression::PatternOptions options = QRegularExpression::NoPatternOption;
    if (operators.value(QStringLiteral("$options")).toString().contains(QLatin1Char('i')))
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression pattern(operators.value(QStringLiteral("$regex")).toString(), options);
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) {
        return value.isString() && pattern.match(value.toString()).hasMatch();
    });
}

bool anyIn(const QList<QJsonValue> &values, const QJsonArray &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QJsonValue &one) { return anyIs(values, one); });
}

bool satisfies(const QList<QJsonValue> &values, const QString &name, const QJsonValue &operand,
               const QJsonObject &operators)
{
    if (name == QLatin1String("$eq"))
        return anyIs(values, operand);
    if (name == QLatin1String("$ne"))
        return !anyIs(values, operand);
    if (name == QLatin1String("$gt"))
        return anyCompares(values, operand, [](int order) { return order > 0; });
    if (name == QLatin1String("$gte"))
        return anyCompares(values, operand, [](int order) { return order >= 0; });
    if (name == QLatin1String("$lt"))
        return anyCompares(values, operand, [](int order) { return order < 0; });
    if (name == QLatin1String("$lte"))
        return anyCompares(values, operand, [](int order) { return order <= 0; });
    if (name == QLatin1String("$in"))
        return anyIn(values, operand.toArray());
    if (name == QLatin1String("$nin"))
        return !anyIn(values, operand.toArray());
    if (name == QLatin1String("$all")) {
        const QJsonArray all = operand.toArray();
        return std::all_of(all.begin(), all.end(), [&](const QJsonValue &one) { return anyIs(values, one); });
    }
    if (name == QLatin1String("$exists"))
        return values.isEmpty() != operand.toBool();
    if (name == QLatin1String("$regex"))
        return anyLike(values, operators);
    if (name == QLatin1String("$size"))
        return !values.isEmpty() && values.first().toArray().size() == operand.toInt();
    if (name == QLatin1String("$elemMatch"))
        return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) {
            return value.isObject() && passes(value.toObject(), operand.toObject());
        });
    return name == QLatin1String("$options");
}

bool fieldPasses(const QJsonObject &document, const QString &path, const QJsonValue &condition)
{
    const QList<QJsonValue> values = valuesAt(document, path.split(QLatin1Char('.')));
    if (!isOperators(condition))
        return anyIs(values, condition);
    const QJsonObject operators = condition.toObject();
    for (auto it = operators.begin(); it != operators.end(); ++it) {
        if (!satisfies(values, it.key(), it.value(), operators))
            return false;
    }
    return true;
}

} // namespace

Checked<QJsonObject> readFilter(const Definition &definition, const QByteArray &json, int version)
{
    const QJsonDocument read = QJsonDocument::fromJson(json);
    if (!read.isObject())
        return fail(QStringLiteral("Unexpected token in JSON")); // R 23
    return readObject(definition, read.object(), version);
}

Checked<QJsonObject> equality(const Field &field, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (field.type == Field::Type::Number && isNumber)
        return QJsonObject{{field.name, number}};
    const Checked<QJsonValue> wanted = cast(field, value);
    if (!wanted)
        return tl::unexpected<Refusal>(wanted.error());
    return QJsonObject{{field.name, *wanted}};
}

bool passes(const QJsonObject &document, const QJsonObject &filter)
{
    const auto onePasses = [&document](const QJsonValue &one) { return passes(document, one.toObject()); };
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const QJsonArray list = it.value().toArray();
        const bool passed = it.key() == andOperator  ? std::all_of(list.begin(), list.end(), onePasses)
                            : it.key() == orOperator ? std::any_of(list.begin(), list.end(), onePasses)
                                                     : fieldPasses(document, it.key(), it.value());
        if (!passed)
            return false;
    }
    return true;
}

int compared(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() && other.isDouble())
        return one.toDouble() < other.toDouble() ? -1 : int(one.toDouble() > other.toDouble());
    // Dates are kept in one form, whose order as text is theirs.
    return one.toString().compare(other.toString());
}

} // namespace teleconsult::test::crud
