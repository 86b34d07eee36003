#include "tests/support/crud_service_double.h"

#include <QDateTime>

#include <optional>

namespace teleconsult::test {

using crud::Definition;
using crud::Field;

namespace {

QString text(const QJsonObject &document, const char *name)
{
    return document.value(QLatin1String(name)).toString();
}

} // namespace

Definition CrudServiceDouble::consultations()
{
    using Type = Field::Type;
    return {.path = QStringLiteral("teleconsultations"),
            .fields = {{QStringLiteral("bandyerRoomId"), Type::Text},
                       {QStringLiteral("participantsNumber"), Type::Number, true},
                       {QStringLiteral("participants"), Type::Objects},
                       {QStringLiteral("teleconsultationState"), Type::Text},
                       {QStringLiteral("startDate"), Type::Date, true},
                       {QStringLiteral("endDate"), Type::Date}},
            .unique = {}};
}

Definition CrudServiceDouble::users(bool uniqueExternalIds)
{
    const QString externalId = QStringLiteral("receivedUserId");
    return {.path = QStringLiteral("teleconsultations_users"),
            .fields = {{QStringLiteral("bandyerId"), Field::Type::Text, true}, {externalId, Field::Type::Text, true}},
            .unique = uniqueExternalIds ? QStringList{externalId} : QStringList()};
}

CrudServiceDouble::CrudServiceDouble(QList<Definition> definitions, int version)
{
    m_source.now = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();
    for (const Definition &definition : std::as_const(definitions))
        m_collections.emplace_back(definition, version, m_source);
    m_server.handleRest([this](const ScriptedServer::Request &request) { return answer(request); });
}

void CrudServiceDouble::fail(const QByteArray &method, const QList<ScriptedServer::Answer> &answers)
{
    const std::lock_guard lock(m_mutex);
    m_failures[method] << answers;
}

void CrudServiceDouble::after(const QByteArray &method, std::function<void()> act)
{
    const std::lock_guard lock(m_mutex);
    m_afterwards.insert(method, std::move(act));
}

void CrudServiceDouble::stopClock()
{
    const std::lock_guard lock(m_mutex);
    m_source.stands = true;
}

void CrudServiceDouble::clear()
{
    const std::lock_guard lock(m_mutex);
    for (crud::Collection &collection : m_collections)
        collection.documents().clear();
}

QString CrudServiceDouble::put(const QString &path, QJsonObject document)
{
    const std::lock_guard lock(m_mutex);
    QJsonObject stored{{QStringLiteral("_id"), m_source.newId()},
                       {QStringLiteral("__STATE__"), QStringLiteral("PUBLIC")},
                       {QStringLiteral("creatorId"), QStringLiteral("public")},
                       {QStringLiteral("updaterId"), QStringLiteral("public")},
                       {QStringLiteral("createdAt"), m_source.tick()}};
    stored.insert(QStringLiteral("updatedAt"), stored.value(QStringLiteral("createdAt")));
    for (auto it = document.begin(); it != document.end(); ++it)
        stored.insert(it.key(), it.value());
    for (crud::Collection &collection : m_collections) {
        if (collection.definition().path == path)
            collection.documents() << stored;
    }
    return text(stored, "_id");
}

void CrudServiceDouble::change(const QString &path, const QString &id, const QJsonObject &values)
{
    const std::lock_guard lock(m_mutex);
    for (crud::Collection &collection : m_collections) {
        for (QJsonObject &document : collection.documents()) {
            if (collection.definition().path != path || text(document, "_id") != id)
                continue;
            for (auto it = values.begin(); it != values.end(); ++it)
                document.insert(it.key(), it.value());
            document.insert(QStringLiteral("updatedAt"), m_source.tick());
        }
    }
}

QList<QJsonObject> CrudServiceDouble::documents(const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    for (const crud::Collection &collection : m_collections) {
        if (collection.definition().path == path)
            return collection.documents();
    }
    return {};
}

ScriptedServer::Answer CrudServiceDouble::answer(const ScriptedServer::Request &request)
{
    std::function<void()> afterwards;
    std::unique_lock lock(m_mutex);
    if (QList<ScriptedServer::Answer> &failures = m_failures[request.method]; !failures.isEmpty())
        return failures.takeFirst();

    ScriptedServer::Answer given = crud::notFound();
    const QString path = QUrl::fromPercentEncoding(request.path);
    for (crud::Collection &collection : m_collections) {
        const QString base = QLatin1Char('/') + collection.definition().path;
        if (path != base && !path.startsWith(base + QLatin1Char('/')))
            continue;
        QByteArray query = request.query;
        query.replace('+', "%20"); // As the service reads it.
        const QByteArray rest = request.path.mid(base.size() + 1);
        // An id with a slash in it, percent-encoded, is one id.
        given = collection.answer({request.method, QString::fromLatin1(rest), QUrlQuery(QString::fromLatin1(query)),
                                   request.headers, request.body, request.parts});
        afterwards = m_afterwards.value(request.method);
        break;
    }
    lock.unlock();
    if (afterwards)
        afterwards();
    return given;
}

} // namespace teleconsult::test
