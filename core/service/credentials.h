// Access tokens for Kaleyra's SDKs (seed 004, POST /credentials).
#pragma once

#include "core/service/kaleyra_users.h"
#include "core/service/operations.h"

namespace teleconsult::service {

/// Hands out access tokens. Implementations must outlive their operations: whoever destroys one waits until isIdle().
class CredentialsService
{
public:
    static constexpr std::chrono::seconds defaultLifetime{3600};

    virtual ~CredentialsService() = default;

    /// A token for the person who asks, made a Kaleyra user first when unknown, or gone there: only then the groups
    /// matter, and the directory is asked for them. Errors: Unauthorized (401 "Unauthorized user") without an external
    /// id, or with one that the directory does not know; Invalid for a lifetime out of range (field expiresIn:
    /// shortestTokenLifetime to longestTokenLifetime).
    virtual Task<kaleyra::AccessToken> issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime,
                                             RequestContext context = {}) = 0;

    virtual bool isIdle() const = 0;
};

/// Hands out tokens in this process. Does not own what it is given.
class Credentials final : public CredentialsService
{
public:
    /// `directory`: null without an auth service.
    Credentials(kaleyra::KaleyraClient &kaleyra, records::RecordStore &records, Privileges privileges,
                directory::Directory *directory = nullptr);

    Task<kaleyra::AccessToken> issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime,
                                     RequestContext context = {}) override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    Task<QString> userIdOf(ParticipantData person, RequestContext context);
    Task<void> mend(ParticipantData person, QString userId, RequestContext context);
    Task<ParticipantData> introduce(ParticipantData person, RequestContext context);

    kaleyra::KaleyraClient &m_kaleyra;
    records::RecordStore &m_records;
    People m_people;
    KaleyraUsers m_users;
    Operations m_operations;
};

} // namespace teleconsult::service
