// The filter language of the CRUD service's `_q`, as its double understands it (reference/mia-crud-service.md, §3).
#pragma once

#include "tests/support/crud_double_schema.h"

namespace teleconsult::test::crud {

/// A filter with its values cast by the fields' types. Refuses unknown operators, unknown fields (from version 7 on),
/// and values that cannot be cast. `_q` that is no JSON is a 500 (R 23).
Checked<QJsonObject> readFilter(const Definition &definition, const QByteArray &json, int version);

/// The filter that a field's own name as a query parameter is: equality.
Checked<QJsonObject> equality(const Field &field, const QString &value);

bool passes(const QJsonObject &document, const QJsonObject &filter);

/// Less than zero, zero or more: the order of two values of one type, a missing one first.
int compared(const QJsonValue &one, const QJsonValue &other);

} // namespace teleconsult::test::crud
