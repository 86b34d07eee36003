#include "core/service/guest_teleconsultations.h"

#include "core/service/outcomes.h"

#include <algorithm>

namespace teleconsult::service {

Task<Admission> GuestTeleconsultations::open(QString id, QString callerExternalId, LinkOptions options,
                                             RequestContext context)
{
    if (m_guest.isEmpty() || callerExternalId != m_guest)
        return PassingTeleconsultations::open(std::move(id), std::move(callerExternalId), options, std::move(context));
    return admit(std::move(id), m_guest, options, std::move(context));
}

Task<Admission> GuestTeleconsultations::admit(QString id, QString kaleyraUserId, LinkOptions options,
                                              RequestContext context)
{
    const Operations::Scope operation(m_operations);
    Task<Teleconsultation> finding = m_service.find(id, context);
    Task<QList<Invitation>> inviting = m_service.invitations(id, context);
    Result<Teleconsultation> consultation = co_await finding;
    Result<QList<Invitation>> invitations = co_await inviting;
    if (!consultation)
        co_return failure(consultation.error());
    if (!consultation->participant(kaleyraUserId))
        co_return failure(unauthorizedUser(QStringLiteral("not_a_participant")));
    if (!invitations)
        co_return failure(invitations.error());
    Admission admission;
    admission.kaleyraUserId = kaleyraUserId;
    admission.consultation = *consultation;
    const auto own = std::find_if(invitations->cbegin(), invitations->cend(),
                                  [&](const Invitation &one) { return one.kaleyraUserId == kaleyraUserId; });
    if (own == invitations->cend())
        co_return admission;
    admission.accessLink = withOptions(own->accessLink, Participant(), options); // It names the person already.
    // Rooms keep what held when they were made: the patient is told of this one, not of what holds here now.
    if (!own->recording.isEmpty())
        admission.room.emplace().recording = own->recording;
    co_return admission;
}

} // namespace teleconsult::service
