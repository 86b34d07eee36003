#include "core/api/open_api.h"

#include "core/api/api.h"
#include "core/service/contract_names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace teleconsult::api {

namespace names = service::names;

namespace {

/// `components.schemas`. What is not in `required` may be absent.
constexpr const char *schemaText = R"json({
  "Participant": {"type": "object", "required": ["userExternalId"], "additionalProperties": false, "properties": {
    "userExternalId": {"type": "string"},
    "fullName": {"type": "string", "description": "Required without an auth service, refused with one."},
    "groups": {"type": "array", "items": {"type": "string"},
               "description": "Configured ones. Required without an auth service, refused with one."},
    "language": {"type": "string", "enum": ["it", "en"]}}},
  "Participants": {"oneOf": [
    {"type": "object", "required": ["number", "data"], "additionalProperties": false, "properties": {
      "number": {"type": "integer", "minimum": 2, "maximum": 25},
      "data": {"type": "array", "items": {"$ref": "#/components/schemas/Participant"}}}},
    {"type": "array", "items": {"type": "string"}, "description": "Ids alone: with an auth service only."}]},
  "NewTeleconsultation": {"type": "object", "required": ["participants", "start_date"], "additionalProperties": false,
    "description": "With exactly one of end_date and duration_in_seconds.", "properties": {
    "participants": {"$ref": "#/components/schemas/Participants"},
    "start_date": {"type": "string", "format": "date-time"},
    "end_date": {"type": "string", "format": "date-time"},
    "duration_in_seconds": {"type": "integer", "minimum": 300, "maximum": 86400}}},
  "Change": {"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {
    "participants": {"$ref": "#/components/schemas/Participants"},
    "start_date": {"type": "string", "format": "date-time"},
    "end_date": {"type": "string", "format": "date-time"},
    "duration_in_seconds": {"type": "integer", "minimum": 300, "maximum": 86400}}},
  "Lifetime": {"type": "object", "additionalProperties": false, "properties": {
    "expiresIn": {"type": "integer", "minimum": 360, "maximum": 86400, "default": 3600}}},
  "BackgroundFile": {"type": "object", "required": ["virtual_background"], "properties": {
    "virtual_background": {"type": "string", "format": "binary",
                           "description": "A JPEG of at least 1280 by 1280 pixels and at most 10 MB."}}},
  "BackgroundChoice": {"type": "object", "required": ["background_alias"], "additionalProperties": false,
    "properties": {"background_alias": {"type": "string"}}},
  "RoomId": {"type": "object", "required": ["roomId"], "properties": {"roomId": {"type": "string"}}},
  "Admission": {"type": "object", "required": ["bandyerUserId", "accessLinkURL", "participantsBandyerCall", "details"],
    "properties": {
    "bandyerUserId": {"type": "string"},
    "accessLinkURL": {"type": "string", "nullable": true},
    "participantsBandyerCall": {"type": "array", "items": {"type": "object", "required": ["bandyerUserId", "fullName"],
      "properties": {"bandyerUserId": {"type": "string"}, "fullName": {"type": "string"}}}},
    "details": {"type": "object", "nullable": true, "properties": {
      "recording": {"type": "string", "nullable": true}, "recordingStatus": {"type": "string", "nullable": true},
      "callType": {"type": "string", "nullable": true}, "description": {"type": "string", "nullable": true},
      "status": {"type": "string", "nullable": true}, "disabled": {"type": "boolean"},
      "creationDate": {"type": "string", "format": "date-time", "nullable": true},
      "durationInSeconds": {"type": "integer"}, "durationUsedInSeconds": {"type": "integer"},
      "live": {"type": "boolean"}}}}},
  "DeletedUploads": {"type": "object", "required": ["total", "deleted"], "properties": {
    "total": {"type": "integer"}, "deleted": {"type": "integer"}}},
  "Token": {"type": "object", "required": ["accessToken", "expiresAt", "bandyerUserId"], "properties": {
    "accessToken": {"type": "string"}, "bandyerUserId": {"type": "string"},
    "expiresAt": {"type": "string", "format": "date-time", "nullable": true}}},
  "Background": {"type": "object", "required": ["virtual_background"], "properties": {
    "virtual_background": {"type": "object", "required": ["background_alias"], "properties": {
      "background_alias": {"type": "string"}, "url": {"type": "string", "nullable": true},
      "creation_date": {"type": "string", "format": "date-time", "nullable": true}}}}},
  "Company": {"type": "object", "required": ["company"], "properties": {
    "company": {"type": "object", "required": ["name"], "properties": {
      "name": {"type": "string"}, "default_language": {"type": "string"},
      "default_background": {"type": "object", "nullable": true, "properties": {
        "alias": {"type": "string"}, "url": {"type": "string", "nullable": true},
        "creation_date": {"type": "string", "format": "date-time", "nullable": true}}},
      "end_call_redirect_url": {"type": "string"}, "user_details_provider_url": {"type": "string"},
      "end_call_redirect_timeout_ms": {"type": "integer"}}}}},
  "Teleconsultation": {"type": "object", "required": ["roomId", "start_date", "participants", "teleconsultationState",
    "hasRoom"], "properties": {
    "roomId": {"type": "string"},
    "start_date": {"type": "string", "format": "date-time", "nullable": true},
    "end_date": {"type": "string", "format": "date-time", "nullable": true},
    "participants": {"type": "object", "required": ["number", "data"], "properties": {
      "number": {"type": "integer"},
      "data": {"type": "array", "items": {"type": "object", "required": ["bandyerUserId"], "properties": {
        "bandyerUserId": {"type": "string"}, "fullName": {"type": "string"},
        "groups": {"type": "array", "items": {"type": "string"}},
        "language": {"type": "string", "nullable": true}}}}}},
    "teleconsultationState": {"type": "string", "enum": ["SCHEDULED", "IN_CALL", "HELD"]},
    "hasRoom": {"type": "boolean"}, "bandyerRoomId": {"type": "string", "nullable": true}}},
  "Teleconsultations": {"type": "object", "required": ["teleconsultations"], "properties": {
    "teleconsultations": {"type": "array", "items": {"$ref": "#/components/schemas/Teleconsultation"}}}},
  "Invitations": {"type": "object", "required": ["invitations"], "properties": {
    "invitations": {"type": "array", "items": {"type": "object", "required": ["bandyerUserId", "accessLinkURL"],
      "properties": {"bandyerUserId": {"type": "string"}, "fullName": {"type": "string"},
        "groups": {"type": "array", "items": {"type": "string"}}, "accessLinkURL": {"type": "string"},
        "recording": {"type": "string", "nullable": true}}}}}},
  "Revision": {"type": "object", "required": ["revision"], "properties": {"revision": {"type": "string"}}},
  "Policy": {"type": "object", "required": ["immutable_period_ms", "groups", "people_looked_up"], "properties": {
    "immutable_period_ms": {"type": "integer"}, "unlimited": {"type": "boolean"}, "live": {"type": "boolean"},
    "delete_uploads": {"type": "boolean"}, "recording": {"type": "string"},
    "groups_with_background": {"type": "array", "items": {"type": "string"}},
    "groups": {"type": "object", "required": ["basic", "plus"], "properties": {
      "basic": {"type": "array", "items": {"type": "string"}}, "plus": {"type": "array", "items": {"type": "string"}}}},
    "people_looked_up": {"type": "boolean"}}},
  "Status": {"type": "object", "required": ["name", "status", "version"], "properties": {
    "name": {"type": "string"}, "status": {"type": "string", "enum": ["OK", "KO"]}, "version": {"type": "string"}}},
  "Error": {"oneOf": [
    {"type": "object", "required": ["statusCode", "error", "message"], "properties": {
      "statusCode": {"type": "integer"}, "error": {"type": "string"},
      "message": {"type": "string", "description": "Begins with the field that is wrong, if one is."}}},
    {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}]}
})json";

struct Parameter
{
    QLatin1String name;
    const char *schema;
};

const QList<Parameter> linkQuery{{names::useBackground, R"({"type": "boolean", "default": false})"},
                                 {names::language, R"({"type": "string", "enum": ["it", "en"]})"}};
const QList<Parameter> listQuery{{names::from, R"({"type": "string", "format": "date-time"})"},
                                 {names::until, R"({"type": "string", "format": "date-time"})"},
                                 {names::text, R"({"type": "string"})"},
                                 {names::limit, R"({"type": "integer", "minimum": 1, "maximum": 200, "default": 200})"},
                                 {names::offset, R"({"type": "integer", "minimum": 0, "default": 0})"}};

/// What an operation takes and answers, besides what Api::operations() tells.
struct Traits
{
    const char *method;
    QLatin1String path;
    const char *body;   ///< A schema's name; null: none.
    const char *answer; ///< Of success; null: it has no body.
    QList<int> refusals;
    QList<Parameter> query = {};
    bool mayHaveNothing = false; ///< 204 is a success too.
    bool isDeprecated = false;
    bool isBodyOptional = false;
};

const QList<Traits> &allTraits()
{
    static const QList<Traits> all{
        {"POST", names::consultations, "NewTeleconsultation", "RoomId", {400, 413, 415}},
        {"GET", names::consultation, nullptr, "Admission", {400, 401, 404}, linkQuery},
        {"PATCH", names::consultation, "Change", nullptr, {400, 404, 409, 413, 415}},
        {"DELETE", names::consultation, nullptr, nullptr, {404}},
        {"POST", names::addedParticipant, "Participant", nullptr, {400, 404, 409, 413, 415}, {}, false, true},
        {"DELETE", names::uploads, nullptr, "DeletedUploads", {404}, {}, true},
        {"POST", names::credentials, "Lifetime", "Token", {400, 401, 413, 415}, {}, false, false, true},
        {"POST", names::backgroundImage, "BackgroundFile", "Background", {400, 401, 413, 415, 507}},
        {"PATCH", names::settingsUpdate, "BackgroundChoice", "Company", {400, 401, 413, 415}},
        {"GET", names::consultations, nullptr, "Teleconsultations", {400, 401}, listQuery},
        {"GET", names::record, nullptr, "Teleconsultation", {401, 404}},
        {"GET", names::invitations, nullptr, "Invitations", {401, 404}},
        {"PUT", names::call, nullptr, nullptr, {401, 404}},
        {"DELETE", names::call, nullptr, nullptr, {404}},
        {"GET", names::changes, nullptr, "Revision", {}},
        {"GET", names::policy, nullptr, "Policy", {}},
        {"GET", names::company, nullptr, "Company", {401}},
    };
    return all;
}

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject content(const char *schema, const QString &type = QStringLiteral("application/json"))
{
    const QJsonObject reference{
        {QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + QLatin1String(schema)}};
    return {{type, QJsonObject{{QStringLiteral("schema"), reference}}}};
}

QJsonObject response(const QString &description, const char *schema)
{
    QJsonObject told{{QStringLiteral("description"), description}};
    if (schema)
        told.insert(QStringLiteral("content"), content(schema));
    return told;
}

QJsonObject responses(const Api::Description &operation, const Traits &traits)
{
    QJsonObject all{{QString::number(operation.success), response(QStringLiteral("Done"), traits.answer)},
                    {QStringLiteral("default"), response(QStringLiteral("Refused, with the reason"), "Error")}};
    if (traits.mayHaveNothing)
        all.insert(QStringLiteral("204"), response(QStringLiteral("Done: files are kept here"), nullptr));
    for (const int status : traits.refusals)
        all.insert(QString::number(status), response(QStringLiteral("Refused"), "Error"));
    all.insert(QStringLiteral("401"), response(QStringLiteral("Not let in"), "Error"));
    for (const int status : {500, 502, 503})
        all.insert(QString::number(status), response(QStringLiteral("Something that this depends on failed"), "Error"));
    return all;
}

QJsonArray parameters(const Traits &traits)
{
    QJsonArray all;
    if (traits.path.contains(names::idPlaceholder))
        all.append(parsed(R"({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}})"));
    for (const Parameter &parameter : traits.query)
        all.append(QJsonObject{{QStringLiteral("name"), parameter.name},
                               {QStringLiteral("in"), QStringLiteral("query")},
                               {QStringLiteral("schema"), parsed(parameter.schema)}});
    return all;
}

QJsonObject describe(const Api::Description &operation, const Traits &traits)
{
    QJsonObject told{{QStringLiteral("summary"), operation.summary},
                     {QStringLiteral("responses"), responses(operation, traits)}};
    if (const QJsonArray given = parameters(traits); !given.isEmpty())
        told.insert(QStringLiteral("parameters"), given);
    if (traits.body) {
        const bool isForm = traits.path == names::backgroundImage;
        const QString type = isForm ? QStringLiteral("multipart/form-data") : QStringLiteral("application/json");
        told.insert(QStringLiteral("requestBody"),
                    QJsonObject{{QStringLiteral("required"), !traits.isBodyOptional},
                                {QStringLiteral("content"), content(traits.body, type)}});
    }
    if (traits.isDeprecated)
        told.insert(QStringLiteral("deprecated"), true);
    if (operation.isExtension)
        told.insert(QStringLiteral("x-extension"), true);
    return told;
}

/// A route of the server itself, which needs no token.
QJsonObject ownRoute(const QString &summary, const QJsonObject &answers)
{
    return {{QStringLiteral("get"), QJsonObject{{QStringLiteral("summary"), summary},
                                                {QStringLiteral("security"), QJsonArray()},
                                                {QStringLiteral("responses"), answers}}}};
}

QJsonObject ownRoutes()
{
    const QJsonObject good = response(QStringLiteral("Yes"), "Status");
    const QJsonObject bad = response(QStringLiteral("No"), "Status");
    const QString ok = QStringLiteral("200");
    return {{QStringLiteral("/-/healthz"), ownRoute(QStringLiteral("Whether it answers"), {{ok, good}})},
            {QStringLiteral("/-/ready"), ownRoute(QStringLiteral("Whether operations have what they need"),
                                                  {{ok, good}, {QStringLiteral("503"), bad}})},
            {QStringLiteral("/documentation/json"),
             ownRoute(QStringLiteral("This document"), {{ok, response(QStringLiteral("It"), nullptr)}})}};
}

QJsonObject pathsTold()
{
    QJsonObject paths = ownRoutes();
    const QList<Api::Description> operations = Api::operations();
    for (const Api::Description &operation : operations) {
        for (const Traits &traits : allTraits()) {
            if (operation.method != traits.method || operation.path != traits.path)
                continue;
            QJsonObject atPath = paths.value(operation.path).toObject();
            atPath.insert(QString::fromLatin1(operation.method).toLower(), describe(operation, traits));
            paths.insert(operation.path, atPath);
        }
    }
    return paths;
}

} // namespace

QJsonObject openApiDocument(const QString &version)
{
    const QJsonObject bearer = parsed(R"({"token": {"type": "http", "scheme": "bearer"}})");
    return {{QStringLiteral("openapi"), QStringLiteral("3.0.3")},
            {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Teleconsult")},
                                                 {QStringLiteral("version"), version}}},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("securitySchemes"), bearer}, {QStringLiteral("schemas"), parsed(schemaText)}}},
            {QStringLiteral("security"), QJsonArray{parsed(R"({"token": []})")}},
            {QStringLiteral("paths"), pathsTold()}};
}

} // namespace teleconsult::api
