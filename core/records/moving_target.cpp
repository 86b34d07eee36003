#include "core/records/moving_target.h"

#include "core/domain/json.h"
#include "core/http/query.h"
#include "core/records/crud_json.h"
#include "core/records/crud_names.h"

namespace teleconsult::records {

namespace {

QJsonObject documentOf(const KeptConsultation &kept)
{
    QJsonObject document = writeConsultation(kept.consultation);
    document.insert(names::id, kept.consultation.id);
    document.insert(names::state, kept.isInTrash ? names::trashState : names::publicState);
    return document;
}

ArrivedConsultation read(const QJsonObject &document)
{
    using State = ArrivedConsultation::State;
    ArrivedConsultation arrived;
    const QString state = document.value(names::state).toString();
    arrived.state = state == names::publicState  ? State::Public
                    : state == names::trashState ? State::Trash
                                                 : State::Other;
    // One that cannot be read was written by somebody else, and says nothing that we would have sent.
    const std::optional<Teleconsultation> consultation = readConsultation(document);
    arrived.consultation = consultation.value_or(Teleconsultation());
    arrived.isUntouched = consultation && document.value(names::createdAt) == document.value(names::updatedAt);
    return arrived;
}

CrudCollection::Parameters everyStateOf(const QJsonObject &filter)
{
    const QStringList fields{names::roomId,    names::participantsNumber, names::participants,
                             names::progress,  names::startDate,          names::endDate,
                             names::createdAt, names::updatedAt,          names::state};
    return {{names::filterParameter, filterText(filter)},
            {names::statesParameter, names::everyState},
            {names::limitParameter, QString::number(names::maximumPageSize)},
            {names::projectionParameter, fields.join(QLatin1Char(','))}};
}

Result<void> importOutcome(Result<void> imported)
{
    // The lists of the same collection were answered.
    if (!imported && imported.error().code == QLatin1String("no_collection"))
        imported.error().code = QStringLiteral("no_import");
    return imported;
}

} // namespace

MovingTarget::MovingTarget(http::HttpClient &http, const CrudEndpoint &endpoint, const CrudCollections &collections)
    : m_store(http, endpoint, collections),
      m_consultations(http, endpoint, collections.consultations),
      m_users(http, endpoint, collections.users),
      m_externalIdField(collections.externalIdField)
{}

/// A collection whose ids are ObjectIds refuses a text that is none (R 24); one whose ids are any texts finds nothing.
Task<void> MovingTarget::probe()
{
    const QJsonObject noObjectId{{names::id, QStringLiteral("none")}};
    Result<QList<QJsonObject>> ids = co_await m_consultations.list(everyStateOf(noObjectId), {});
    if (ids)
        co_return Result<void>(failure(makeError(Error::Kind::Server, QStringLiteral("ids_of_another_kind"))));
    if (ids.error().code != QLatin1String("refused"))
        co_return Result<void>(failure(ids.error()));
    Result<QHash<QString, QString>> nobody = co_await m_store.findUserIds(QStringList(QStringLiteral("nobody")));
    if (!nobody)
        co_return Result<void>(failure(nobody.error()));
    co_return Result<void>();
}

Task<QHash<QString, QString>> MovingTarget::userIds(QStringList externalIds)
{
    return m_store.findUserIds(std::move(externalIds));
}

Task<void> MovingTarget::add(QString externalId, QString kaleyraUserId)
{
    QJsonObject entry;
    entry.insert(names::id, entryIdFor(externalId));
    entry.insert(m_externalIdField, externalId);
    entry.insert(names::kaleyraUserId, kaleyraUserId);
    entry.insert(names::state, names::publicState);
    Result<void> imported = co_await m_users.import(std::move(entry), {});
    co_return importOutcome(std::move(imported));
}

Task<QHash<QString, ArrivedConsultation>> MovingTarget::find(QStringList ids)
{
    QHash<QString, ArrivedConsultation> arrived;
    const QList<QJsonObject> filters = http::filtersForAny(names::id, ids);
    for (const QJsonObject &filter : filters) {
        Result<QList<QJsonObject>> page = co_await m_consultations.list(everyStateOf(filter), {});
        if (!page)
            co_return Result<QHash<QString, ArrivedConsultation>>(failure(page.error()));
        for (const QJsonObject &document : std::as_const(*page))
            arrived.insert(document.value(names::id).toString(), read(document));
    }
    co_return Result<QHash<QString, ArrivedConsultation>>(std::move(arrived));
}

Task<void> MovingTarget::add(KeptConsultation kept)
{
    Result<void> imported = co_await m_consultations.import(documentOf(kept), {});
    co_return importOutcome(std::move(imported));
}

Task<Teleconsultation> MovingTarget::update(Teleconsultation consultation)
{
    return m_store.update(std::move(consultation));
}

Task<void> MovingTarget::moveToTrash(QString id)
{
    return m_store.moveToTrash(std::move(id));
}

} // namespace teleconsult::records
