#include "tests/bench/roundtrips.h"

#include "tests/bench/statistics.h"

#include <algorithm>

namespace teleconsult::bench {

namespace {

using Exchange = test::ExchangeProxy::Exchange;

ParticipantData person(int number)
{
    ParticipantData data;
    data.externalId = QStringLiteral("person.%1").arg(number);
    data.fullName = QStringLiteral("Person %1").arg(number);
    data.groups = {number == 0 ? QStringLiteral("doctor") : QStringLiteral("patient")};
    return data;
}

/// The first `known` of `expected` people.
TeleconsultationRequest request(const QDateTime &now, int known, int expected)
{
    TeleconsultationRequest wish;
    wish.participantsNumber = expected;
    for (int number = 0; number < known; ++number)
        wish.participants << person(number);
    wish.start = now.addDays(1);
    wish.duration = std::chrono::minutes(30);
    return wish;
}

QString create(test::Station &station, const QDateTime &now, int known, int expected)
{
    return test::await(station.consultations().create(request(now, known, expected))).value_or(QString());
}

/// A consultation has two at least.
int expectedFor(int participants)
{
    return std::max(participants, minimumParticipants);
}

QString nothing(test::Station &, const QDateTime &, int)
{
    return {};
}

/// One person more is known than takes part: the one who comes in the place of another.
QString peopleOnly(test::Station &station, const QDateTime &now, int participants)
{
    for (int number = 0; number <= participants; ++number) {
        if (!test::await(station.credentials().issue(person(number), std::nullopt)))
            return {};
    }
    Q_UNUSED(now)
    return {};
}

QString whole(test::Station &station, const QDateTime &now, int participants)
{
    peopleOnly(station, now, participants);
    return create(station, now, participants, expectedFor(participants));
}

QString allButOne(test::Station &station, const QDateTime &now, int participants)
{
    return create(station, now, participants - 1, expectedFor(participants));
}

bool createAll(test::Station &station, const QDateTime &now, const QString &, int participants)
{
    return !create(station, now, participants, expectedFor(participants)).isEmpty();
}

bool addLast(test::Station &station, const QDateTime &, const QString &id, int participants)
{
    return test::await(station.consultations().addParticipant(id, person(participants - 1))).has_value();
}

bool replaceLast(test::Station &station, const QDateTime &now, const QString &id, int participants)
{
    TeleconsultationChange change;
    change.participants = request(now, participants, expectedFor(participants)).participants;
    change.participants->last() = person(participants);
    return test::await(station.consultations().update(id, change)).has_value();
}

bool get(test::Station &station, const QDateTime &, const QString &id, int)
{
    return test::await(station.consultations().open(id, person(0).externalId, {})).has_value();
}

bool remove(test::Station &station, const QDateTime &, const QString &id, int)
{
    return test::await(station.consultations().remove(id)).has_value();
}

/// reference/teleconsultation-service.md, "The reference's own sequence".
int creating(int participants)
{
    return 3 * participants + 2;
}

/// "The same shape repeats for adding a participant": one person, the room, the record.
int adding(int)
{
    return 3 + 2;
}

int unpublished(int)
{
    return 0;
}

/// However the exchanges are put in a row, no row is longer.
int longestChain(QList<Exchange> exchanges)
{
    std::sort(exchanges.begin(), exchanges.end(),
              [](const Exchange &one, const Exchange &other) { return one.ended < other.ended; });
    int length = 0;
    std::chrono::nanoseconds free{0};
    for (const Exchange &exchange : std::as_const(exchanges)) {
        if (exchange.began < free || exchange.ended.count() < 0)
            continue;
        free = exchange.ended;
        ++length;
    }
    return length;
}

} // namespace

const QList<Discipline> &disciplines()
{
    static const QList<Discipline> all{
        {"create, all unknown", nothing, createAll, 4, creating},
        {"create, all known", peopleOnly, createAll, 3, creating},
        {"add the last one", allButOne, addLast, {}, adding},
        {"patch, another room", whole, replaceLast, {}, unpublished},
        {"get", whole, get, 2, unpublished},
        {"delete", whole, remove, {}, unpublished},
    };
    return all;
}

Course::Lap Course::lap(const Discipline &discipline, int participants, std::chrono::milliseconds delay)
{
    m_peers.clear();
    QTemporaryDir folder;
    test::ManualClock clock;
    ConsultationPolicy policy;
    const auto station = [&] {
        return std::make_unique<test::Station>(m_peers, test::Keeps::Crud, folder.filePath(QStringLiteral("journal")),
                                               clock, policy, test::Station::Patience());
    };
    const QString id = discipline.prepare(*station(), clock.now(), participants);
    m_peers.toKaleyra.reset();
    m_peers.toCrud.reset();
    const std::unique_ptr<test::Station> measured = station();
    // Its journal is open, as it is when a person has looked at the agenda.
    test::await(measured->consultations().recover());
    m_peers.toKaleyra.setDelay(delay);
    m_peers.toCrud.setDelay(delay);
    const auto start = std::chrono::steady_clock::now();
    Lap lap;
    lap.done = discipline.run(*measured, clock.now(), id, participants);
    lap.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    lap.roundTrips = longestChain(m_peers.toKaleyra.exchanges() + m_peers.toCrud.exchanges());
    m_peers.toKaleyra.setDelay(std::chrono::milliseconds(0));
    m_peers.toCrud.setDelay(std::chrono::milliseconds(0));
    return lap;
}

Finish Course::run(const Discipline &discipline, int participants, std::chrono::milliseconds delay, int rounds)
{
    Finish finish;
    finish.participants = participants;
    QList<double> near;
    QList<double> far;
    for (int round = 0; round < rounds; ++round) {
        const Lap here = lap(discipline, participants, std::chrono::milliseconds(0));
        const Lap away = lap(discipline, participants, delay);
        if (!here.done || !away.done) {
            finish.problem = QStringLiteral("it fails");
            return finish;
        }
        near << here.ms;
        far << away.ms;
        // Without a delay what goes out together may come back one by one.
        finish.roundTrips = qMax(finish.roundTrips, away.roundTrips);
    }
    finish.nearMs = summarize(near).median;
    finish.farMs = summarize(far).median;
    finish.ofFloor = finish.farMs / (finish.roundTrips * double(delay.count()));
    return finish;
}

QString heading()
{
    return QStringLiteral("%1 people  round trips  reference    0 ms   delay  of the floor\n").arg("", -20);
}

QString line(const Discipline &discipline, const Finish &finish)
{
    const int reference = discipline.referenceRoundTrips(finish.participants);
    const QString goal = !discipline.maximumRoundTrips ? QString()
                         : finish.roundTrips <= *discipline.maximumRoundTrips
                             ? QStringLiteral("  ≤ %1 met").arg(*discipline.maximumRoundTrips)
                             : QStringLiteral("  ≤ %1 MISSED").arg(*discipline.maximumRoundTrips);
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7%8%9\n")
        .arg(QLatin1String(discipline.name), -20)
        .arg(finish.participants, 6)
        .arg(finish.roundTrips, 12)
        .arg(reference > 0 ? QString::number(reference) : QStringLiteral("–"), 10)
        .arg(finish.nearMs, 7, 'f', 0)
        .arg(finish.farMs, 7, 'f', 0)
        .arg(finish.ofFloor, 13, 'f', 2)
        .arg(finish.ofFloor <= maximumOfFloor ? QStringLiteral("  met") : QStringLiteral("  MISSED"), goal);
}

bool meetsGoals(const Discipline &discipline, const Finish &finish)
{
    return finish.ofFloor <= maximumOfFloor &&
           (!discipline.maximumRoundTrips || finish.roundTrips <= *discipline.maximumRoundTrips);
}

} // namespace teleconsult::bench
