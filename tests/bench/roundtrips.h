// What ./dev bench roundtrips measures.
#pragma once

#include "tests/core/service/fault_station.h"

#include <QTemporaryDir>

#include <optional>

namespace teleconsult::bench {

/// One operation to be measured with any number of participants.
struct Discipline
{
    const char *name;
    /// Makes what has to be there, and answers the id of the consultation that it is about; empty: none.
    QString (*prepare)(test::Station &station, const QDateTime &now, int participants);
    bool (*run)(test::Station &station, const QDateTime &now, const QString &id, int participants);
    std::optional<int> maximumRoundTrips; ///< The goal; nothing: there is none.
    /// What the reference service's published sequence takes; 0: it publishes none.
    int (*referenceRoundTrips)(int participants);
};

const QList<Discipline> &disciplines();

/// Slowest acceptable wall time, as a multiple of round trips × delay.
inline constexpr double maximumOfFloor = 1.1;

struct Finish
{
    int participants = 0;
    int roundTrips = 0; ///< The longest chain of exchanges none of which overlaps another.
    double nearMs = 0;  ///< Wall time without delay.
    double farMs = 0;   ///< Wall time with it.
    double ofFloor = 0; ///< farMs as a multiple of roundTrips × delay.
    QString problem;    ///< Empty: it went well.
};

/// Servers, a network with a delay, and one run of the program at a time, with its connections still to be made.
class Course
{
public:
    Finish run(const Discipline &discipline, int participants, std::chrono::milliseconds delay, int rounds);

private:
    struct Lap
    {
        bool done = false;
        int roundTrips = 0;
        double ms = 0;
    };
    Lap lap(const Discipline &discipline, int participants, std::chrono::milliseconds delay);

    test::Peers m_peers;
};

QString heading();
QString line(const Discipline &discipline, const Finish &finish);
bool meetsGoals(const Discipline &discipline, const Finish &finish);

} // namespace teleconsult::bench
