// The backend's operations over HTTP: the contract of seed 004, and the extensions that docs/api.md tells.
#pragma once

#include "core/api/api_json.h"
#include "core/api/caller.h"
#include "core/service/company_settings.h"
#include "core/service/credentials.h"
#include "core/service/teleconsultation_service.h"

#include <functional>

namespace teleconsult::api {

/// Answers requests with method, path, status and body as seed 004 has them, where it has them. Lives on the thread of
/// the services it is given, which must outlive it and its answers.
class Api
{
public:
    /// Who carries the operations out, and must outlive it, and where a request says who calls.
    struct Parts
    {
        service::TeleconsultationService &teleconsultations;
        service::CredentialsService &credentials;
        service::CompanyService &company;
        CallerPath callerPath = {};
    };

    explicit Api(Parts parts);

    /// Never an error: what fails is an answer too. Knows nothing of authorization (ApiServer).
    Task<serving::HttpAnswer> answer(serving::HttpRequest request);

    /// One operation as the OpenAPI document tells it.
    struct Description
    {
        QByteArray method;
        QString path; ///< With `{id}` for a consultation's id.
        QString summary;
        int success;              ///< The status of success.
        bool isExtension = false; ///< The seed does not have it.
    };
    static QList<Description> operations();

private:
    struct Route;
    static const QList<Route> &routes();

    template <typename Wish>
    Result<Wish> wished(const serving::HttpRequest &request,
                        Result<Wish> (*readBody)(const QJsonObject &body, People people)) const;
    RequestContext contextOf(const serving::HttpRequest &request) const;

    Task<serving::HttpAnswer> create(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> read(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> change(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> remove(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> addParticipant(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> deleteUploads(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> issueCredentials(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> addBackground(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> updateSettings(serving::HttpRequest request, QString id);

    Result<void> checkOrganises(const serving::HttpRequest &request) const;
    Task<Teleconsultation> visibleRecord(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> list(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> readRecord(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> readInvitations(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> beginCall(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> endCall(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> readRevision(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> readPolicy(serving::HttpRequest request, QString id);
    Task<serving::HttpAnswer> readCompany(serving::HttpRequest request, QString id);

    using Call = std::pair<QString, QString>; ///< The consultation and the caller.

    Parts m_parts;
    /// Which run of the program it is, and how much was changed in it: other than before when anything was.
    QString m_run;
    qint64 m_changes = 0;
    QHash<Call, std::optional<qint64>> m_calls; ///< Those going on; nothing: beginning.
};

} // namespace teleconsult::api
