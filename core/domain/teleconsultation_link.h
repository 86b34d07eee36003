// Links that lead to a consultation.
#pragma once

#include <QString>

#include <optional>

namespace teleconsult {

/// Longer ones are no links of ours, in characters. An id alone is at most 64.
inline constexpr int maximumLinkLength = 2048;

/// The id of the consultation that a link names; nothing: it is no link of ours. Strict, because anybody can make a
/// link: what is not expected is not tolerated, and of an address on the web no more is used than the id at its end.
///
///   teleconsult://teleconsultation/<id>
///   http(s)://host[:port]/…/teleconsultation/<id>    the frontend's route (seed 001, Frontend Routes)
///
/// One slash may follow the id; user names, queries and fragments may not. An id has 1 to 64 letters, digits, "-" or
/// "_", as records have them here and in the CRUD service. Scheme and host are the same in capitals.
std::optional<QString> consultationOfLink(QStringView link);

/// The link of a consultation. It is no credential: whoever follows it enters with the rights of the own station.
QString linkOfConsultation(const QString &id);

} // namespace teleconsult
