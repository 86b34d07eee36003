// The operations on teleconsultations, passed on to another service.
#pragma once

#include "core/service/operations.h"
#include "core/service/teleconsultation_service.h"

namespace teleconsult::service {

/// For whoever does one or two of them otherwise. Does not own the service, which must outlive it.
class PassingTeleconsultations : public TeleconsultationService
{
public:
    explicit PassingTeleconsultations(TeleconsultationService &service) : m_service(service) {}

    const ConsultationPolicy &policy() const override { return m_service.policy(); }
    bool looksPeopleUp() const override { return m_service.looksPeopleUp(); }
    Task<QString> create(TeleconsultationRequest request, RequestContext context = {}) override
    {
        return m_service.create(std::move(request), std::move(context));
    }
    Task<void> update(QString id, TeleconsultationChange change, RequestContext context = {}) override
    {
        return m_service.update(std::move(id), std::move(change), std::move(context));
    }
    Task<void> addParticipant(QString id, ParticipantData person, RequestContext context = {}) override
    {
        return m_service.addParticipant(std::move(id), std::move(person), std::move(context));
    }
    Task<Admission> open(QString id, QString callerExternalId, LinkOptions options,
                         RequestContext context = {}) override
    {
        return m_service.open(std::move(id), std::move(callerExternalId), std::move(options), std::move(context));
    }
    Task<QList<Invitation>> invitations(QString id, RequestContext context = {}) override
    {
        return m_service.invitations(std::move(id), std::move(context));
    }
    Task<Teleconsultation> find(QString id, RequestContext context = {}) override
    {
        return m_service.find(std::move(id), std::move(context));
    }
    Task<QList<Teleconsultation>> list(records::Query query, RequestContext context = {}) override
    {
        return m_service.list(std::move(query), std::move(context));
    }
    Task<std::optional<records::RememberedDays>> remembered(records::Query query) override
    {
        return m_service.remembered(std::move(query));
    }
    Task<QList<ParticipantData>> peopleSeen(QString words, RequestContext context = {}) override
    {
        return m_service.peopleSeen(std::move(words), std::move(context));
    }
    Task<void> remove(QString id, RequestContext context = {}) override
    {
        return m_service.remove(std::move(id), std::move(context));
    }
    Task<qint64> beginCall(QString id, RequestContext context = {}) override
    {
        return m_service.beginCall(std::move(id), std::move(context));
    }
    Task<void> endCall(QString id, qint64 handle, RequestContext context = {}) override
    {
        return m_service.endCall(std::move(id), handle, std::move(context));
    }
    Task<std::optional<DeletedUploads>> deleteUploads(QString id, RequestContext context = {}) override
    {
        return m_service.deleteUploads(std::move(id), std::move(context));
    }
    Task<int> recover() override { return m_service.recover(); }
    bool isIdle() const override { return m_operations.areDone() && m_service.isIdle(); }

protected:
    TeleconsultationService &m_service;
    Operations m_operations; ///< Of its own.
};

} // namespace teleconsult::service
