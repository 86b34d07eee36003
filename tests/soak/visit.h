// One patient at the kiosk, from the code to the cleared start, with what goes wrong meanwhile.
#pragma once

#include "tests/soak/doctor.h"
#include "tests/soak/soak_kiosk.h"

#include <QRandomGenerator>
#include <QStringList>

namespace teleconsult::soak {

/// What is hurt.
enum class Harm {
    None,
    Renderer, ///< The page's process is killed.
    Network,  ///< Kaleyra cannot be reached.
    Server,   ///< Kaleyra as a whole is gone, with the call's signalling, and comes back.
};

/// When it is hurt: before the call or in it.
enum class Moment { Early, InCall };

struct Plan
{
    Harm harm = Harm::None;
    Moment moment = Moment::InCall;
    bool killsPageToo = false; ///< With the server: the page's process ends as well.
    bool isClosed = false;     ///< The room is closed, in the place of the patient who leaves the call.
    bool walksAway = false;    ///< Touches nothing at the end.
};

/// A plan for each visit: every kind of harm once in four visits, in an order of chance.
class Planner
{
public:
    explicit Planner(quint32 seed) : m_random(seed) {}
    Plan next();

private:
    QRandomGenerator m_random;
    QList<Harm> m_bag;
};

struct Course
{
    bool isLost = false;
    QString trouble;  ///< A sentence: why it is lost.
    QStringList left; ///< What was still there of the person afterwards, in words.
    double seconds = 0;
};

/// "renderer killed in the call".
QString inWords(const Plan &plan);

/// Goes through one visit as planned; `number` makes its patient's name another than everybody's. Afterwards the kiosk
/// is at its start, however it went.
Course visit(SoakKiosk &kiosk, Doctor &doctor, const Plan &plan, int number, quint16 devToolsPort);

} // namespace teleconsult::soak
