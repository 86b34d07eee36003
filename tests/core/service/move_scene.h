// A computer with records of its own, a CRUD service, and a network between them that can fail.
#pragma once

#include "core/records/sqlite_record_store.h"
#include "core/service/record_mover.h"
#include "tests/core/records/crud_fixture.h"
#include "tests/support/exchange_proxy.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QTemporaryDir>

namespace teleconsult::test {

inline const QString standInUser = QStringLiteral("usr_of_the_stand_in");

/// The service and the way to it. Outlives the computers.
struct MoveDestination
{
    explicit MoveDestination(bool uniqueIndex = false, int version = 7,
                             const crud::Definition &consultations = CrudServiceDouble::consultations())
        : service({consultations, CrudServiceDouble::users(uniqueIndex)}, version), network(service.server().url())
    {}

    config::CrudService settings() const
    {
        config::CrudService named;
        named.baseUrl = network.url();
        named.consultations = consultationsPath;
        named.users = usersPath;
        return named;
    }
    QList<QJsonObject> consultations() const { return service.documents(consultationsPath); }
    QList<QJsonObject> people() const { return service.documents(usersPath); }
    QJsonObject consultation(const QString &id) const
    {
        for (const QJsonObject &document : consultations()) {
            if (document.value(QLatin1String("_id")).toString() == id)
                return document;
        }
        return {};
    }

    CrudServiceDouble service;
    ExchangeProxy network;
};

/// One program on the computer; another one may follow on the same file.
class MovingProgram
{
public:
    MovingProgram(const QString &file, MoveDestination &destination,
                  std::chrono::milliseconds patience = std::chrono::seconds(15))
        : database(file),
          store(database, clock),
          mover({.database = database,
                 .clock = clock,
                 .http = http,
                 .endpointOf =
                     [patience](const config::CrudService &service) {
                         return records::CrudEndpoint{.baseUrl = service.baseUrl, .timeout = patience};
                     },
                 .madeByStandIn = [this] { return known(); }}),
          m_destination(destination)
    {}
    ~MovingProgram()
    {
        http.shutDown();
        waitUntil([this] { return mover.isIdle(); });
    }
    MovingProgram(const MovingProgram &) = delete;
    MovingProgram &operator=(const MovingProgram &) = delete;

    service::MoveReport move(bool leaveBehind = false, const std::shared_ptr<service::MoveTalk> &talk = {})
    {
        service::MoveOrder order;
        order.target = m_destination.settings();
        order.leaveBehind = leaveBehind;
        if (talk)
            order.talk = talk;
        return await(mover.move(order), std::chrono::seconds(60)).value_or(service::MoveReport());
    }

    ManualClock clock;
    records::SqliteDatabase database;
    records::SqliteRecordStore store;
    http::HttpClient http{{.tries = 3, .firstDelay = std::chrono::milliseconds(1)}};
    service::RecordMover mover;
    records::StandIn standIn{.users = {standInUser}, .rooms = {}};

private:
    Task<records::StandIn> known() { co_return Result<records::StandIn>(standIn); }

    MoveDestination &m_destination;
};

/// What the computer keeps: consultations of four people, one of them deleted, one without a room, and two of the
/// stand-in's.
struct MoveClinic
{
    explicit MoveClinic(const QString &file)
    {
        MoveDestination nowhere;
        MovingProgram program(file, nowhere);
        for (const char *name : {"Ferri", "Rossi", "Verdi", "Bianchi"})
            remember(program, QString::fromLatin1(name).toLower(), QString::fromLatin1(name));
        remember(program, QStringLiteral("tried@out"), standInUser);
        for (int i = 0; i < 5; ++i)
            ids << keep(program, consultationAt(at(2 + i, 9), QStringLiteral("room_%1").arg(i)));
        Teleconsultation waiting = consultationAt(at(9, 9), {});
        waiting.participants.removeLast();
        ids << keep(program, waiting);
        trashed = ids.first();
        if (!await(program.store.moveToTrash(trashed)))
            qFatal("the test's record cannot be deleted");
        Teleconsultation triedOut = consultationAt(at(10, 9), QStringLiteral("room_here"));
        triedOut.participants[0].kaleyraUserId = QStringLiteral("usr_seen_in_a_link");
        triedOut.participants[0].accessLink = QUrl(QStringLiteral("http://127.0.0.1:4000/call/token"));
        triedOut.participants[1].kaleyraUserId = standInUser;
        keep(program, triedOut);
        Teleconsultation halfTriedOut = triedOut; // Nobody has a link yet.
        halfTriedOut.participants = {triedOut.participants.last()};
        halfTriedOut.participants[0].accessLink.clear();
        halfTriedOut.roomId.clear();
        keep(program, halfTriedOut);
    }

    QStringList ids; ///< Of what is to be moved.
    QString trashed;

private:
    static QString keep(MovingProgram &program, const Teleconsultation &what)
    {
        const Result<QString> id = await(program.store.insert(what));
        if (!id)
            qFatal("the test's record cannot be kept");
        return *id;
    }
    static void remember(MovingProgram &program, const QString &externalId, const QString &kaleyraUserId)
    {
        if (!await(program.store.rememberUserId(externalId, kaleyraUserId)))
            qFatal("the test's person cannot be kept");
    }
};

} // namespace teleconsult::test
