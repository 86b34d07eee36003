#include "core/records/crud_record_store.h"

#include "core/http/query.h"
#include "core/records/crud_json.h"
#include "core/records/crud_names.h"
#include "core/records/crud_query.h"
#include "core/records/name_search.h"

#include <QLoggingCategory>

#include <algorithm>

namespace teleconsult::records {

namespace {

Q_LOGGING_CATEGORY(lcRecords, "teleconsult.records")

constexpr int maximumPages = 500; // Against a peer whose list never ends; 100 000 records.

QString text(const QJsonObject &object, const QString &name)
{
    return object.value(name).toString();
}

Error endless()
{
    return makeError(Error::Kind::BadAnswer, {}, QStringLiteral("the list does not end"));
}

/// What the clinic has added to the collection is not carried about.
QString fieldsOfConsultation()
{
    return QStringList{names::roomId,   names::participantsNumber, names::participants,
                       names::progress, names::startDate,          names::endDate,
                       names::updatedAt}
        .join(QLatin1Char(','));
}

CrudCollection::Parameters pageOf(const QJsonObject &filter, int limit, int skip)
{
    return {{names::filterParameter, filterText(filter)},
            {names::sortParameter, listOrder()},
            {names::limitParameter, QString::number(limit)},
            {names::skipParameter, QString::number(skip)},
            {names::projectionParameter, fieldsOfConsultation()}};
}

CrudCollection::Parameters fieldsOnly()
{
    return {{names::projectionParameter, fieldsOfConsultation()}};
}

CrudCollection::Parameters fieldsInTrash()
{
    return {{names::statesParameter, names::trashState}, {names::projectionParameter, fieldsOfConsultation()}};
}

QJsonObject having(const QString &field, const QString &value)
{
    return {{field, value}};
}

/// Oldest first: of several entries for one person the first holds.
CrudCollection::Parameters entriesOf(const QJsonObject &filter, const QString &externalIdField, qsizetype skip)
{
    return {{names::filterParameter, filterText(filter)},
            {names::sortParameter, QString(names::createdAt) + QLatin1Char(',') + names::id},
            {names::limitParameter, QString::number(names::maximumPageSize)},
            {names::skipParameter, QString::number(skip)},
            {names::projectionParameter, externalIdField + QLatin1Char(',') + names::kaleyraUserId}};
}

QJsonObject newEntry(const QString &externalIdField, const QString &externalId, const QString &kaleyraUserId)
{
    return {{externalIdField, externalId}, {names::kaleyraUserId, kaleyraUserId}, {names::state, names::publicState}};
}

QList<Teleconsultation> readConsultations(const QList<QJsonObject> &documents)
{
    QList<Teleconsultation> consultations;
    for (const QJsonObject &document : documents) {
        if (const std::optional<Teleconsultation> consultation = readConsultation(document))
            consultations << *consultation;
        else
            qCWarning(lcRecords) << "a record without a start date is left out of a list";
    }
    return consultations;
}

Result<Teleconsultation> readOne(const QJsonObject &document)
{
    std::optional<Teleconsultation> consultation = readConsultation(document);
    if (!consultation)
        return failure(makeError(Error::Kind::BadAnswer, {}, QStringLiteral("the record has no id or no start")));
    return *std::move(consultation);
}

bool matches(const Teleconsultation &consultation, const QString &words)
{
    QStringList names;
    for (const Participant &participant : consultation.participants)
        names << participant.fullName;
    return namesMatch(names, words);
}

} // namespace

CrudRecordStore::CrudRecordStore(http::HttpClient &http, const CrudEndpoint &endpoint,
                                 const CrudCollections &collections)
    : m_consultations(http, endpoint, collections.consultations),
      m_users(http, endpoint, collections.users),
      m_externalIdField(collections.externalIdField)
{}

Task<QString> CrudRecordStore::insert(Teleconsultation consultation, RequestContext context)
{
    Result<QString> id = co_await m_consultations.insert(writeConsultation(consultation), context);
    co_return id;
}

Task<Teleconsultation> CrudRecordStore::find(QString id, RequestContext context)
{
    Result<QJsonObject> document = co_await m_consultations.find(id, fieldsOnly(), context);
    if (!document)
        co_return Result<Teleconsultation>(failure(document.error()));
    co_return readOne(*document);
}

Task<Teleconsultation> CrudRecordStore::findByRoomId(QString roomId, RequestContext context)
{
    const Error none = makeError(Error::Kind::NotFound, QStringLiteral("not_found"));
    // An empty one is that of every consultation that has no room yet.
    if (roomId.isEmpty())
        co_return Result<Teleconsultation>(failure(none));
    Result<QList<QJsonObject>> found =
        co_await m_consultations.list(pageOf(having(names::roomId, roomId), 1, 0), context);
    if (!found)
        co_return Result<Teleconsultation>(failure(found.error()));
    if (found->isEmpty())
        co_return Result<Teleconsultation>(failure(none));
    co_return readOne(found->first());
}

Task<QList<Teleconsultation>> CrudRecordStore::list(Query query, RequestContext context)
{
    query.limit = std::clamp(query.limit, 1, names::maximumPageSize);
    query.offset = std::max(query.offset, 0);
    if (!searchWords(query.text).isEmpty()) {
        Result<QList<Teleconsultation>> found = co_await search(std::move(query), context);
        co_return found;
    }
    Result<QList<QJsonObject>> page =
        co_await m_consultations.list(pageOf(filterFor(query), query.limit, query.offset), context);
    if (!page)
        co_return Result<QList<Teleconsultation>>(failure(page.error()));
    co_return Result<QList<Teleconsultation>>(readConsultations(*page));
}

/// Only what matches exactly counts for offset and limit, so every page of candidates before is read.
Task<QList<Teleconsultation>> CrudRecordStore::search(Query query, RequestContext context)
{
    QList<Teleconsultation> found;
    int toSkip = query.offset;
    QJsonObject after;
    for (int pages = 0; pages < maximumPages; ++pages) {
        const QJsonObject filter = both(filterFor(query), after);
        Result<QList<QJsonObject>> page =
            co_await m_consultations.list(pageOf(filter, names::maximumPageSize, 0), context);
        if (!page)
            co_return Result<QList<Teleconsultation>>(failure(page.error()));
        const QList<Teleconsultation> candidates = readConsultations(*page);
        for (const Teleconsultation &candidate : candidates) {
            if (!matches(candidate, query.text) || toSkip-- > 0)
                continue;
            found << candidate;
            if (found.size() == query.limit)
                co_return Result<QList<Teleconsultation>>(std::move(found));
        }
        if (page->size() < names::maximumPageSize || candidates.isEmpty())
            co_return Result<QList<Teleconsultation>>(std::move(found));
        after = filterAfter(candidates.last());
    }
    co_return Result<QList<Teleconsultation>>(failure(endless()));
}

Task<void> CrudRecordStore::setProgress(QString id, Progress progress, RequestContext context)
{
    Result<QJsonObject> changed = co_await m_consultations.change(id, writeProgress(progress), {}, context);
    if (!changed)
        co_return Result<void>(failure(changed.error()));
    co_return Result<void>();
}

Task<Teleconsultation> CrudRecordStore::update(Teleconsultation consultation, RequestContext context)
{
    const QJsonObject sameRevision = revisionFilter(consultation.revision);
    if (sameRevision.isEmpty())
        co_return Result<Teleconsultation>(
            invalid(QStringLiteral("required"), QStringLiteral("revision"), QStringLiteral("revision is required")));
    Result<QJsonObject> changed =
        co_await m_consultations.change(consultation.id, writeChange(consultation), sameRevision, context);
    if (changed)
        co_return readOne(*changed);
    if (changed.error().kind != Error::Kind::NotFound)
        co_return Result<Teleconsultation>(failure(changed.error()));

    // Gone, or changed: by somebody else, or by an earlier try of ours whose answer was lost.
    Result<Teleconsultation> kept = co_await find(consultation.id, context);
    if (!kept || saysTheSame(*kept, consultation))
        co_return kept;
    Error conflict = makeError(Error::Kind::Conflict, QStringLiteral("changed_meanwhile"));
    conflict.httpStatus = 409;
    co_return Result<Teleconsultation>(failure(conflict));
}

Task<void> CrudRecordStore::moveToTrash(QString id, RequestContext context)
{
    Result<void> moved = co_await m_consultations.moveToTrash(id, context);
    co_return moved;
}

Task<Teleconsultation> CrudRecordStore::findInTrash(QString id, RequestContext context)
{
    Result<QJsonObject> document = co_await m_consultations.find(id, fieldsInTrash(), context);
    if (!document)
        co_return Result<Teleconsultation>(failure(document.error()));
    co_return readOne(*document);
}

Task<QList<QJsonObject>> CrudRecordStore::userEntries(QJsonObject filter, RequestContext context)
{
    QList<QJsonObject> entries;
    for (int pages = 0; pages < maximumPages; ++pages) {
        Result<QList<QJsonObject>> page =
            co_await m_users.list(entriesOf(filter, m_externalIdField, entries.size()), context);
        if (!page)
            co_return page;
        entries << *page;
        if (page->size() < names::maximumPageSize)
            co_return Result<QList<QJsonObject>>(std::move(entries));
    }
    co_return Result<QList<QJsonObject>>(failure(endless()));
}

/// One member of the user map's entries by another, which has one of these values; of several entries the first.
Task<QHash<QString, QString>> CrudRecordStore::mapped(QString from, QString to, QStringList values,
                                                      RequestContext context)
{
    std::vector<Task<QList<QJsonObject>>> asking;
    const QList<QJsonObject> filters = http::filtersForAny(from, values);
    for (const QJsonObject &filter : filters)
        asking.push_back(userEntries(filter, context));
    Result<QList<QList<QJsonObject>>> answers = co_await whenAll(std::move(asking));
    if (!answers)
        co_return Result<QHash<QString, QString>>(failure(answers.error()));
    QHash<QString, QString> ids;
    for (const QList<QJsonObject> &entries : std::as_const(*answers)) {
        for (const QJsonObject &entry : entries) {
            const QString given = text(entry, from);
            const QString found = text(entry, to);
            if (!found.isEmpty() && !ids.contains(given))
                ids.insert(given, found);
        }
    }
    co_return Result<QHash<QString, QString>>(std::move(ids));
}

Task<QHash<QString, QString>> CrudRecordStore::findUserIds(QStringList externalIds, RequestContext context)
{
    return mapped(m_externalIdField, names::kaleyraUserId, std::move(externalIds), std::move(context));
}

Task<QHash<QString, QString>> CrudRecordStore::findExternalIds(QStringList kaleyraUserIds, RequestContext context)
{
    return mapped(names::kaleyraUserId, m_externalIdField, std::move(kaleyraUserIds), std::move(context));
}

Task<QString> CrudRecordStore::rememberUserId(QString externalId, QString kaleyraUserId, RequestContext context)
{
    Result<UserClaim> claim = co_await claimUserId(externalId, kaleyraUserId, context);
    if (!claim)
        co_return Result<QString>(failure(claim.error()));
    Result<QString> holding = co_await settleUserId(*claim, context);
    co_return holding;
}

Task<UserClaim> CrudRecordStore::claimUserId(QString externalId, QString kaleyraUserId, RequestContext context)
{
    UserClaim claim;
    claim.externalId = externalId;
    claim.kaleyraUserId = kaleyraUserId;
    Result<QString> own = co_await m_users.insert(newEntry(m_externalIdField, externalId, kaleyraUserId), context);
    if (own)
        claim.entryId = *own;
    else if (own.error().kind == Error::Kind::Conflict || mayHaveHappened(own.error()))
        claim.doubt = own.error();
    else
        co_return Result<UserClaim>(failure(own.error()));
    co_return Result<UserClaim>(std::move(claim));
}

/// Read although ours was taken: without a unique index somebody else's may have been taken as well.
Task<QString> CrudRecordStore::settleUserId(UserClaim claim, RequestContext context)
{
    Result<QList<QJsonObject>> entries = co_await userEntries(having(m_externalIdField, claim.externalId), context);
    if (!entries)
        co_return Result<QString>(failure(claim.doubt ? *claim.doubt : entries.error()));
    QString holding;
    for (const QJsonObject &candidate : std::as_const(*entries)) {
        const QString id = text(candidate, names::kaleyraUserId);
        const bool isOurs = claim.doubt ? id == claim.kaleyraUserId : text(candidate, names::id) == claim.entryId;
        if (holding.isEmpty())
            holding = id;
        else if (isOurs)
            co_await m_users.remove(text(candidate, names::id), context); // One that stays is never used.
    }
    if (!holding.isEmpty())
        co_return Result<QString>(holding);
    if (claim.doubt)
        co_return Result<QString>(failure(*claim.doubt));
    co_return Result<QString>(claim.kaleyraUserId); // Taken, but not yet seen by what answers reads.
}

} // namespace teleconsult::records
