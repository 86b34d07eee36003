// deleteUploads().
#include "core/service/teleconsultations.h"

#include "tests/core/service/clinic.h"
#include "tests/support/scripted_server.h"

using namespace teleconsult;
using service::DeletedUploads;
using test::Clinic;
using test::ScriptedServer;

namespace {

/// Holds the files of one room, on the threads of a ScriptedServer, one call at a time.
class Files
{
public:
    Files(ScriptedServer &server, int count)
    {
        for (int i = 0; i < count; ++i)
            m_keys << QStringLiteral("file%1").arg(i);
        server.handle("GET", "/v2/uploads", [this](const ScriptedServer::Request &request) { return list(request); });
        for (const QString &key : std::as_const(m_keys)) {
            server.handle("DELETE", "/v2/uploads/" + key.toLatin1(), [this, key](const ScriptedServer::Request &) {
                const bool stuck = m_stuck.contains(key);
                if (!stuck)
                    m_keys.removeOne(key);
                return ScriptedServer::Answer{.status = stuck ? 500 : 200, .body = "{}"};
            });
        }
    }

    void holdOnTo(const QStringList &keys) { m_stuck = keys; }
    qsizetype count() const { return m_keys.size(); }

private:
    ScriptedServer::Answer list(const ScriptedServer::Request &request) const
    {
        const QUrlQuery query(QString::fromLatin1(request.query));
        QJsonArray items;
        if (query.queryItemValue(QStringLiteral("room_id")) == QLatin1String("room")) {
            const QStringList page = m_keys.mid(query.queryItemValue(QStringLiteral("offset")).toInt(),
                                                query.queryItemValue(QStringLiteral("limit")).toInt());
            for (const QString &key : page)
                items.append(QJsonObject{{QStringLiteral("key"), key}});
        }
        return {.body = QJsonDocument(QJsonObject{{QStringLiteral("uploads"), items}}).toJson()};
    }

    QStringList m_keys;
    QStringList m_stuck;
};

} // namespace

class TestTeleconsultationsUploads : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Clinic> m_clinic;
    QString m_id;

    Result<std::optional<DeletedUploads>> deleteUploads()
    {
        return test::await(m_clinic->service->deleteUploads(m_id));
    }
    QString stored(const QString &roomId)
    {
        Teleconsultation consultation;
        consultation.roomId = roomId;
        consultation.participantsNumber = 2;
        consultation.schedule = Schedule::fromRecord(m_clinic->clock.now(), m_clinic->clock.now().addSecs(600));
        return test::await(m_clinic->records.insert(consultation)).value();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_clinic = std::make_unique<Clinic>(m_server->url());
        m_clinic->policy.deleteUploads = true;
        m_clinic->restart();
        m_id = stored(QStringLiteral("room"));
    }

    void cleanup()
    {
        m_clinic.reset();
        m_server.reset();
    }

    void allOfThem_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("none") << 0;
        QTest::newRow("one") << 1;
        QTest::newRow("more than the lanes") << 20;
        QTest::newRow("three pages") << 230;
    }

    void allOfThem()
    {
        QFETCH(int, count);
        Files files(*m_server, count);
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(outcome && *outcome);
        QCOMPARE((*outcome)->total, count);
        QCOMPARE((*outcome)->deleted, count);
        QCOMPARE(files.count(), 0);
    }

    void severalAtATime()
    {
        QJsonArray items;
        for (int i = 0; i < 20; ++i) {
            const QByteArray key = "file" + QByteArray::number(i);
            items.append(QJsonObject{{QStringLiteral("key"), QString::fromLatin1(key)}});
            m_server->on("DELETE", "/v2/uploads/" + key, {{.body = "{}", .held = true}});
        }
        m_server->on("GET", "/v2/uploads",
                     {{.body = QJsonDocument(QJsonObject{{QStringLiteral("uploads"), items}}).toJson()}});
        const auto deletions = [this] { return m_server->requests().size() - 1; };
        Task<std::optional<DeletedUploads>> deleting = m_clinic->service->deleteUploads(m_id, {});
        QTRY_COMPARE(deletions(), 6); // None of them has been answered yet.
        m_server->release();
        const Result<std::optional<DeletedUploads>> outcome = test::await(std::move(deleting));
        QVERIFY(outcome && *outcome);
        QCOMPARE((*outcome)->deleted, 20);
    }

    void whatCannotBeDeletedIsCountedOut()
    {
        Files files(*m_server, 5);
        files.holdOnTo({QStringLiteral("file1"), QStringLiteral("file3")});
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(outcome && *outcome);
        QCOMPARE((*outcome)->total, 5);
        QCOMPARE((*outcome)->deleted, 3);

        files.holdOnTo({});
        const Result<std::optional<DeletedUploads>> again = deleteUploads();
        QVERIFY(again && *again);
        QCOMPARE((*again)->total, 2);
        QCOMPARE((*again)->deleted, 2);
    }

    void goWithTheCall()
    {
        Files files(*m_server, 3);
        files.holdOnTo({QStringLiteral("file1")});
        const Result<qint64> call = test::await(m_clinic->service->beginCall(m_id));
        QVERIFY(call);
        QVERIFY(test::await(m_clinic->service->endCall(m_id, *call)));
        QVERIFY(m_clinic->settles());
        QCOMPARE(files.count(), 1);
        QCOMPARE(m_clinic->openIntents().size(), 1); // For later.

        QCOMPARE(test::await(m_clinic->service->recover()).value(), 0);
        files.holdOnTo({});
        QCOMPARE(test::await(m_clinic->service->recover()).value(), 1);
        QCOMPARE(files.count(), 0);
        QVERIFY(m_clinic->openIntents().isEmpty());
        QCOMPARE(m_clinic->record(m_id).progress, Progress::Held);
    }

    void switchedOffItAsksNobody()
    {
        m_clinic->policy.deleteUploads = false;
        m_clinic->restart();
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(outcome);
        QVERIFY(!*outcome);
        QCOMPARE(m_server->requests().size(), 0);
    }

    void withoutARoomThereAreNone()
    {
        m_id = stored({});
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(outcome && *outcome);
        QCOMPARE((*outcome)->total, 0);
        QCOMPARE(m_server->requests().size(), 0);
    }

    void aMissingConsultationIsNotFound()
    {
        m_id = QStringLiteral("000000000000000000000000");
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
        QCOMPARE(outcome.error().httpStatus, 404);
    }

    void aListThatCannotBeReadIsAnError()
    {
        m_server->on("GET", "/v2/uploads", {{.status = 503, .body = "{}"}});
        const Result<std::optional<DeletedUploads>> outcome = deleteUploads();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Server);
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationsUploads)
#include "test_teleconsultations_uploads.moc"
