// What the API tells of itself.
#pragma once

#include <QJsonObject>
#include <QString>

namespace teleconsult::api {

/// The OpenAPI 3 document of an Api (docs/api.md): every operation with its parameters, body, answers and refusals, and
/// the routes of the server itself. `version`: the program's.
QJsonObject openApiDocument(const QString &version);

} // namespace teleconsult::api
