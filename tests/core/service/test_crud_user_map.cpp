// Two installations and one CRUD service: the same new person at both at once, and the same consultation changed by
// both at once.
#include "tests/core/service/fault_scene.h"

#include <QTest>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::test;

namespace {

/// The key of the company as it was before it was changed: an installation that still has it makes other user ids.
const QByteArray formerKey = "ak_former";

/// A scene and a second installation beside it, both a moment away from their peers, so that what they do at once meets
/// there at once.
class Town
{
public:
    explicit Town(bool uniqueIndex, const QByteArray &otherKey = {})
        : m_peers({.uniqueIndex = uniqueIndex}), here(m_peers, Keeps::Crud)
    {
        if (!otherKey.isEmpty())
            m_peers.kaleyra.accept(otherKey);
        there = std::make_unique<Station>(m_peers, Keeps::Crud, m_folder.filePath(QStringLiteral("journal")),
                                          here.clock, here.policy, Station::Patience(), otherKey);
    }

    /// From now on exchanges take so long that both installations are in the same one.
    void moveAway()
    {
        m_peers.toCrud.setDelay(std::chrono::milliseconds(40));
        m_peers.toKaleyra.setDelay(std::chrono::milliseconds(40));
    }

    bool settles()
    {
        return waitUntil([this] { return there->isIdle(); }) && here.settles();
    }

    /// How many requests of this kind the CRUD service got.
    qsizetype crudRequests(const QByteArray &method, const QByteArray &path) const
    {
        const QList<ExchangeProxy::Exchange> &all = m_peers.toCrud.exchanges();
        return std::count_if(all.begin(), all.end(), [&](const ExchangeProxy::Exchange &one) {
            return one.method == method && one.target.startsWith(path);
        });
    }

private:
    Peers m_peers; ///< Before those who use them.
    QTemporaryDir m_folder;

public:
    Scene here;
    std::unique_ptr<Station> there;
};

template <typename T>
std::pair<Result<T>, Result<T>> both(Task<T> one, Task<T> other)
{
    Result<T> first = await(std::move(one));
    Result<T> second = await(std::move(other));
    return {first, second};
}

/// One of them is done; the other is told that it was not.
bool wasToldOff(const Result<void> &one, const Result<void> &other)
{
    if (one.has_value() == other.has_value())
        return false;
    const Error &error = one ? other.error() : one.error();
    return error.kind == Error::Kind::Conflict && error.code == QLatin1String("changed_meanwhile") &&
           error.httpStatus == 409 && !error.message.isEmpty();
}

} // namespace

class TestCrudUserMap : public QObject
{
    Q_OBJECT

    static void indexes()
    {
        QTest::addColumn<bool>("uniqueIndex");
        QTest::newRow("with a unique index") << true;
        QTest::newRow("without") << false;
    }

private slots:
    void theSameNewPeople_data() { indexes(); }

    /// Each makes users of its own for them, because the company's key was changed: only one of each remains.
    void theSameNewPeople()
    {
        QFETCH(bool, uniqueIndex);
        Town town(uniqueIndex, formerKey);
        const TeleconsultationRequest wish = town.here.request(2);
        town.moveAway();
        const auto [one, other] =
            both(town.here.station->consultations().create(wish), town.there->consultations().create(wish));
        QVERIFY2(one, one ? "" : qPrintable(one.error().toLogLine()));
        QVERIFY2(other, other ? "" : qPrintable(other.error().toLogLine()));
        QVERIFY(town.settles());

        // Both have found nobody and made everybody.
        QCOMPARE(town.crudRequests("POST", "/teleconsultations_users"), qsizetype(6));
        QCOMPARE(town.here.disorders(), QStringList());
        QCOMPARE(town.here.consultations().size(), qsizetype(2));
        QCOMPARE(town.here.peers.kaleyra.state().rooms.size(), qsizetype(2));
        QCOMPARE(town.here.peers.kaleyra.state().users.size(), qsizetype(3));
        QCOMPARE(town.here.strayUsers(), 0);
        // Whoever opens either of them is let in.
        for (const QString &id : {*one, *other}) {
            QVERIFY(await(town.here.station->consultations().open(id, doctor().externalId, {})));
            QVERIFY(await(town.there->consultations().open(id, patient(2).externalId, {})));
        }
    }

    /// Somebody else was first with a person, and the program is cut off before it can see that: whoever is on record
    /// with a user who lost gets the one who holds, and the other user goes.
    void whoLostUnseenIsMendedLater()
    {
        Town town(false, formerKey);
        Scene &here = town.here;
        const Result<kaleyra::AccessToken> first = await(town.there->credentials().issue(patient(1), std::nullopt));
        QVERIFY(first);
        const QString theirs = first->userId;
        bool wasLookedUp = false;
        bool isCutOff = false;
        here.peers.toCrud.setJudge([&](const ExchangeProxy::Exchange &exchange) {
            ExchangeProxy::Treatment treatment;
            if (exchange.method == "GET" && !std::exchange(wasLookedUp, true)) {
                // A moment before the other one's entry is there.
                treatment.reply = ExchangeProxy::Reply::Given;
                treatment.givenStatus = 200;
                treatment.givenBody = "[]";
            } else if (exchange.method != "POST" || exchange.target.contains("/state")) {
                // Our entries and the record are written, and nothing else is heard of.
                isCutOff = true;
                treatment.taken = ExchangeProxy::Treatment::Taken::Never;
                treatment.reply = ExchangeProxy::Reply::Reset;
            }
            return treatment;
        });
        static_cast<void>(await(here.station->consultations().create(here.request(1))));
        QVERIFY(isCutOff);
        QVERIFY(here.settles());

        here.peers.toCrud.setJudge({});
        here.start();
        QVERIFY(await(here.station->consultations().recover()));
        here.clock.advance(std::chrono::minutes(2));
        QVERIFY(await(here.station->consultations().recover()));
        QVERIFY(here.settles());
        for (const Teleconsultation &record : here.consultations())
            QVERIFY(record.participant(theirs));
        QCOMPARE(here.consultations().size(), qsizetype(1));
        QCOMPARE(here.peers.kaleyra.state().users.size(), qsizetype(2)); // The doctor, and theirs.
        QCOMPARE(here.peers.kaleyra.state().rooms.size(), qsizetype(1));
    }

    void aTokenForTheSameNewPerson_data() { indexes(); }

    void aTokenForTheSameNewPerson()
    {
        QFETCH(bool, uniqueIndex);
        Town town(uniqueIndex, formerKey);
        town.moveAway();
        const auto [one, other] = both(town.here.station->credentials().issue(patient(1), std::nullopt),
                                       town.there->credentials().issue(patient(1), std::nullopt));
        QVERIFY(one);
        QVERIFY(other);
        QCOMPARE(one->userId, other->userId);
        QVERIFY(town.settles());
        QCOMPARE(town.here.disorders(), QStringList());
        QCOMPARE(town.here.peers.kaleyra.state().users.size(), qsizetype(1));
    }

    /// With the same key both make the same users, and nobody loses.
    void theSameNewPeopleWithTheSameKey_data() { indexes(); }

    void theSameNewPeopleWithTheSameKey()
    {
        QFETCH(bool, uniqueIndex);
        Town town(uniqueIndex);
        const TeleconsultationRequest wish = town.here.request(2);
        town.moveAway();
        const auto [one, other] =
            both(town.here.station->consultations().create(wish), town.there->consultations().create(wish));
        QVERIFY(one);
        QVERIFY(other);
        QVERIFY(town.settles());
        QCOMPARE(town.here.disorders(), QStringList());
        QCOMPARE(town.here.peers.kaleyra.state().users.size(), qsizetype(3));
        QCOMPARE(town.here.peers.kaleyra.state().rooms.size(), qsizetype(2));
    }

    /// Two of four are known; each installation adds another one at the same moment, and only one makes the room.
    void bothAddSomebody()
    {
        Town town(false);
        const Result<QString> id = await(town.here.station->consultations().create(town.here.request(1, 2)));
        QVERIFY(id);
        town.moveAway();
        const auto [one, other] = both(town.here.station->consultations().addParticipant(*id, patient(3)),
                                       town.there->consultations().addParticipant(*id, patient(4)));
        QVERIFY2(one, one ? "" : qPrintable(one.error().toLogLine()));
        QVERIFY2(other, other ? "" : qPrintable(other.error().toLogLine()));
        QVERIFY(town.settles());
        const QString account = town.here.account(*id);
        QVERIFY2(account.contains(patient(3).fullName) && account.contains(patient(4).fullName), qPrintable(account));
        QCOMPARE(town.here.peers.kaleyra.state().rooms.size(), qsizetype(1));
        QCOMPARE(town.here.disorders(), QStringList());
    }

    /// One changes who takes part, the other how long it lasts.
    void bothChangeSomething()
    {
        Town town(false);
        const Result<QString> id = await(town.here.station->consultations().create(town.here.request(1)));
        QVERIFY(id);
        TeleconsultationChange people;
        people.participants = QList<ParticipantData>{doctor(), patient(2)};
        TeleconsultationChange end;
        end.end = town.here.clock.now().addDays(1).addSecs(7200);
        town.moveAway();
        const auto [one, other] =
            both(town.here.station->consultations().update(*id, people), town.there->consultations().update(*id, end));
        QVERIFY(one);
        QVERIFY(other);
        QVERIFY(town.settles());
        const QString account = town.here.account(*id);
        QVERIFY2(account.contains(patient(2).fullName), qPrintable(account));
        QVERIFY2(account.contains(end.end->toString(Qt::ISODate)), qPrintable(account));
        QCOMPARE(town.here.peers.kaleyra.state().rooms.size(), qsizetype(1));
        QCOMPARE(town.here.disorders(), QStringList());
    }

    /// Both want other people: whoever comes second is told, and one room is left.
    void bothReplaceTheRoom()
    {
        Town town(false);
        const Result<QString> id = await(town.here.station->consultations().create(town.here.request(1)));
        QVERIFY(id);
        TeleconsultationChange second;
        second.participants = QList<ParticipantData>{doctor(), patient(2)};
        TeleconsultationChange third;
        third.participants = QList<ParticipantData>{doctor(), patient(3)};
        town.moveAway();
        const auto [one, other] = both(town.here.station->consultations().update(*id, second),
                                       town.there->consultations().update(*id, third));
        QVERIFY(town.settles());
        QVERIFY(wasToldOff(one, other));
        const QString account = town.here.account(*id);
        QCOMPARE(account.contains(patient(2).fullName), one.has_value());
        QCOMPARE(account.contains(patient(3).fullName), other.has_value());
        QCOMPARE(town.here.peers.kaleyra.state().rooms.size(), qsizetype(1));
        QCOMPARE(town.here.disorders(), QStringList());
    }

    void bothMoveTheEnd()
    {
        Town town(false);
        const Result<QString> id = await(town.here.station->consultations().create(town.here.request(1)));
        QVERIFY(id);
        TeleconsultationChange later;
        later.end = town.here.clock.now().addDays(1).addSecs(7200);
        TeleconsultationChange latest;
        latest.duration = std::chrono::hours(3);
        town.moveAway();
        const auto [one, other] = both(town.here.station->consultations().update(*id, later),
                                       town.there->consultations().update(*id, latest));
        QVERIFY(town.settles());
        QVERIFY(wasToldOff(one, other));
        const QDateTime end = one ? *later.end : town.here.clock.now().addDays(1).addSecs(3 * 3600);
        QVERIFY(town.here.account(*id).contains(end.toString(Qt::ISODate)));
        QCOMPARE(town.here.disorders(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCrudUserMap)
#include "test_crud_user_map.moc"
