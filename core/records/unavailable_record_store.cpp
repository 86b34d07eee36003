#include "core/records/unavailable_record_store.h"

namespace teleconsult::records {

namespace {

template <typename T>
Task<T> refuse(Error why)
{
    co_return Result<T>(failure(std::move(why)));
}

} // namespace

Task<QString> UnavailableRecordStore::insert(Teleconsultation)
{
    return refuse<QString>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::find(QString)
{
    return refuse<Teleconsultation>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::findByRoomId(QString)
{
    return refuse<Teleconsultation>(m_why);
}

Task<QList<Teleconsultation>> UnavailableRecordStore::list(Query)
{
    return refuse<QList<Teleconsultation>>(m_why);
}

Task<void> UnavailableRecordStore::setProgress(QString, Progress)
{
    return refuse<void>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::update(Teleconsultation)
{
    return refuse<Teleconsultation>(m_why);
}

Task<void> UnavailableRecordStore::moveToTrash(QString)
{
    return refuse<void>(m_why);
}

Task<Teleconsultation> UnavailableRecordStore::findInTrash(QString)
{
    return refuse<Teleconsultation>(m_why);
}

Task<QHash<QString, QString>> UnavailableRecordStore::findUserIds(QStringList)
{
    return refuse<QHash<QString, QString>>(m_why);
}

Task<QHash<QString, QString>> UnavailableRecordStore::findExternalIds(QStringList)
{
    return refuse<QHash<QString, QString>>(m_why);
}

Task<QString> UnavailableRecordStore::rememberUserId(QString, QString)
{
    return refuse<QString>(m_why);
}

} // namespace teleconsult::records
