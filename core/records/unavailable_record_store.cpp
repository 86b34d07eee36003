#include "core/records/unavailable_record_store.h"

namespace teleconsult::records {

namespace {

template <typename T>
Task<T> refuse(Error why)
{
    co_return Result<T>(failure(std::move(why)));
}

} // namespace

Task<QString> UnavailableRecordStore::insert(Teleconsultation, RequestContext)
{
    return refuse<QString>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::find(QString, RequestContext)
{
    return refuse<Teleconsultation>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::findByRoomId(QString, RequestContext)
{
    return refuse<Teleconsultation>(m_why);
}

Task<QList<Teleconsultation>> UnavailableRecordStore::list(Query, RequestContext)
{
    return refuse<QList<Teleconsultation>>(m_why);
}

Task<void> UnavailableRecordStore::setProgress(QString, Progress, RequestContext)
{
    return refuse<void>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::update(Teleconsultation, RequestContext)
{
    return refuse<Teleconsultation>(m_why);
}

Task<void> UnavailableRecordStore::moveToTrash(QString, RequestContext)
{
    return refuse<void>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::findInTrash(QString, RequestContext)
{
    return refuse<Teleconsultation>(m_why);
}

Task<QHash<QString, QString>> UnavailableRecordStore::findUserIds(QStringList, RequestContext)
{
    return refuse<QHash<QString, QString>>(m_why);
}

Task<QHash<QString, QString>> UnavailableRecordStore::findExternalIds(QStringList, RequestContext)
{
    return refuse<QHash<QString, QString>>(m_why);
}

Task<QString> UnavailableRecordStore::rememberUserId(QString, QString, RequestContext)
{
    return refuse<QString>(m_why);
}

} // namespace teleconsult::records
