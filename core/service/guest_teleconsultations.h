// The way in for somebody of whom only a participant's seat is known.
#pragma once

#include "core/service/passing_teleconsultations.h"

namespace teleconsult::service {

/// At a kiosk a person is known by a code, which leads to a seat in a consultation: to a Kaleyra id. Records keep no
/// external ids of participants, and a service elsewhere does not tell them, so open() takes the guest's Kaleyra id
/// for the caller and answers that seat's own link from invitations(). Everything else, and every other caller, is
/// passed on. Of the room an admission tells only whether it is recorded, and that only with a link: that it is closed
/// is told by there being none.
class GuestTeleconsultations final : public PassingTeleconsultations
{
public:
    using PassingTeleconsultations::PassingTeleconsultations;

    /// Who uses the kiosk; empty: nobody.
    void setGuest(const QString &kaleyraUserId) { m_guest = kaleyraUserId; }

    /// Error of kind Unauthorized (code not_a_participant): the guest's seat is gone.
    Task<Admission> open(QString id, QString callerExternalId, LinkOptions options,
                         RequestContext context = {}) override;

private:
    Task<Admission> admit(QString id, QString kaleyraUserId, LinkOptions options, RequestContext context);

    QString m_guest;
};

} // namespace teleconsult::service
