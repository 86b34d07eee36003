#include "tests/support/crud_double_collection.h"

#include "core/domain/json.h"
#include "tests/support/crud_double_filter.h"
#include "tests/support/crud_double_parameters.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace teleconsult::test::crud {

namespace {

const QByteArray jsonType = "application/json; charset=utf-8";

ScriptedServer::Answer json(int status, const QByteArray &body)
{
    return {.status = status, .body = body, .contentType = jsonType};
}

ScriptedServer::Answer refusal(const Refusal &refusal)
{
    return json(refusal.status, refusal.body);
}

QString text(const QJsonObject &document, const char *name)
{
    return document.value(QLatin1String(name)).toString();
}

/// Absent, empty, "null" and "undefined" are nobody (§7).
QString actor(const QByteArray &header)
{
    const bool nobody = header.isEmpty() || header == "null" || header == "undefined";
    return nobody ? QStringLiteral("public") : QString::fromUtf8(header);
}

Refusal nothingFound()
{
    return {404, R"({"error":"not found"})"};
}

/// By id (§5).
bool mayStep(const QString &from, const QString &to)
{
    static const QHash<QString, QStringList> refused{
        {QStringLiteral("PUBLIC"), {QStringLiteral("DELETED")}},
        {QStringLiteral("DRAFT"), {QStringLiteral("DELETED")}},
        {QStringLiteral("TRASH"), {QStringLiteral("PUBLIC")}},
        {QStringLiteral("DELETED"), {QStringLiteral("PUBLIC"), QStringLiteral("DRAFT")}}};
    return !refused.value(from).contains(to);
}

} // namespace

QString Source::newId()
{
    return QStringLiteral("69a5%1").arg(++ids, 20, 16, QLatin1Char('0'));
}

QString Source::tick()
{
    now += stands ? 0 : 1;
    return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODateWithMs);
}

ScriptedServer::Answer notFound()
{
    return refusal(nothingFound());
}

Collection::Collection(Definition definition, int version, Source &source)
    : m_definition(std::move(definition)), m_version(version), m_source(&source)
{}

Collection::Answer Collection::answer(const Asked &asked)
{
    // Routes of the service that nothing here needs.
    static const QStringList others{QStringLiteral("export"), QStringLiteral("schema"), QStringLiteral("validate"),
                                    QStringLiteral("bulk"),   QStringLiteral("state"),  QStringLiteral("upsert-one")};
    const QStringList parts = asked.rest.split(QLatin1Char('/'));
    const QString id = QUrl::fromPercentEncoding(parts.first().toLatin1());
    if (parts.size() > 2 || (parts.size() == 2 && parts.at(1) != QLatin1String("state")))
        return notFound();
    if (others.contains(id) || (id.isEmpty() && (asked.method == "PATCH" || asked.method == "DELETE")))
        return json(501, R"({"error":"the double does not do this"})");
    if (id == QLatin1String("import") && parts.size() == 1 && m_definition.takesImports)
        return asked.method == "POST" ? import(asked) : json(501, R"({"error":"the double does not do this"})");
    if (parts.size() == 2)
        return asked.method == "POST" ? moveState(asked, id) : notFound();
    if (asked.method == "GET" && id == QLatin1String("count"))
        return count(asked);
    if (asked.method == "GET")
        return id.isEmpty() ? list(asked) : one(asked, id);
    if (asked.method == "POST" && id.isEmpty())
        return insert(asked);
    if (asked.method == "PATCH")
        return change(asked, id);
    if (asked.method == "DELETE")
        return remove(asked, id);
    return notFound();
}

Checked<QList<qsizetype>> Collection::matching(const Asked &asked, const QString &id, bool withStates) const
{
    QList<QJsonObject> filters;
    const QList<std::pair<QString, QString>> items = asked.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        const Field *field = m_definition.field(name);
        if (name != QLatin1String("_q") && !field)
            continue;
        const Checked<QJsonObject> filter =
            field ? equality(*field, value) : readFilter(m_definition, value.toUtf8(), m_version);
        if (!filter)
            return tl::unexpected<Refusal>(filter.error());
        filters << *filter;
    }
    const Checked<QStringList> letThrough = states(asked.query);
    if (!letThrough)
        return tl::unexpected<Refusal>(letThrough.error());

    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_documents.size(); ++i) {
        const QJsonObject &document = m_documents.at(i);
        const bool passed = std::all_of(filters.begin(), filters.end(),
                                        [&](const QJsonObject &filter) { return passes(document, filter); });
        if (passed && (id.isEmpty() || text(document, "_id") == id) &&
            (!withStates || letThrough->contains(text(document, "__STATE__"))))
            found << i;
    }
    return found;
}

Checked<qsizetype> Collection::only(const Asked &asked, const QString &id, bool withStates) const
{
    const Checked<QList<qsizetype>> found = matching(asked, id, withStates);
    if (!found)
        return tl::unexpected<Refusal>(found.error());
    if (found->isEmpty())
        return tl::unexpected<Refusal>(nothingFound());
    return found->first();
}

Collection::Answer Collection::list(const Asked &asked) const
{
    if (const auto checked = checkParameters(m_definition, asked.query, parametersOfList()); !checked)
        return refusal(checked.error());
    const Checked<int> limit = number(asked.query, QStringLiteral("_l"), 25, 1, 200);
    const Checked<int> skip = number(asked.query, QStringLiteral("_sk"), 0, 0, std::numeric_limits<int>::max());
    const Checked<QStringList> keys = sorting(m_definition, asked.query);
    if (!limit || !skip || !keys)
        return refusal(!limit ? limit.error() : !skip ? skip.error() : keys.error());
    Checked<QList<qsizetype>> found = matching(asked, {});
    if (!found)
        return refusal(found.error());

    std::stable_sort(found->begin(), found->end(), [&](qsizetype one, qsizetype other) {
        for (const QString &key : *keys) {
            const bool descending = key.startsWith(QLatin1Char('-'));
            const QString name = descending ? key.mid(1) : key;
            const int order = compared(m_documents.at(one).value(name), m_documents.at(other).value(name));
            if (order != 0)
                return descending ? order > 0 : order < 0;
        }
        return false;
    });
    QByteArrayList shown;
    for (const qsizetype index : found->mid(*skip, *limit))
        shown << compactJson(projected(m_definition, m_documents.at(index), asked.query));
    return {.status = 200,
            .body = "[\n" + shown.join("\n,\n") + "\n]\n",
            .contentType = "application/json",
            .streamed = true};
}

Collection::Answer Collection::count(const Asked &asked) const
{
    if (const auto checked = checkParameters(m_definition, asked.query, parametersOfOne()); !checked)
        return refusal(checked.error());
    const Checked<QList<qsizetype>> found = matching(asked, {});
    return found ? json(200, QByteArray::number(found->size())) : refusal(found.error());
}

Collection::Answer Collection::one(const Asked &asked, const QString &id) const
{
    if (const auto checked = checkParameters(m_definition, asked.query, parametersOfOne()); !checked)
        return refusal(checked.error());
    const Checked<qsizetype> found = only(asked, id);
    if (!found)
        return refusal(found.error());
    // Version 6 showed what the definition does not know (§14).
    return json(200, compactJson(projected(m_definition, m_documents.at(*found), asked.query, m_version < 7)));
}

Collection::Answer Collection::insert(const Asked &asked)
{
    const Checked<QJsonValue> body = bodyOf(asked.headers.value("content-type"), asked.body);
    if (!body)
        return refusal(body.error());
    Checked<QJsonObject> document = storedDocument(m_definition, *body);
    if (!document)
        return refusal(document.error());
    document->insert(QStringLiteral("_id"), m_source->newId());
    if (violatesIndex(*document))
        return duplicateAnswer(m_definition.unique.first() + QStringLiteral("_unique"));
    const QJsonValue id = document->value(QStringLiteral("_id"));
    store(*std::move(document), asked);
    return json(200, compactJson(QJsonObject{{QStringLiteral("_id"), id}}));
}

void Collection::store(QJsonObject document, const Asked &asked)
{
    touch(document, asked);
    document.insert(QStringLiteral("creatorId"), document.value(QStringLiteral("updaterId")));
    document.insert(QStringLiteral("createdAt"), document.value(QStringLiteral("updatedAt")));
    m_documents << document;
}

Collection::Answer Collection::duplicateAnswer(const QString &index) const
{
    const int status = m_version < 7 ? 422 : 409;
    const QString reason = m_version < 7 ? QStringLiteral("Unprocessable Entity") : QStringLiteral("Conflict");
    return json(status,
                errorBody(status, reason, duplicateMessage() + QStringLiteral(" index: %1 dup key").arg(index)));
}

/// Every document is checked before the first is stored; what comes before a duplicate stays (R 88).
Collection::Answer Collection::import(const Asked &asked)
{
    if (!asked.headers.value("content-type").startsWith("multipart/form-data"))
        return refusal(refuse(QStringLiteral("Request is not multipart")).value());
    if (asked.parts.size() != 1 || asked.parts.first().fileName.isEmpty())
        return refusal(refuse(QStringLiteral("Missing file")).value());
    const ScriptedServer::Part &file = asked.parts.first();
    if (file.name != "file" || file.contentType != "application/json")
        return json(501, R"({"error":"the double does not do this"})");
    const QJsonDocument content = QJsonDocument::fromJson(file.content);
    if (!content.isArray())
        return json(501, R"({"error":"the double does not do this"})");
    QList<QJsonObject> documents;
    const QJsonArray entries = content.array();
    for (const QJsonValue entry : entries) {
        const Checked<QJsonObject> document = importedDocument(m_definition, entry, int(documents.size()));
        if (!document)
            return refusal(document.error());
        documents << *document;
    }
    for (QJsonObject &document : documents) {
        const QString id = text(document, "_id");
        if (id.isEmpty())
            document.insert(QStringLiteral("_id"), m_source->newId());
        const bool isThere = std::any_of(m_documents.begin(), m_documents.end(), [&](const QJsonObject &other) {
            return !id.isEmpty() && text(other, "_id") == id;
        });
        if (isThere)
            return duplicateAnswer(QStringLiteral("_id_"));
        if (violatesIndex(document))
            return duplicateAnswer(m_definition.unique.first() + QStringLiteral("_unique"));
        store(document, asked);
    }
    return json(201, R"({"message":"File uploaded successfully"})");
}

Collection::Answer Collection::change(const Asked &asked, const QString &id)
{
    const Checked<QJsonValue> body = bodyOf(asked.headers.value("content-type"), asked.body);
    if (!body)
        return refusal(body.error());
    if (const auto checked = checkParameters(m_definition, asked.query, parametersOfOne()); !checked)
        return refusal(checked.error());
    // The commands are checked before the document is looked for (R 149).
    if (const Checked<QJsonObject> checked = changedDocument(m_definition, {}, *body); !checked)
        return refusal(checked.error());
    const Checked<qsizetype> found = only(asked, id);
    if (!found)
        return refusal(found.error());
    QJsonObject &document = m_documents[*found];
    Checked<QJsonObject> changed = changedDocument(m_definition, document, *body);
    if (violatesIndex(*changed))
        return refusal(fail(duplicateMessage() + QStringLiteral(" dup key"), QStringLiteral("11000")).value()); // R 89
    touch(*changed, asked);
    document = *changed;
    return json(200, compactJson(projected(m_definition, document, asked.query)));
}

Collection::Answer Collection::moveState(const Asked &asked, const QString &id)
{
    const Checked<QJsonValue> body = bodyOf(asked.headers.value("content-type"), asked.body);
    if (!body)
        return refusal(body.error());
    if (const auto checked = checkParameters(m_definition, asked.query, {QStringLiteral("_q")}); !checked)
        return refusal(checked.error());
    const QString key = QStringLiteral("stateTo");
    if (!body->toObject().contains(key))
        return refusal(refuseBySchema(QStringLiteral("body must have required property 'stateTo'")).value());
    const QString to = body->toObject().value(key).toString();
    if (!isState(to))
        return refusal(
            refuseBySchema(QStringLiteral("body/stateTo must be equal to one of the allowed values")).value());
    const Checked<qsizetype> found = only(asked, id, false);
    if (!found)
        return refusal(found.error());
    QJsonObject &document = m_documents[*found];
    const QString from = text(document, "__STATE__");
    if (!mayStep(from, to))
        return m_version < 7
                   ? notFound()
                   : refusal(refuse(QStringLiteral("transition from %1 to %2 not allowed.").arg(from, to)).value());
    document.insert(QStringLiteral("__STATE__"), to);
    touch(document, asked);
    return {.status = 204};
}

Collection::Answer Collection::remove(const Asked &asked, const QString &id)
{
    if (asked.headers.value("content-type").startsWith("application/json") && asked.headers.contains("content-length"))
        return refusal(bodyOf("application/json", asked.body).error()); // R 163
    if (const auto checked = checkParameters(m_definition, asked.query, parametersOfOne()); !checked)
        return refusal(checked.error());
    const Checked<qsizetype> found = only(asked, id);
    if (!found)
        return refusal(found.error());
    m_documents.removeAt(*found);
    return {.status = 204};
}

bool Collection::violatesIndex(const QJsonObject &document) const
{
    return std::any_of(m_documents.begin(), m_documents.end(), [&](const QJsonObject &other) {
        const QStringList &unique = m_definition.unique;
        return text(other, "_id") != text(document, "_id") &&
               std::any_of(unique.begin(), unique.end(),
                           [&](const QString &field) { return other.value(field) == document.value(field); });
    });
}

QString Collection::duplicateMessage() const
{
    return QStringLiteral("E11000 duplicate key error collection: crud_final.%1")
        .arg(QString(m_definition.path).replace(QLatin1Char('-'), QLatin1Char('_')));
}

void Collection::touch(QJsonObject &document, const Asked &asked)
{
    document.insert(QStringLiteral("updaterId"), actor(asked.headers.value("userid")));
    document.insert(QStringLiteral("updatedAt"), m_source->tick());
}

} // namespace teleconsult::test::crud
