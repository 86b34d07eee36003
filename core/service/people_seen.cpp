#include "core/service/people_seen.h"

#include "core/records/name_search.h"

#include <algorithm>

namespace teleconsult::service {

QHash<QString, ParticipantData> peopleIn(const QList<Teleconsultation> &consultations, const QString &words)
{
    QHash<QString, ParticipantData> people;
    for (const Teleconsultation &consultation : consultations) {
        for (const Participant &one : consultation.participants) {
            if (!one.kaleyraUserId.isEmpty() && records::namesMatch({one.fullName}, words))
                people.insert(
                    one.kaleyraUserId,
                    {.externalId = {}, .fullName = one.fullName, .groups = one.groups, .language = one.language});
        }
    }
    return people;
}

Task<QList<ParticipantData>> findPeopleSeen(records::RecordStore &records, QString words, QDateTime now,
                                            RequestContext context)
{
    if (records::searchWords(words).isEmpty())
        co_return QList<ParticipantData>();
    records::Query query;
    query.from = now.addDays(-peopleSeenDays);
    query.text = words;
    const Result<QList<Teleconsultation>> consultations = co_await records.list(query, context);
    if (!consultations)
        co_return failure(consultations.error());
    const QHash<QString, ParticipantData> people = peopleIn(*consultations, words);
    if (people.isEmpty())
        co_return QList<ParticipantData>();
    const Result<QHash<QString, QString>> ids = co_await records.findExternalIds(people.keys(), context);
    if (!ids)
        co_return failure(ids.error());

    QList<ParticipantData> found;
    for (auto id = ids->begin(); id != ids->end(); ++id) {
        found << people.value(id.key());
        found.last().externalId = id.value();
    }
    std::sort(found.begin(), found.end(), [](const ParticipantData &one, const ParticipantData &other) {
        const int order = QString::localeAwareCompare(one.fullName, other.fullName);
        return order == 0 ? one.externalId < other.externalId : order < 0;
    });
    co_return found.mid(0, maximumPeopleSeen);
}

} // namespace teleconsult::service
