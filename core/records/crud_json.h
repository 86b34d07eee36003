// The CRUD service's JSON: read tolerantly, written strictly. Pure functions.
#pragma once

#include "core/domain/teleconsultation.h"

#include <QJsonObject>

#include <optional>

namespace teleconsult::records {

/// A record, also one that the original service wrote: a participant's id under either name, names and groups missing,
/// no end, no number of participants (then as many as there are). An access link that is not safe to follow
/// (http::travelsSafely) counts as none. Nothing when it has no id or no start, without which it is no record.
std::optional<Teleconsultation> readConsultation(const QJsonObject &document);

/// The body that inserts a consultation; its state is given because a collection's own default is DRAFT (§5). Without
/// a room the room's id is an empty text: the only value that is accepted whether or not the collection requires it.
QJsonObject writeConsultation(const Teleconsultation &consultation);
/// The update commands that replace what may change.
QJsonObject writeChange(const Teleconsultation &consultation);
QJsonObject writeProgress(Progress progress);

/// A filter as a query parameter; empty, and so left out, when it asks nothing.
QString filterText(const QJsonObject &filter);
/// The filter that `revision` stands for, which only the very same state of the record passes; empty when it is none
/// of this store's.
QJsonObject revisionFilter(const QString &revision);

/// An http::ErrorReader for all shapes of error (§8). A duplicate is kind Conflict, code "duplicate", whatever its
/// status. Takes no message of the database's, which quotes values; with NotFound the words of the service, if it has
/// any.
void readCrudError(const QJsonDocument &body, Error &error);

} // namespace teleconsult::records
