#include "tests/core/service/fault_scene.h"

#include "tests/support/memory_folder.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace teleconsult::test {

namespace {

/// Whether a request that ended so may have been carried out.
bool isUncertain(const ExchangeProxy::Exchange &exchange)
{
    return exchange.status < 400 || exchange.status >= 500;
}

const QString folderName = QStringLiteral("fault-matrix");

ConsultationPolicy policyOfTheTests()
{
    ConsultationPolicy policy;
    policy.immutablePeriod = std::chrono::minutes(10);
    policy.deleteUploads = true;
    return policy;
}

} // namespace

Scene::Scene(Peers &everyone, Keeps where)
    : peers(everyone), keeps(where), policy(policyOfTheTests()), m_folder(folderInMemory(folderName))
{
    peers.clear();
    start();
}

Scene::Scene(Peers &everyone, Keeps where, const Beginning &beginning)
    : peers(everyone), keeps(where), policy(policyOfTheTests()), id(beginning.id), m_folder(folderInMemory(folderName))
{
    peers.clear();
    peers.kaleyra.edit([&](sandbox::State &state) { state = beginning.kaleyra; });
    for (const QJsonObject &document : beginning.crudConsultations)
        peers.crud.put(CrudServiceDouble::consultations().path, document);
    for (const QJsonObject &document : beginning.crudUsers)
        peers.crud.put(CrudServiceDouble::users().path, document);
    QFile database(databaseFile());
    if (beginning.database.isEmpty())
        return;
    if (!database.open(QFile::WriteOnly) || database.write(beginning.database) != beginning.database.size())
        qFatal("a case cannot be prepared: %s", qPrintable(database.errorString()));
}

Scene::Beginning Scene::leave()
{
    station.reset();
    QFile database(databaseFile());
    // It is made when it is first asked for.
    if (database.exists() && !database.open(QFile::ReadOnly))
        qFatal("a case cannot be kept: %s", qPrintable(database.errorString()));
    if (QFile::exists(databaseFile() + QStringLiteral("-wal")))
        qFatal("a case cannot be kept: its database was not closed");
    return {.kaleyra = peers.kaleyra.state(),
            .crudConsultations = peers.crud.documents(CrudServiceDouble::consultations().path),
            .crudUsers = peers.crud.documents(CrudServiceDouble::users().path),
            .database = database.isOpen() ? database.readAll() : QByteArray(),
            .id = id};
}

void Scene::start(Station::Patience patience)
{
    station.reset();
    station = std::make_unique<Station>(peers, keeps, databaseFile(), clock, policy, patience);
}

bool Scene::settles()
{
    // An endless answer is read up to its limit, with every try: on a busy machine that takes a while.
    return waitUntil([this] { return station->isIdle() && peers.areQuiet(); }, std::chrono::seconds(90));
}

TeleconsultationRequest Scene::request(int patients, int unknownPatients) const
{
    TeleconsultationRequest wish;
    wish.participantsNumber = 1 + patients + unknownPatients;
    wish.participants = {doctor()};
    for (int i = 1; i <= patients; ++i)
        wish.participants << patient(i);
    wish.start = began.addDays(1);
    wish.duration = std::chrono::minutes(30);
    return wish;
}

/// Everything that there is.
struct Scene::Found
{
    sandbox::State kaleyra;
    QList<Teleconsultation> records;
    QHash<QString, QString> map;
    QList<records::Intent> intents;
    QStringList doubleEntries;
};

Result<Scene::Found> Scene::look()
{
    Found found;
    found.kaleyra = peers.kaleyra.state();
    QStringList everyone;
    for (int number = 0; number < peopleOfTheTests; ++number)
        everyone << (number == 0 ? doctor() : patient(number)).externalId;
    Result<QList<Teleconsultation>> records = await(station->records().list({}));
    Result<QHash<QString, QString>> map = await(station->records().findUserIds(everyone));
    Result<QList<records::Intent>> intents = await(station->journal().open());
    if (!records || !map || !intents)
        return failure(!records ? records.error() : !map ? map.error() : intents.error());
    found.records = *records;
    found.map = *map;
    found.intents = *intents;
    QStringList entries;
    for (const QJsonObject &entry : peers.crud.documents(CrudServiceDouble::users().path)) {
        const QString externalId = entry.value(QStringLiteral("receivedUserId")).toString();
        if (entries.contains(externalId))
            found.doubleEntries << externalId;
        entries << externalId;
    }
    return found;
}

QStringList Scene::disorders()
{
    Result<Found> found = look();
    if (!found)
        return {QStringLiteral("the records cannot be read: ") + found.error().toLogLine()};
    QStringList wrong;
    for (const QString &externalId : std::as_const(found->doubleEntries))
        wrong << QStringLiteral("%1 is in the user map twice").arg(externalId);
    for (const auto &[externalId, userId] : found->map.asKeyValueRange()) {
        if (!found->kaleyra.user(userId))
            wrong << QStringLiteral("%1 is mapped to a user that does not exist").arg(externalId);
    }
    const QStringList mapped = found->map.values();
    for (const Teleconsultation &record : std::as_const(found->records)) {
        for (const Participant &participant : record.participants) {
            if (!mapped.contains(participant.kaleyraUserId))
                wrong << QStringLiteral("a participant on record is not in the user map");
        }
        if (record.allParticipantsKnown() == record.roomId.isEmpty())
            wrong << QStringLiteral("a record has %1 room")
                         .arg(record.roomId.isEmpty() ? QLatin1String("no") : QLatin1String("a needless"));
        if (record.roomId.isEmpty())
            continue;
        const sandbox::Room *room = found->kaleyra.room(record.roomId);
        if (!room) {
            wrong << QStringLiteral("a record points to a room that does not exist");
            continue;
        }
        if (room->seats.size() != record.participants.size())
            wrong << QStringLiteral("a room has other seats than its record has participants");
        for (const sandbox::Seat &seat : room->seats) {
            const Participant *participant = record.participant(seat.userId);
            if (!participant || !participant->accessLink.toString().endsWith(seat.token))
                wrong << QStringLiteral("a seat's link is not on record");
        }
    }
    for (const sandbox::Room &room : std::as_const(found->kaleyra.rooms)) {
        const auto owners = std::count_if(found->records.begin(), found->records.end(),
                                          [&](const Teleconsultation &one) { return one.roomId == room.id; });
        if (owners != 1)
            wrong << QStringLiteral("a room has %1 records").arg(owners);
    }
    for (const records::Intent &intent : std::as_const(found->intents)) {
        if (intent.kind == records::Intent::Kind::DeleteRoom || intent.kind == records::Intent::Kind::Trash)
            wrong << QStringLiteral("the deletion of a room is still open");
    }
    return wrong;
}

QStringList Scene::blindRepeats() const
{
    QStringList blind;
    QHash<QString, bool> mayExist;
    for (const ExchangeProxy::Exchange &exchange : peers.toKaleyra.exchanges()) {
        if (exchange.method != "POST" || exchange.target != "/v2/rooms")
            continue;
        const QString room =
            QJsonDocument::fromJson(exchange.body)[QStringLiteral("description")].toString(QStringLiteral("none"));
        if (mayExist.value(room))
            blind << QStringLiteral("POST /rooms was repeated blindly");
        mayExist.insert(room, mayExist.value(room) || isUncertain(exchange));
    }
    return blind;
}

int Scene::strayUsers()
{
    Result<Found> found = look();
    if (!found)
        return 0;
    const QStringList mapped = found->map.values();
    return int(std::count_if(found->kaleyra.users.begin(), found->kaleyra.users.end(),
                             [&](const sandbox::User &user) { return !mapped.contains(user.id); }));
}

QList<Teleconsultation> Scene::consultations()
{
    return await(station->records().list({})).value_or(QList<Teleconsultation>());
}

QString Scene::account(const QString &which)
{
    const Result<Teleconsultation> record = await(station->records().find(which));
    if (!record)
        return {};
    QStringList words{QString::number(record->participantsNumber), record->schedule.start().toString(Qt::ISODate),
                      record->schedule.end().toString(Qt::ISODate)};
    for (const Participant &participant : record->participants)
        words << participant.kaleyraUserId << participant.fullName << participant.groups;
    return words.join(QLatin1Char('|'));
}

} // namespace teleconsult::test
