// What is asked of the CRUD service: filters in its language (reference/mia-crud-service.md, sections 2 and 3).
#pragma once

#include "core/records/record_store.h"

#include <QJsonObject>

namespace teleconsult::records {

/// What passes both; {} asks nothing.
QJsonObject both(const QJsonObject &one, const QJsonObject &other);

/// The dates of a query, and of its text what the service can tell: the service finds every consultation that is asked
/// for, and perhaps some whose names do not match (namesMatch). An $elemMatch for each word: words of one text may be
/// of different people.
QJsonObject filterFor(const Query &query);

/// What comes after this consultation in the order of listings, by start and then by id. Unlike a number of records to
/// skip it stays right when records come and go between two pages.
QJsonObject filterAfter(const Teleconsultation &last);

/// The order of listings.
QString listOrder();

} // namespace teleconsult::records
