// Access tokens for Kaleyra's SDKs (seed 004, POST /credentials).
#pragma once

#include "core/service/kaleyra_users.h"
#include "core/service/operations.h"

namespace teleconsult::service {

/// Hands out access tokens. Does not own what it is given; whoever destroys it waits until isIdle().
class Credentials
{
public:
    static constexpr std::chrono::seconds defaultLifetime{3600};

    Credentials(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges);

    /// A token for the person who asks, made a Kaleyra user first when unknown: only then the groups matter. Errors:
    /// Unauthorized (401 "Unauthorized user") without an external id; Invalid for a lifetime out of range (field
    /// expiresIn: shortestTokenLifetime to longestTokenLifetime).
    Task<kaleyra::AccessToken> issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime);

    bool isIdle() const { return m_operations.areDone(); }

private:
    Task<QString> userIdOf(ParticipantData person);

    kaleyra::KaleyraClient &m_kaleyra;
    KaleyraUsers m_users;
    Operations m_operations;
};

} // namespace teleconsult::service
