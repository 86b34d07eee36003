// Access tokens and the company, from a Teleconsultation Service elsewhere.
#pragma once

#include "core/remote/service_connection.h"
#include "core/service/company_settings.h"
#include "core/service/credentials.h"

namespace teleconsult::remote {

/// Asks for the person's token in that person's name. Errors are those of ServiceConnection. Does not own the
/// connection.
class RemoteCredentials final : public service::CredentialsService
{
public:
    explicit RemoteCredentials(ServiceConnection &connection) : m_connection(connection) {}

    Task<kaleyra::AccessToken> issue(ParticipantData person, std::optional<std::chrono::seconds> lifetime,
                                     RequestContext context = {}) override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    ServiceConnection &m_connection;
    service::Operations m_operations;
};

/// The company as the service tells it; company() is an extension. What the contract does not have is not offered.
/// Errors are those of ServiceConnection. Does not own the connection.
class RemoteCompany final : public service::CompanyService
{
public:
    explicit RemoteCompany(ServiceConnection &connection) : m_connection(connection) {}

    bool mayManage() const override { return false; }
    Task<kaleyra::Company> company() override;
    Task<kaleyra::Company> change(kaleyra::CompanyChange change) override;
    Task<kaleyra::Theme> theme() override;
    Task<kaleyra::Theme> setTheme(kaleyra::Theme theme) override;
    Task<kaleyra::Backgrounds> backgrounds() override;
    Task<kaleyra::Background> addBackground(files::Content jpeg, http::Transfer transfer = {}) override;
    Task<void> deleteBackground(QString alias) override;
    Task<QByteArray> picture(QUrl url) override;
    Task<kaleyra::Company> setDefaultBackground(QString alias) override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    ServiceConnection &m_connection;
    service::Operations m_operations;
};

} // namespace teleconsult::remote
