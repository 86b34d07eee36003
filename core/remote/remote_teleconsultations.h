// The operations on teleconsultations, carried out by a Teleconsultation Service elsewhere.
#pragma once

#include "core/remote/service_connection.h"
#include "core/service/operations.h"

namespace teleconsult::remote {

/// Needs neither Kaleyra's key nor the records: the service elsewhere has both. That is the original one or another
/// Teleconsult's `serve`, which alone knows the extensions (docs/api.md) that list(), find() in full, invitations(),
/// beginCall() and endCall() need; asked of the original one, they answer Server (code not_offered), and find() knows
/// neither times nor the room. Errors are those of ServiceConnection. Nothing that changes something is sent twice:
/// when it is not known whether the service did it, the error says so (mayHaveHappened()). Does not own the connection.
class RemoteTeleconsultations final : public service::TeleconsultationService
{
public:
    explicit RemoteTeleconsultations(ServiceConnection &connection) : m_connection(connection) {}

    const ConsultationPolicy &policy() const override { return m_connection.offer().policy; }
    bool looksPeopleUp() const override { return m_connection.offer().looksPeopleUp; }

    Task<QString> create(TeleconsultationRequest request, RequestContext context = {}) override;
    Task<void> update(QString id, TeleconsultationChange change, RequestContext context = {}) override;
    Task<void> addParticipant(QString id, ParticipantData person, RequestContext context = {}) override;
    Task<service::Admission> open(QString id, QString callerExternalId, service::LinkOptions options,
                                  RequestContext context = {}) override;
    Task<QList<service::Invitation>> invitations(QString id, RequestContext context = {}) override;
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override;
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) override;
    Task<void> remove(QString id, RequestContext context = {}) override;
    /// The handle is of no meaning: the service knows whose call it is.
    Task<qint64> beginCall(QString id, RequestContext context = {}) override;
    Task<void> endCall(QString id, qint64 handle, RequestContext context = {}) override;
    Task<std::optional<service::DeletedUploads>> deleteUploads(QString id, RequestContext context = {}) override;
    /// There is nothing here to settle: 0.
    Task<int> recover() override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    Task<QJsonDocument> askAbout(Question question);
    Task<Teleconsultation> readRecord(QString id);
    StationIdentity askerFor(const QString &externalId, const RequestContext &context) const;

    ServiceConnection &m_connection;
    service::Operations m_operations;
};

} // namespace teleconsult::remote
