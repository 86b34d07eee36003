// Questions that show whether a peer is what the settings take it for: for the examination, and for settings that are
// tried before they are kept.
#pragma once

#include "core/directory/directory.h"
#include "core/domain/clock.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/records/record_store.h"
#include "core/service/teleconsultation_service.h"

#include <chrono>
#include <optional>

namespace teleconsult::checks {

/// The field of an error about the collection of users.
inline const QString userIdMap = QStringLiteral("user id map");

/// Kaleyra is asked for the company that the key belongs to. Errors: those of KaleyraClient::company. `kaleyra`
/// outlives the task.
Task<kaleyra::Company> probeKaleyra(kaleyra::KaleyraClient &kaleyra);

/// Whether a Teleconsultation Service elsewhere lists consultations; false, as with the original one: it answers, and
/// has no list. Errors: those of TeleconsultationService::list. `service` outlives the task.
Task<bool> probeService(service::TeleconsultationService &service);

/// Both collections are asked for something, at once. Errors: those of RecordStore, of the consultations first.
/// `store` outlives the task.
Task<void> probeRecords(records::RecordStore &store);

/// Whether the auth service tells anything to one who is not logged in; false is no fault: it is told the sessions of
/// those who ask. Errors: those of Directory. `directory` outlives the task.
Task<bool> probePeople(directory::Directory &directory);

/// By how much this computer's clock is slow against the peer's, to the second; negative: fast; nothing: the peer has
/// not told its time.
std::optional<std::chrono::seconds> clockOffset(const http::HttpClient &http, const Clock &clock, const QUrl &peer);

} // namespace teleconsult::checks
