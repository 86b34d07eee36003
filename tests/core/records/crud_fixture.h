// What the tests of CrudRecordStore share: a store, the service behind it, and a network between them that can fail.
#pragma once

#include "core/records/crud_record_store.h"
#include "tests/support/await.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/fault_proxy.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>

namespace teleconsult::test {

inline const QString consultationsPath = QStringLiteral("teleconsultations");
inline const QString usersPath = QStringLiteral("teleconsultations_users");

inline records::CrudCollections documentedCollections()
{
    return {consultationsPath, usersPath};
}

inline QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, minute), Qt::UTC);
}

/// A consultation of half an hour, as somebody here schedules it.
inline Teleconsultation consultationAt(const QDateTime &start, const QString &roomId = QStringLiteral("room_1"))
{
    Teleconsultation made;
    made.roomId = roomId;
    made.participantsNumber = 2;
    made.schedule = Schedule::fromRecord(start, start.addSecs(1800));
    for (const char *name : {"Giulia Ferri", "Mario Rossi"}) {
        Participant participant;
        participant.fullName = QString::fromLatin1(name);
        participant.kaleyraUserId = participant.fullName.section(QLatin1Char(' '), 1);
        participant.groups = {QStringLiteral("patient")};
        participant.accessLink = QUrl(QStringLiteral("https://a.bandyer.com/eu/") + participant.kaleyraUserId);
        made.participants << participant;
    }
    return made;
}

/// One program of one installation.
class CrudFixture
{
public:
    explicit CrudFixture(QList<crud::Definition> definitions = {CrudServiceDouble::consultations(),
                                                                CrudServiceDouble::users()},
                         int version = 7, const records::CrudCollections &collections = documentedCollections(),
                         std::chrono::milliseconds patience = std::chrono::seconds(15))
        : service(std::move(definitions), version),
          network(service.server().url()),
          store(http,
                {.baseUrl = network.url(),
                 .headers = [this](const RequestContext &) { return headers; },
                 .timeout = patience},
                collections)
    {}

    /// Closes every connection, so that the server need not wait until they have been idle for long enough.
    ~CrudFixture()
    {
        http.shutDown();
        http.clearConnections();
        network.refuse();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    CrudFixture(const CrudFixture &) = delete;
    CrudFixture &operator=(const CrudFixture &) = delete;

    QString inserted(const Teleconsultation &what)
    {
        const Result<QString> id = await(store.insert(what));
        return id ? *id : QStringLiteral("failed: ") + id.error().toLogLine();
    }
    Teleconsultation found(const QString &id) { return await(store.find(id)).value_or(Teleconsultation()); }
    QList<QJsonObject> consultations() const { return service.documents(consultationsPath); }
    QList<QJsonObject> users() const { return service.documents(usersPath); }

    QHash<QByteArray, QByteArray> headers;
    CrudServiceDouble service;
    FaultProxy network;
    http::HttpClient http{{.tries = 3, .firstDelay = std::chrono::milliseconds(1)}};
    records::CrudRecordStore store;
};

inline QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace teleconsult::test
