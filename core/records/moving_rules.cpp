#include "core/records/moving_rules.h"

#include <QCryptographicHash>

namespace teleconsult::records {

namespace {

using State = ArrivedConsultation::State;

MovingStep stepForPublic(const KeptConsultation &kept, const ArrivedConsultation &arrived)
{
    if (saysTheSame(kept.consultation, arrived.consultation))
        return MovingStep::Nothing;
    const bool isAsWeLeftIt = arrived.isUntouched || (kept.sent && !kept.sent->writtenRevision.isEmpty() &&
                                                      kept.sent->writtenRevision == arrived.consultation.revision);
    const bool isAsItWasSent = kept.sent && kept.sent->revision == kept.consultation.revision;
    if (isAsWeLeftIt)
        return isAsItWasSent ? MovingStep::Differs : MovingStep::Update;
    return isAsItWasSent ? MovingStep::Nothing : MovingStep::Changed;
}

} // namespace

MovingStep stepFor(const KeptConsultation &kept, const std::optional<ArrivedConsultation> &arrived)
{
    if (!arrived)
        return MovingStep::Insert;
    // Deleting wins over every change, wherever it was done (docs/decisions/0007-records-compare-and-set.md).
    if (arrived->state != State::Public)
        return MovingStep::Nothing;
    return kept.isInTrash ? MovingStep::Trash : stepForPublic(kept, *arrived);
}

QString entryIdFor(const QString &externalId)
{
    const QByteArray digest =
        QCryptographicHash::hash("teleconsult user map\n" + externalId.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.left(12).toHex());
}

} // namespace teleconsult::records
