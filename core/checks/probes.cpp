#include "core/checks/probes.h"

namespace teleconsult::checks {

namespace {

/// Somebody whom no clinic knows.
const QStringList nobody(QStringLiteral("teleconsultctl-doctor"));

} // namespace

Task<kaleyra::Company> probeKaleyra(kaleyra::KaleyraClient &kaleyra)
{
    Result<kaleyra::Company> company = co_await kaleyra.company();
    co_return company;
}

Task<bool> probeService(service::TeleconsultationService &service)
{
    records::Query one;
    one.limit = 1;
    Result<QList<Teleconsultation>> listed = co_await service.list(one);
    if (!listed && listed.error().code == QLatin1String("not_offered"))
        co_return false;
    if (!listed)
        co_return failure(listed.error());
    co_return true;
}

Task<void> probeRecords(records::RecordStore &store)
{
    records::Query one;
    one.limit = 1;
    Task<QList<Teleconsultation>> listing = store.list(one);
    Task<QHash<QString, QString>> looking = store.findUserIds(nobody);
    Result<QList<Teleconsultation>> consultations = co_await listing;
    Result<QHash<QString, QString>> users = co_await looking;
    if (!consultations)
        co_return failure(consultations.error());
    if (users)
        co_return Result<void>();
    Error wrong = users.error();
    wrong.field = userIdMap;
    co_return failure(wrong);
}

Task<bool> probePeople(directory::Directory &directory)
{
    Result<directory::People> found = co_await directory.find(nobody, RequestContext());
    if (!found && found.error().kind == Error::Kind::Unauthorized)
        co_return false;
    if (!found)
        co_return failure(found.error());
    co_return true;
}

std::optional<std::chrono::seconds> clockOffset(const http::HttpClient &http, const Clock &clock, const QUrl &peer)
{
    const QDateTime there = http.timeAt(peer);
    if (!there.isValid())
        return std::nullopt;
    return std::chrono::seconds(clock.now().secsTo(there));
}

} // namespace teleconsult::checks
