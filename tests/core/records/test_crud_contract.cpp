// What CrudRecordStore sends, what it makes of records that others wrote, and what it does when they change meanwhile.
#include "tests/core/records/crud_fixture.h"

using namespace teleconsult;
using namespace teleconsult::test;

class TestCrudContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<CrudFixture> m;

    QList<ScriptedServer::Request> requests() { return m->service.server().requests(); }

    static QStringList idsOf(const Result<QList<Teleconsultation>> &listed)
    {
        QStringList ids;
        for (const Teleconsultation &one : listed.value_or(QList<Teleconsultation>()))
            ids << one.id;
        return listed ? ids : QStringList{listed.error().toLogLine()};
    }

private slots:
    void init() { m = std::make_unique<CrudFixture>(); }
    void cleanup() { m.reset(); }

    void aRecordHasExactlyTheDocumentedFields()
    {
        Teleconsultation made = consultationAt(at(2, 9));
        made.participants[0].language = Language::Italian;
        made.participants[1].accessLink.clear();
        m->inserted(made);
        QJsonObject stored = m->consultations().value(0);
        for (const char *metadata : {"_id", "creatorId", "createdAt", "updaterId", "updatedAt"})
            stored.remove(QString::fromLatin1(metadata));
        const QJsonObject expected =
            json("{\"__STATE__\":\"PUBLIC\",\"bandyerRoomId\":\"room_1\",\"participantsNumber\":2,"
                 "\"teleconsultationState\":\"SCHEDULED\",\"startDate\":\"2026-03-02T09:00:00.000Z\","
                 "\"endDate\":\"2026-03-02T09:30:00.000Z\",\"participants\":["
                 "{\"userBandyerId\":\"Ferri\",\"accessLinkURL\":\"https://a.bandyer.com/eu/"
                 "Ferri\",\"fullName\":\"Giulia Ferri\","
                 "\"groups\":[\"patient\"],\"language\":\"it\"},"
                 "{\"userBandyerId\":\"Rossi\",\"fullName\":\"Mario Rossi\",\"groups\":[\"patient\"]}]}");
        QCOMPARE(stored, expected);
    }

    void datesAreSentInUtc()
    {
        Teleconsultation made = consultationAt(at(2, 9));
        const QDateTime elsewhere = at(2, 9).addMSecs(7).toOffsetFromUtc(5 * 3600);
        made.schedule = Schedule::fromRecord(elsewhere, elsewhere.addSecs(600));
        const QString id = m->inserted(made);
        QCOMPARE(m->consultations().value(0)[QStringLiteral("startDate")].toString(),
                 QStringLiteral("2026-03-02T09:00:00.007Z"));
        QCOMPARE(m->found(id).schedule.start(), elsewhere);
    }

    /// A collection that insists on a room's id takes a consultation that has no room yet.
    void aRequiredRoomIsAnEmptyText()
    {
        crud::Definition strict = CrudServiceDouble::consultations();
        strict.fields[0].required = true;
        m.reset();
        m = std::make_unique<CrudFixture>(QList<crud::Definition>{strict, CrudServiceDouble::users()});
        Teleconsultation roomless = consultationAt(at(2, 9), {});
        const QString id = m->inserted(roomless);
        QVERIFY(m->found(id).roomId.isEmpty());
        Teleconsultation withRoom = m->found(id);
        withRoom.roomId = QStringLiteral("room_1");
        withRoom = await(m->store.update(withRoom)).value();
        withRoom.roomId.clear();
        QVERIFY(await(m->store.update(withRoom)));
        QCOMPARE(await(m->store.findByRoomId({})).error().kind, Error::Kind::NotFound);
    }

    void collectionsEndWithASlashAndBodiesSayWhatTheyAre()
    {
        const QString id = m->inserted(consultationAt(at(2, 9)));
        QVERIFY(await(m->store.list({})));
        QVERIFY(await(m->store.setProgress(id, Progress::InCall)));
        QVERIFY(await(m->store.rememberUserId(QStringLiteral("a"), QStringLiteral("k"))));
        QVERIFY(await(m->store.moveToTrash(id)));
        QVERIFY(requests().size() >= 6);
        for (const ScriptedServer::Request &request : requests()) {
            const bool isCollection = !request.path.contains(id.toLatin1());
            QVERIFY2(!isCollection || request.path.endsWith('/'), request.target.constData());
            QCOMPARE(request.headers.value("content-type"),
                     request.body.isEmpty() ? QByteArray() : QByteArray("application/json"));
        }
    }

    void headersSayWhoActs()
    {
        m->headers = {{"userid", "auth0|doc1"}, {"client-type", "CMS"}};
        const QString id = m->inserted(consultationAt(at(2, 9)));
        m->headers["userid"] = "auth0|doc2"; // Asked anew for each request.
        QVERIFY(await(m->store.setProgress(id, Progress::Held)));
        const QJsonObject stored = m->consultations().value(0);
        QCOMPARE(stored[QStringLiteral("creatorId")].toString(), QStringLiteral("auth0|doc1"));
        QCOMPARE(stored[QStringLiteral("updaterId")].toString(), QStringLiteral("auth0|doc2"));
        for (const ScriptedServer::Request &request : requests())
            QCOMPARE(request.headers.value("client-type"), QByteArray("CMS"));
    }

    void aBasePathAndOtherNamesAreFollowed()
    {
        ScriptedServer gateway;
        gateway.on("GET", "/crud/v2/visits/", {{.body = "[]"}});
        records::CrudEndpoint endpoint{gateway.url("/crud/")};
        records::CrudRecordStore store(m->http, endpoint, {QStringLiteral("v2/visits"), QStringLiteral("v2/people")});
        QVERIFY(await(store.list({})));
        m->http.clearConnections();
    }

    void aRecordOfTheOriginalServiceIsRead()
    {
        const QString id = m->service.put(
            consultationsPath,
            json("{\"bandyerRoomId\":null,"
                 "\"startDate\":\"2026-03-02T09:00:00.000Z\",\"endDate\":null,\"somethingOfTheClinic\":{\"a\":1},"
                 "\"participants\":["
                 "{\"bandyerId\":\"usr_1\",\"accessLinkURL\":\"https://a.bandyer.com/eu/1\"},"
                 "{\"userBandyerId\":\"usr_2\",\"accessLinkURL\":\"http://evil.example.org/\",\"language\":\"xx\"}]}"));
        const Result<Teleconsultation> found = await(m->store.find(id));
        QVERIFY2(found, found ? "" : qPrintable(found.error().toLogLine()));
        QCOMPARE(found->participantsNumber, 2); // As many as there are: records of before 1.2.0 do not say.
        QCOMPARE(found->participants.at(0).kaleyraUserId, QStringLiteral("usr_1"));
        QCOMPARE(found->participants.at(0).accessLink, QUrl(QStringLiteral("https://a.bandyer.com/eu/1")));
        QCOMPARE(found->participants.at(1).kaleyraUserId, QStringLiteral("usr_2"));
        QVERIFY(found->participants.at(1).accessLink.isEmpty()); // Would be opened in the clear.
        QVERIFY(found->participants.at(0).fullName.isEmpty());
        QVERIFY(found->participants.at(1).groups.isEmpty());
        QVERIFY(!found->participants.at(1).language);
        QCOMPARE(found->progress, Progress::Scheduled);
        QVERIFY(found->schedule.end().isNull());
        QCOMPARE(idsOf(await(m->store.list({}))), QStringList{id});

        Teleconsultation changed = *found;
        changed.roomId = QStringLiteral("room_2");
        QVERIFY(await(m->store.update(changed)));
        const QJsonObject others = m->consultations().value(0)[QStringLiteral("somethingOfTheClinic")].toObject();
        QCOMPARE(others[QStringLiteral("a")].toInt(), 1);
    }

    void whatIsNoRecordIsLeftOutOfLists()
    {
        m->service.put(consultationsPath, json("{\"participantsNumber\":2}"));
        m->service.put(consultationsPath, json("{\"startDate\":\"soon\"}"));
        const QString id = m->inserted(consultationAt(at(2, 9)));
        QCOMPARE(idsOf(await(m->store.list({}))), QStringList{id});
    }

    /// Whoever reads page by page takes a short one for the last.
    void whatIsNoRecordMakesNoPageShorter()
    {
        m->service.put(consultationsPath, json("{\"participantsNumber\":2,\"endDate\":\"2026-03-30T09:00:00.000Z\"}"));
        for (int i = 0; i < 3; ++i)
            m->inserted(consultationAt(at(2, 9 + i)));
        records::Query query;
        query.limit = 2;
        for (const QDateTime &from : {QDateTime(), at(1, 0)}) {
            query.from = from;
            query.offset = 0;
            QCOMPARE(await(m->store.list(query)).value().size(), 2);
            query.offset = 2;
            QCOMPARE(await(m->store.list(query)).value().size(), 1);
        }
    }

    /// Taken for an empty list, it would make everybody unknown.
    void aListOfOtherThingsIsNoAnswer()
    {
        m->service.fail("GET", {{.body = R"(["unexpected"])"}});
        const QStringList ids{QStringLiteral("somebody")};
        const Result<QHash<QString, QString>> known = await(m->store.findUserIds(ids));
        QVERIFY(!known);
        QCOMPARE(known.error().kind, Error::Kind::BadAnswer);
    }

    void draftsOfOthersAreNotOurs()
    {
        m->service.put(
            consultationsPath,
            json("{\"__STATE__\":\"DRAFT\",\"startDate\":\"2026-03-02T09:00:00.000Z\",\"participantsNumber\":2}"));
        QCOMPARE(idsOf(await(m->store.list({}))), QStringList());
    }

    /// Names with accents all pass the service's filter: only here they are told apart.
    void aSearchPagesThroughItsCandidates()
    {
        QStringList wanted;
        for (int i = 0; i < 450; ++i) {
            const bool isWanted = i % 90 == 7;
            QJsonObject document = json("{\"participantsNumber\":1}");
            document.insert(QStringLiteral("startDate"), at(1, 0).addSecs(i / 3 * 60).toString(Qt::ISODateWithMs));
            document.insert(QStringLiteral("participants"),
                            QJsonArray{QJsonObject{{QStringLiteral("userBandyerId"), QStringLiteral("k")},
                                                   {QStringLiteral("fullName"),
                                                    isWanted ? QStringLiteral("Élise") : QStringLiteral("Örjan")}}});
            const QString id = m->service.put(consultationsPath, document);
            if (isWanted)
                wanted << id;
        }
        QCOMPARE(wanted.size(), 5);
        records::Query query;
        query.text = QStringLiteral("elise");
        QCOMPARE(idsOf(await(m->store.list(query))), wanted);
        QCOMPARE(requests().size(), 3);
        query.limit = 2;
        QCOMPARE(idsOf(await(m->store.list(query))), wanted.mid(0, 2));
        query.offset = 2;
        QCOMPARE(idsOf(await(m->store.list(query))), wanted.mid(2, 2));
        query.offset = 4;
        QCOMPARE(idsOf(await(m->store.list(query))), wanted.mid(4));
        query.offset = 5;
        QCOMPARE(idsOf(await(m->store.list(query))), QStringList());
    }

    /// Were pages counted by records to skip, one that goes would hide another.
    void aSearchMissesNothingWhenRecordsGoMeanwhile()
    {
        QStringList ids;
        for (int i = 0; i < 201; ++i) {
            QJsonObject document = json("{\"participantsNumber\":1,\"startDate\":\"2026-03-01T00:00:00.000Z\","
                                        "\"participants\":[{\"userBandyerId\":\"k\",\"fullName\":\"Ann\"}]}");
            ids << m->service.put(consultationsPath, document);
        }
        m->service.after("GET", [this, &ids] {
            m->service.change(consultationsPath, ids.first(), json("{\"__STATE__\":\"TRASH\"}"));
        });
        records::Query query;
        query.text = QStringLiteral("ann");
        query.offset = 200;
        QCOMPARE(idsOf(await(m->store.list(query))), ids.mid(200));
    }

    void theServiceNarrowsASearchAsFarAsItCan()
    {
        m->inserted(consultationAt(at(2, 9)));
        records::Query query;
        query.text = QString(5000, QLatin1Char('x')) + QStringLiteral(" yyyyyyyyyyyyyyyyyy").repeated(500);
        query.from = at(1, 0);
        query.until = at(9, 0);
        QCOMPARE(idsOf(await(m->store.list(query))), QStringList());
        const QByteArray target = requests().last().target;
        QVERIFY(target.contains("%24regex"));
        QVERIFY2(target.size() < 8000, qPrintable(QString::number(target.size())));
    }

    void aChangeWhoseAnswerIsLostCountsAsMade()
    {
        Teleconsultation changed = m->found(m->inserted(consultationAt(at(2, 9))));
        changed.roomId = QStringLiteral("room_2");
        m->network.setFaults({FaultProxy::Fault::ResetAfter});
        const Result<Teleconsultation> updated = await(m->store.update(changed));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().toLogLine()));
        QCOMPARE(updated->roomId, changed.roomId);
        QVERIFY(updated->revision != changed.revision);
        QVERIFY(m->service.server().count("PATCH", requests().at(2).path) >= 2); // It was sent again.
    }

    void aLostChangeThatIsChangedAgainIsAConflict()
    {
        Teleconsultation changed = m->found(m->inserted(consultationAt(at(2, 9))));
        changed.roomId = QStringLiteral("room_2");
        m->service.after("PATCH", [this, id = changed.id] {
            m->service.change(consultationsPath, id, json("{\"bandyerRoomId\":\"room_theirs\"}"));
        });
        m->network.setFaults({FaultProxy::Fault::ResetAfter});
        const Result<Teleconsultation> updated = await(m->store.update(changed));
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, Error::Kind::Conflict);
    }

    void changesInOneMillisecondAreToldApartByWhatTheySay()
    {
        m->service.stopClock();
        const Teleconsultation read = m->found(m->inserted(consultationAt(at(2, 9))));
        Teleconsultation theirs = read, ours = read;
        theirs.roomId = QStringLiteral("room_theirs");
        ours.roomId = QStringLiteral("room_ours");
        QVERIFY(await(m->store.update(theirs)));
        const Result<Teleconsultation> updated = await(m->store.update(ours));
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, Error::Kind::Conflict);
    }

    void movingToTheTrashSurvivesALostAnswer_data()
    {
        QTest::addColumn<QList<int>>("faults");
        using Fault = FaultProxy::Fault;
        QTest::newRow("before it arrives") << QList<int>{int(Fault::ResetBefore)};
        QTest::newRow("after it was done") << QList<int>{int(Fault::ResetAfter)};
    }

    void movingToTheTrashSurvivesALostAnswer()
    {
        QFETCH(QList<int>, faults);
        const QString id = m->inserted(consultationAt(at(2, 9)));
        m->network.setFaults({FaultProxy::Fault(faults.first())});
        const Result<void> moved = await(m->store.moveToTrash(id));
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().toLogLine()));
        QCOMPARE(m->consultations().value(0)[QStringLiteral("__STATE__")].toString(), QStringLiteral("TRASH"));
        QCOMPARE(await(m->store.moveToTrash(id)).error().kind, Error::Kind::NotFound);
    }

    /// R 128, 135, 136, 164 and 165 of the transcript: what the double does not come to by itself.
    void whatTheServiceAnswersInTrouble_data()
    {
        QTest::addColumn<int>("status"); // 0: it closes the connection.
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("R 128: an id that cannot be")
            << 404 << QByteArray(R"({"error":"not found"})") << Error::Kind::NotFound;
        QTest::newRow("a gateway that finds no service")
            << 404 << QByteArray("<html><h1>404 Not Found</h1></html>") << Error::Kind::BadAnswer;
        QTest::newRow("a gateway without words") << 404 << QByteArray() << Error::Kind::BadAnswer;
        QTest::newRow("R 135, 165: no answer at all") << 0 << QByteArray() << Error::Kind::Unreachable;
        QTest::newRow("R 136: the database refuses")
            << 500
            << QByteArray(
                   R"({"statusCode":500,"code":"1","error":"Internal Server Error","message":"exclusion cannot be )"
                   R"(applied to field bandyerRoomId within the inclusion projection."})")
            << Error::Kind::Server;
        QTest::newRow("R 164: too long a question")
            << 431
            << QByteArray(R"({"error":"Request Header Fields Too Large","message":"Exceeded maximum allowed HTTP )"
                          R"(header size","statusCode":431})")
            << Error::Kind::Server;
        QTest::newRow("R 165: the database is away")
            << 500
            << QByteArray(
                   R"({"statusCode":500,"error":"Internal Server Error","message":"connect ECONNREFUSED 127.0.0.1:27027"})")
            << Error::Kind::Server;
    }

    /// In a list and in a single document alike; and once the trouble is over, all is as before.
    void whatTheServiceAnswersInTrouble()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        const QString id = m->inserted(consultationAt(at(2, 9)));
        const int tries = status == 500 ? 3 : 1; // As often as it is asked.
        const auto trouble = [&] {
            if (status == 0)
                m->network.setFault(FaultProxy::Fault::ResetBefore);
            else
                m->service.fail("GET", QList<ScriptedServer::Answer>(tries, {.status = status, .body = body}));
        };
        const auto isOver = [&] { m->network.setFault(FaultProxy::Fault::None); };
        trouble();
        const Result<Teleconsultation> found = await(m->store.find(id));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, kind);
        isOver();
        trouble();
        const Result<QList<Teleconsultation>> listed = await(m->store.list({}));
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, status == 404 ? Error::Kind::Server : kind);
        isOver();
        QCOMPARE(idsOf(await(m->store.list({}))), QStringList(id));
    }

    void aRecordIsNeverInsertedTwice()
    {
        m->network.setFault(FaultProxy::Fault::ResetAfter);
        const Result<QString> id = await(m->store.insert(consultationAt(at(2, 9))));
        QVERIFY(!id);
        QVERIFY(mayHaveHappened(id.error()));
        QCOMPARE(m->consultations().size(), 1);
        m->network.setFault(FaultProxy::Fault::None);
        QVERIFY(await(m->store.findByRoomId(QStringLiteral("room_1")))); // How its caller finds out.
    }
};

QTEST_GUILESS_MAIN(TestCrudContract)
#include "test_crud_contract.moc"
