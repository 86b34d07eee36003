// The OpenAPI document against what the API really answers.
#include "core/api/open_api.h"
#include "tests/core/api/served_clinic.h"

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

namespace {

/// What of a value does not fit its schema; empty: nothing. Knows as much of JSON schemas as the document uses.
class Schemas
{
public:
    explicit Schemas(const QJsonObject &document)
        : m_all(document[QStringLiteral("components")][QStringLiteral("schemas")].toObject())
    {}

    QStringList mistakes(const QJsonValue &value, QJsonObject schema, const QString &where = {}) const
    {
        const QString reference = schema[QStringLiteral("$ref")].toString();
        if (!reference.isEmpty())
            return mistakes(value, named(reference), where);
        if (schema.contains(QStringLiteral("oneOf"))) {
            QStringList least{where + QStringLiteral(": none of several")};
            for (const QJsonValue one : schema[QStringLiteral("oneOf")].toArray()) {
                if (mistakes(value, one.toObject(), where).isEmpty())
                    least.clear();
            }
            return least;
        }
        if (value.isNull())
            return schema[QStringLiteral("nullable")].toBool() ? QStringList() : QStringList(where + ": null");
        const QString type = schema[QStringLiteral("type")].toString();
        if (type == QLatin1String("object"))
            return ofObject(value, schema, where);
        if (type == QLatin1String("array"))
            return ofArray(value, schema, where);
        const bool fits = type == QLatin1String("string") ? value.isString()
                          : type == QLatin1String("boolean")
                              ? value.isBool()
                              : value.isDouble() && value.toDouble() == value.toInteger();
        const QJsonArray allowed = schema[QStringLiteral("enum")].toArray();
        return fits && (allowed.isEmpty() || allowed.contains(value)) ? QStringList() : QStringList(where + ": wrong");
    }

    /// Every name that is referred to must be there.
    QStringList dangling(const QJsonValue &in) const
    {
        QStringList all;
        if (in.isArray()) {
            for (const QJsonValue one : in.toArray())
                all << dangling(one);
        }
        const QJsonObject object = in.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key() == QLatin1String("$ref") && named(member->toString()).isEmpty())
                all << member->toString();
            all << dangling(*member);
        }
        return all;
    }

private:
    QJsonObject named(const QString &reference) const
    {
        return m_all[reference.section(QLatin1Char('/'), -1)].toObject();
    }

    QStringList ofObject(const QJsonValue &value, const QJsonObject &schema, const QString &where) const
    {
        if (!value.isObject())
            return {where + ": no object"};
        QStringList wrong;
        const QJsonObject members = value.toObject();
        const QJsonObject known = schema[QStringLiteral("properties")].toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            const QString here = where + QLatin1Char('.') + member.key();
            if (!known.contains(member.key()))
                wrong << here + ": not documented";
            else
                wrong << mistakes(*member, known[member.key()].toObject(), here);
        }
        for (const QJsonValue name : schema[QStringLiteral("required")].toArray()) {
            if (!members.contains(name.toString()))
                wrong << where + QLatin1Char('.') + name.toString() + ": missing";
        }
        return wrong;
    }

    QStringList ofArray(const QJsonValue &value, const QJsonObject &schema, const QString &where) const
    {
        if (!value.isArray())
            return {where + ": no array"};
        QStringList wrong;
        for (const QJsonValue one : value.toArray())
            wrong << mistakes(one, schema[QStringLiteral("items")].toObject(), where + "[]");
        return wrong;
    }

    QJsonObject m_all;
};

const QByteArray doctor = R"({"userExternalId":"doctor","fullName":"D","groups":["doctor"],"language":"it"})";
const QByteArray patient = R"({"userExternalId":"patient","fullName":"P","groups":["patient"]})";
const QByteArray late = R"({"userExternalId":"late","fullName":"L","groups":["patient"]})";

QByteArray wish(const QByteArray &number, const QByteArrayList &people)
{
    return R"({"start_date":"2126-02-22T15:30:00.000Z","duration_in_seconds":600,"participants":{"number":)" + number +
           R"(,"data":[)" + people.join(',') + "]}}";
}

} // namespace

class TestOpenApi : public QObject
{
    Q_OBJECT

    const QJsonObject m_document = api::openApiDocument(QStringLiteral("1.2.3"));
    const Schemas m_schemas{m_document};
    std::unique_ptr<ServedClinic> m_clinic;
    QSet<QString> m_succeeded; ///< Operations that were seen to.
    QStringList m_wrong;

    QJsonObject operation(const QByteArray &method, const QString &path) const
    {
        return m_document[QStringLiteral("paths")][path][QString::fromLatin1(method.toLower())].toObject();
    }

    void note(const QString &what, const QStringList &mistakes)
    {
        for (const QString &mistake : mistakes)
            m_wrong << what + QLatin1Char(' ') + mistake;
    }

    /// Asks, and holds body, status and answer against the document. `path`: with `{id}`.
    Reply ask(const QByteArray &method, const QString &path, const QString &id, int status, const QByteArray &body = {},
              const QByteArray &caller = "doctor", const QString &query = {}, const QByteArray &contentType = {})
    {
        const QString what = QString::fromLatin1(method) + QLatin1Char(' ') + path;
        QHash<QByteArray, QByteArray> headers{{"miauserid", caller}, {"miausergroups", "doctor"}};
        if (!contentType.isEmpty())
            headers.insert("content-type", contentType);
        const Reply reply =
            m_clinic->send(method, QString(path).replace(QStringLiteral("{id}"), id) + query, body, headers);
        const QJsonObject told = operation(method, path);
        const QJsonObject responses = told[QStringLiteral("responses")].toObject();
        const QJsonObject response = responses[QString::number(reply.status)].toObject();
        if (reply.status != status)
            m_wrong << QStringLiteral("%1 answers %2: ").arg(what).arg(reply.status) + QString::fromUtf8(reply.body);
        if (response.isEmpty())
            m_wrong << QStringLiteral("%1 does not tell of %2").arg(what).arg(reply.status);
        const QJsonObject content = response[QStringLiteral("content")][QStringLiteral("application/json")].toObject();
        if (content.isEmpty() != reply.body.isEmpty())
            m_wrong << what + QStringLiteral(" has a body that is not told, or none");
        else if (!content.isEmpty())
            note(what, m_schemas.mistakes(reply.json(), content[QStringLiteral("schema")].toObject()));
        if (reply.status < 300) {
            m_succeeded << what;
            checkBody(what, told, body, contentType);
        }
        return reply;
    }

    /// What is taken must be what the document says may be sent.
    void checkBody(const QString &what, const QJsonObject &told, const QByteArray &body, const QByteArray &contentType)
    {
        const QJsonObject content = told[QStringLiteral("requestBody")][QStringLiteral("content")].toObject();
        if (contentType.startsWith("multipart/")) {
            if (!content.contains(QStringLiteral("multipart/form-data")))
                m_wrong << what + QStringLiteral(" does not tell of its form");
        } else if (!body.isEmpty()) {
            note(what + QStringLiteral(" takes"),
                 m_schemas.mistakes(QJsonDocument::fromJson(body).object(),
                                    content[QStringLiteral("application/json")][QStringLiteral("schema")].toObject()));
        }
    }

private slots:
    void everyOperationIsThere()
    {
        for (const api::Api::Description &one : api::Api::operations()) {
            const QJsonObject told = operation(one.method, one.path);
            QVERIFY2(told[QStringLiteral("responses")].toObject().contains(QString::number(one.success)),
                     qPrintable(one.path));
            QCOMPARE(told[QStringLiteral("x-extension")].toBool(), one.isExtension);
        }
        QCOMPARE(m_schemas.dangling(m_document), QStringList());
        QVERIFY(
            operation("POST", QStringLiteral("/teleconsultation/{id}/participants/data"))[QStringLiteral("deprecated")]
                .toBool());
        for (const char *route : {"/-/healthz", "/-/ready", "/documentation/json"})
            QVERIFY(!operation("GET", QString::fromLatin1(route)).isEmpty());
    }

    void answersAreAsTold()
    {
        m_clinic = std::make_unique<ServedClinic>();
        const QString all = QStringLiteral("/teleconsultation");
        const QString one = QStringLiteral("/teleconsultation/{id}");
        const Reply created = ask("POST", all, {}, 201, wish("2", {doctor, patient}));
        const QString id = created.json()[QStringLiteral("roomId")].toString();
        ask("POST", all, {}, 400, wish("2", {patient, late}));
        ask("POST", all, {}, 415, "text", "doctor", {}, "text/plain");
        ask("POST", all, {}, 413, QByteArray(2 * 1024 * 1024, ' '));
        ask("GET", one, id, 200);
        ask("GET", one, id, 200, {}, "doctor", QStringLiteral("?useBackground=true&language=en"));
        ask("GET", one, id, 400, {}, "doctor", QStringLiteral("?language=de"));
        ask("GET", one, id, 401, {}, "stranger");
        ask("GET", one, QStringLiteral("x"), 404);
        ask("PATCH", one, id, 204, R"({"duration_in_seconds":900})");
        ask("PATCH", one, id, 400, R"({"duration_in_seconds":9})");
        ask("PATCH", one, QStringLiteral("x"), 404, R"({"duration_in_seconds":900})");

        const QString added = one + QStringLiteral("/participants/data");
        const QString waiting =
            ask("POST", all, {}, 201, wish("3", {doctor, patient})).json()[QStringLiteral("roomId")].toString();
        ask("POST", added, waiting, 201, late);
        ask("POST", added, waiting, 400, late);
        ask("POST", added, QStringLiteral("x"), 404, late);

        const QString uploads = one + QStringLiteral("/uploads");
        ask("DELETE", uploads, id, 204);
        m_clinic->policy.deleteUploads = true;
        m_clinic->serve();
        ask("DELETE", uploads, id, 200);
        ask("DELETE", uploads, QStringLiteral("x"), 404);

        ask("POST", QStringLiteral("/credentials"), {}, 201, R"({"expiresIn":400})");
        ask("POST", QStringLiteral("/credentials"), {}, 400, R"({"expiresIn":4})");
        ask("POST", QStringLiteral("/credentials"), {}, 401, "{}", "");
        const QByteArray picture("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03", 12);
        const QByteArray form = "--b\r\nContent-Disposition: form-data; name=\"virtual_background\"; filename=\"f\"\r\n"
                                "Content-Type: image/jpeg\r\n\r\n" +
                                picture + "\r\n--b--\r\n";
        const QString image = QStringLiteral("/settings/background-image");
        const Reply hung = ask("POST", image, {}, 200, form, "doctor", {}, "multipart/form-data; boundary=b");
        ask("POST", image, {}, 415, "{}");
        const QByteArray alias =
            hung.json()[QStringLiteral("virtual_background")][QStringLiteral("background_alias")].toString().toUtf8();
        ask("PATCH", QStringLiteral("/settings/update"), {}, 200, "{\"background_alias\":\"" + alias + "\"}");
        ask("PATCH", QStringLiteral("/settings/update"), {}, 400, R"({"background_alias":"nonesuch"})");

        ask("GET", all, {}, 200, {}, "doctor", QStringLiteral("?limit=10&text=p&from=2026-01-01T00:00:00.000Z"));
        ask("GET", all, {}, 400, {}, "doctor", QStringLiteral("?limit=0"));
        ask("GET", one + QStringLiteral("/record"), id, 200);
        ask("PUT", one + QStringLiteral("/call"), id, 204);
        ask("DELETE", one + QStringLiteral("/call"), id, 204);
        ask("GET", QStringLiteral("/changes"), {}, 200);
        ask("GET", QStringLiteral("/settings/policy"), {}, 200);
        ask("GET", QStringLiteral("/settings/company"), {}, 200);
        m_clinic->clock.set(QDateTime::fromString(QStringLiteral("2126-02-22T15:31:00Z"), Qt::ISODate));
        ask("GET", one + QStringLiteral("/invitations"), id, 200);
        ask("PATCH", one, id, 409, R"({"duration_in_seconds":1200})");
        m_clinic->breakNetwork();
        ask("POST", QStringLiteral("/credentials"), {}, 503, {});
        m_clinic->mendNetwork();
        ask("DELETE", one, id, 204);
        ask("DELETE", one, id, 404);
        ask("GET", QStringLiteral("/-/healthz"), {}, 200);
        ask("GET", QStringLiteral("/-/ready"), {}, 200);

        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
        QSet<QString> operations;
        for (const api::Api::Description &route : api::Api::operations())
            operations << QString::fromLatin1(route.method) + QLatin1Char(' ') + route.path;
        QCOMPARE(operations - m_succeeded, QSet<QString>());
        m_clinic.reset();
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "test_open_api.moc"
