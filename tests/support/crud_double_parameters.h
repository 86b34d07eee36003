// Query parameters and bodies as the double of the CRUD service reads them (reference/mia-crud-service.md, sections 2,
// 7 and 10).
#pragma once

#include "tests/support/crud_double_schema.h"

#include <QUrlQuery>

namespace teleconsult::test::crud {

/// Those of a route for one document, besides its fields.
const QStringList &parametersOfOne();
/// Those of a list.
const QStringList &parametersOfList();

/// A parameter that is neither of these nor a field is refused (R 26).
Checked<void *> checkParameters(const Definition &definition, const QUrlQuery &query, const QStringList &known);

/// A number within bounds, or the refusal of R 27, 28 and 30.
Checked<int> number(const QUrlQuery &query, const QString &name, int standard, int least, int most);

/// The fields to sort by, a minus before those that descend.
Checked<QStringList> sorting(const Definition &definition, const QUrlQuery &query);

/// The states that are let through.
Checked<QStringList> states(const QUrlQuery &query);

/// Only fields of the definition leave the service (§10), unless `all`, and of them only those that are asked for.
QJsonObject projected(const Definition &definition, const QJsonObject &document, const QUrlQuery &query,
                      bool all = false);

/// A body as the framework hands it on: 415 and 400 come from it (R 80, 81, 132).
Checked<QJsonValue> bodyOf(const QByteArray &contentType, const QByteArray &body);

} // namespace teleconsult::test::crud
