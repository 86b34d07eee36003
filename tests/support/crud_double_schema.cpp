#include "tests/support/crud_double_schema.h"

#include "core/domain/json.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::test::crud {

namespace {

const QString datePattern =
    QStringLiteral(R"(^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2}))?$)");

const QList<Field> &metadata()
{
    static const QList<Field> fields{
        {QStringLiteral("_id"), Field::Type::Id},         {QStringLiteral("updaterId"), Field::Type::Text},
        {QStringLiteral("updatedAt"), Field::Type::Date}, {QStringLiteral("creatorId"), Field::Type::Text},
        {QStringLiteral("createdAt"), Field::Type::Date}, {QStringLiteral("__STATE__"), Field::Type::Text}};
    return fields;
}

const Field *find(const QList<Field> &fields, const QString &name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

tl::unexpected<Refusal> mustBe(const QString &where, const char *what)
{
    return refuseBySchema(where + QStringLiteral(" must be ") + QLatin1String(what));
}

Checked<QJsonValue> storedNumber(const QJsonValue &value, const QString &where)
{
    if (value.isDouble())
        return value;
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    if (value.isBool())
        return QJsonValue(value.toBool() ? 1 : 0);
    return isNumber ? Checked<QJsonValue>(number) : Checked<QJsonValue>(mustBe(where, "number"));
}

Checked<QJsonValue> storedText(const QJsonValue &value, const QString &where)
{
    if (value.isString())
        return value;
    if (value.isDouble())
        return QJsonValue(QString::number(value.toDouble()));
    if (value.isBool())
        return QJsonValue(value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
    return mustBe(where, "string");
}

Checked<QJsonValue> storedTexts(const QJsonValue &value, const QString &where)
{
    if (!value.isArray())
        return mustBe(where, "array");
    QJsonArray stored;
    const QJsonArray given = value.toArray();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const Checked<QJsonValue> text = storedText(given.at(i), where + QStringLiteral("/%1").arg(i));
        if (!text)
            return text;
        stored.append(*text);
    }
    return QJsonValue(stored);
}

/// Participants: known keys have a type, others are taken as they are (R 51, 78).
Checked<QJsonValue> storedObjects(const QJsonValue &value, const QString &where)
{
    if (!value.isArray())
        return mustBe(where, "array");
    QJsonArray stored;
    const QJsonArray given = value.toArray();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString here = where + QStringLiteral("/%1").arg(i);
        if (!given.at(i).isObject())
            return mustBe(here, "object");
        QJsonObject object = given.at(i).toObject();
        for (const char *name : {"userBandyerId", "accessLinkURL", "fullName", "language", "groups"}) {
            const QString key = QString::fromLatin1(name);
            if (!object.contains(key))
                continue;
            const QString below = here + QLatin1Char('/') + key;
            const Checked<QJsonValue> known = key == QLatin1String("groups") ? storedTexts(object.value(key), below)
                                                                             : storedText(object.value(key), below);
            if (!known)
                return known;
            object.insert(key, *known);
        }
        stored.append(object);
    }
    return QJsonValue(stored);
}

Checked<QJsonValue> storedValue(const Field &field, const QJsonValue &value, const QString &where)
{
    if (value.isNull() && field.nullable)
        return value;
    switch (field.type) {
    case Field::Type::Id:
    case Field::Type::Text:
        return storedText(value, where);
    case Field::Type::Number:
        return storedNumber(value, where);
    case Field::Type::Date:
        return storedDate(value, where);
    case Field::Type::Texts:
        return storedTexts(value, where);
    case Field::Type::Object:
        return value.isObject() ? Checked<QJsonValue>(value) : Checked<QJsonValue>(mustBe(where, "object"));
    case Field::Type::Objects:
        return storedObjects(value, where);
    }
    Q_UNREACHABLE();
}

Checked<QJsonObject> withSet(const Definition &definition, QJsonObject document, const QJsonObject &values)
{
    const QString where = QStringLiteral("body/$set");
    for (auto it = values.begin(); it != values.end(); ++it) {
        const Field *field = definition.ownField(it.key());
        if (!field && it.key().contains(QLatin1Char('.')))
            return tl::unexpected<Refusal>({501, R"({"error":"the double sets whole fields only"})"});
        if (!field)
            return refuseUnknown(where, it.key());
        const Checked<QJsonValue> stored = storedValue(*field, it.value(), where + QLatin1Char('/') + it.key());
        if (!stored)
            return tl::unexpected<Refusal>(stored.error());
        document.insert(it.key(), *stored);
    }
    return document;
}

Checked<QJsonObject> withUnset(const Definition &definition, QJsonObject document, const QJsonObject &values)
{
    const QString where = QStringLiteral("body/$unset");
    for (auto it = values.begin(); it != values.end(); ++it) {
        const Field *field = definition.ownField(it.key());
        if (!field || field->required)
            return refuseUnknown(where, it.key());
        if (!it.value().toBool())
            return refuseBySchema(where + QLatin1Char('/') + it.key() +
                                  QStringLiteral(" must be equal to one of the allowed values"));
        document.remove(it.key());
    }
    return document;
}

} // namespace

const Field *Definition::ownField(const QString &name) const
{
    return find(fields, name);
}

const Field *Definition::field(const QString &name) const
{
    const Field *own = ownField(name);
    return own ? own : find(metadata(), name);
}

QStringList Definition::allNames() const
{
    QStringList names;
    for (const Field &field : metadata())
        names << field.name;
    for (const Field &field : fields)
        names << field.name;
    return names;
}

QByteArray errorBody(int status, const QString &error, const QString &message, const QString &code)
{
    QJsonObject body{
        {QStringLiteral("statusCode"), status}, {QStringLiteral("error"), error}, {QStringLiteral("message"), message}};
    if (!code.isEmpty())
        body.insert(QStringLiteral("code"), code);
    return compactJson(body);
}

tl::unexpected<Refusal> refuse(const QString &message)
{
    return tl::unexpected<Refusal>({400, errorBody(400, QStringLiteral("Bad Request"), message)});
}

tl::unexpected<Refusal> refuseBySchema(const QString &message)
{
    return tl::unexpected<Refusal>(
        {400, errorBody(400, QStringLiteral("Bad Request"), message, QStringLiteral("FST_ERR_VALIDATION"))});
}

tl::unexpected<Refusal> refuseUnknown(const QString &where, const QString &property)
{
    return refuse(where + QStringLiteral(" must NOT have additional properties. Property \"") + property +
                  QStringLiteral("\" is not defined in validation schema"));
}

tl::unexpected<Refusal> fail(const QString &message, const QString &code)
{
    return tl::unexpected<Refusal>({500, errorBody(500, QStringLiteral("Internal Server Error"), message, code)});
}

bool isObjectId(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^[a-fA-F\\d]{24}$"));
    return shape.match(text).hasMatch();
}

bool isState(const QString &text)
{
    return QStringList{QStringLiteral("PUBLIC"), QStringLiteral("DRAFT"), QStringLiteral("TRASH"),
                       QStringLiteral("DELETED")}
        .contains(text);
}

Checked<QJsonValue> storedDate(const QJsonValue &value, const QString &where)
{
    static const QRegularExpression shape(datePattern);
    const QString text = value.toString();
    if (!shape.match(text).hasMatch())
        return refuseBySchema(where + QStringLiteral(" must match pattern \"") + datePattern + QLatin1Char('"'));
    const bool onlyDate = !text.contains(QLatin1Char('T'));
    const QDateTime date =
        QDateTime::fromString(onlyDate ? text + QStringLiteral("T00:00:00Z") : text, Qt::ISODateWithMs);
    if (!date.isValid())
        return fail(QStringLiteral("Invalid Date")); // R 141
    return QJsonValue(date.toUTC().toString(Qt::ISODateWithMs));
}

Checked<QJsonObject> storedDocument(const Definition &definition, const QJsonValue &body)
{
    const QString where = QStringLiteral("body");
    if (!body.isObject())
        return mustBe(where, "object");
    const QJsonObject given = body.toObject();
    QJsonObject document{{QStringLiteral("__STATE__"), definition.defaultState}};
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.key() == QLatin1String("__STATE__")) {
            if (!isState(it.value().toString()))
                return refuseBySchema(QStringLiteral("body/__STATE__ must be equal to one of the allowed values"));
            document.insert(it.key(), it.value());
        } else if (!definition.ownField(it.key())) {
            return refuseUnknown(where, it.key());
        }
    }
    for (const Field &field : definition.fields) {
        if (field.required && !given.contains(field.name))
            return refuseBySchema(QStringLiteral("body must have required property '%1'").arg(field.name));
        if (!given.contains(field.name))
            continue;
        const Checked<QJsonValue> stored =
            storedValue(field, given.value(field.name), where + QLatin1Char('/') + field.name);
        if (!stored)
            return tl::unexpected<Refusal>(stored.error());
        document.insert(field.name, *stored);
    }
    return document;
}

/// An import tells where in the file and in the document, and not the name of an unknown property; a date of the right
/// form that does not exist fails as elsewhere.
Checked<QJsonObject> importedDocument(const Definition &definition, const QJsonValue &entry, int index)
{
    QJsonObject given = entry.toObject();
    const QString id = QStringLiteral("_id");
    const QJsonValue ownId = given.take(id);
    Checked<QJsonObject> stored = storedDocument(definition, entry.isObject() ? QJsonValue(given) : entry);
    if (!ownId.isUndefined() && !isObjectId(ownId.toString()))
        stored = refuse(QStringLiteral("body/_id must match pattern \"^[a-fA-F\\d]{24}$\""));
    if (!stored && stored.error().status == 400) {
        QString message =
            QJsonDocument::fromJson(stored.error().body).object().value(QLatin1String("message")).toString();
        const QString path = message.section(QLatin1Char(' '), 0, 0).mid(4);
        message = message.section(QLatin1Char(' '), 1).section(QStringLiteral(". Property"), 0, 0);
        return refuse(QStringLiteral("(index: %1%2) %3")
                          .arg(QString::number(index), path.isEmpty() ? path : QStringLiteral(", ") + path, message));
    }
    if (stored && !ownId.isUndefined())
        stored->insert(id, ownId.toString().toLower());
    return stored;
}

Checked<QJsonObject> changedDocument(const Definition &definition, const QJsonObject &document,
                                     const QJsonValue &commands)
{
    static const QStringList known{QStringLiteral("$set"),  QStringLiteral("$unset"),       QStringLiteral("$inc"),
                                   QStringLiteral("$mul"),  QStringLiteral("$currentDate"), QStringLiteral("$push"),
                                   QStringLiteral("$pull"), QStringLiteral("$addToSet")};
    if (!commands.isObject())
        return mustBe(QStringLiteral("body"), "object");
    Checked<QJsonObject> changed = document;
    const QJsonObject given = commands.toObject();
    for (auto it = given.begin(); it != given.end() && changed; ++it) {
        if (!known.contains(it.key()))
            return refuseUnknown(QStringLiteral("body"), it.key());
        if (it.key() == QLatin1String("$set"))
            changed = withSet(definition, *changed, it.value().toObject());
        else if (it.key() == QLatin1String("$unset"))
            changed = withUnset(definition, *changed, it.value().toObject());
        else
            return tl::unexpected<Refusal>({501, R"({"error":"the double does not know this command"})"});
    }
    return changed;
}

} // namespace teleconsult::test::crud
