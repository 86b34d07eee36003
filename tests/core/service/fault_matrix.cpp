#include "tests/core/service/fault_matrix.h"

#include "core/api/api_errors.h"
#include "tests/core/service/fault_list.h"

namespace teleconsult::test {

namespace {

using Exchange = ExchangeProxy::Exchange;
using Reply = ExchangeProxy::Reply;
using Taken = ExchangeProxy::Treatment::Taken;

/// Which exchange: the how-manieth of its method and path with its peer.
struct Place
{
    int peer = 0;    ///< In Peers::networks().
    QByteArray what; ///< "POST /v2/rooms"
    int ordinal = 0;

    QString toString() const { return QStringLiteral("%1 #%2").arg(QString::fromLatin1(what)).arg(ordinal); }
};

/// Method and path, ids taken out.
QByteArray whatOf(const Exchange &exchange)
{
    static const QList<QByteArray> words{
        "",        "v2",          "users", "rooms", "company",           "virtual-background",
        "uploads", "credentials", "sdk",   "state", "teleconsultations", "teleconsultations_users",
        "people"};
    QList<QByteArray> parts = exchange.target.left(exchange.target.indexOf('?')).split('/');
    if (!exchange.target.contains('?'))
        parts = exchange.target.split('/');
    for (QByteArray &part : parts) {
        if (!words.contains(part))
            part = "{id}";
    }
    return exchange.method + ' ' + parts.join('/');
}

/// What the cases of an operation begin with.
struct Beginning
{
    Scene::Beginning world;
    QString account; ///< Of the consultation that it is about.
};

Beginning beginningOf(const Operation &operation, Peers &peers, Keeps keeps)
{
    Scene scene(peers, keeps);
    operation.before(scene);
    const QString account = scene.id.isEmpty() ? QString() : scene.account(scene.id);
    scene.settles();
    return {scene.leave(), account};
}

/// One case of the matrix, from its beginning to the verdict.
class Case
{
public:
    Case(const Operation &operation, Peers &peers, Keeps keeps, const Beginning &beginning)
        : m_operation(operation),
          m_scene(peers, keeps, beginning.world),
          m_peers(peers),
          m_accountBefore(beginning.account)
    {}

    /// The places of all exchanges, and the names of local steps, of a run that nothing befalls.
    void learn(QList<Place> &places, QList<std::pair<QByteArray, int>> &localSteps)
    {
        begin({});
        QHash<QByteArray, int> counts;
        m_scene.station->judgeLocalSteps([&](const QByteArray &step) {
            if (!step.isEmpty())
                localSteps.append({step, ++counts[step]});
            return LocalHarm::None;
        });
        act();
        m_scene.station->judgeLocalSteps(nullptr);
        const QList<ExchangeProxy *> networks = m_peers.networks();
        for (int peer = 0; peer < networks.size(); ++peer) {
            QHash<QByteArray, int> seen;
            for (const Exchange &exchange : networks.at(peer)->exchanges()) {
                const QByteArray what = whatOf(exchange);
                places.append({peer, what, ++seen[what]});
            }
        }
        conclude();
    }

    void harm(const Place &place, const Fault &fault, bool stays)
    {
        m_arrivesAfterRestart = fault.afterRestart;
        // That there is none is for the records and the directory to say, and then it is the client who asks in vain.
        // Before the records a gateway may say so too, of whom nobody asked it.
        const ExchangeProxy *peer = m_peers.networks().at(place.peer);
        const bool isGateways = *fault.body == '<' && peer == &m_peers.toCrud;
        m_mayBlameClient = fault.status == 404 && peer != &m_peers.toKaleyra && !isGateways;
        begin(isTimeOut(fault) ? Station::Patience{std::chrono::milliseconds(60), 2} : Station::Patience());
        ExchangeProxy &network = *m_peers.networks().at(place.peer);
        network.setJudge([this, place, fault, stays, seen = 0](const Exchange &exchange) mutable {
            const bool here = whatOf(exchange) == place.what && ++seen == place.ordinal;
            const bool harmed = here || (stays && m_met);
            m_met = m_met || here;
            return harmed ? treatment(fault) : ExchangeProxy::Treatment();
        });
        act();
        conclude();
    }

    /// Nobody listens any more from this exchange on.
    void refuseFrom(const Place &place)
    {
        begin({});
        ExchangeProxy &network = *m_peers.networks().at(place.peer);
        network.setJudge([this, place, &network, seen = 0](const Exchange &exchange) mutable {
            if (whatOf(exchange) == place.what && ++seen == place.ordinal) {
                m_met = true;
                network.refuse();
            }
            // What came too late to be refused is as good as refused.
            return m_met ? ExchangeProxy::Treatment{.taken = Taken::Never, .reply = Reply::Reset}
                         : ExchangeProxy::Treatment();
        });
        act();
        conclude();
    }

    /// Nobody listens any more once this exchange has been carried to its end.
    void refuseAfter(const Place &place)
    {
        begin({});
        ExchangeProxy &network = *m_peers.networks().at(place.peer);
        network.setJudge([this, place, &network, seen = 0](const Exchange &exchange) mutable {
            ExchangeProxy::Treatment passes;
            if (whatOf(exchange) == place.what && ++seen == place.ordinal) {
                m_met = true;
                network.refuse();
            } else if (m_met) {
                passes = {.taken = Taken::Never, .reply = Reply::Reset};
            }
            return passes;
        });
        act();
        conclude();
    }

    void harmLocally(const std::pair<QByteArray, int> &place, LocalHarm harm)
    {
        begin({});
        m_scene.station->judgeLocalSteps([this, place, harm, seen = 0](const QByteArray &step) mutable {
            if (step != place.first || ++seen != place.second)
                return LocalHarm::None;
            m_met = true;
            return harm;
        });
        act();
        conclude();
    }

    bool wasMet() const { return m_met; }
    const QStringList &wrong() const { return m_wrong; }
    int strayUsers() const { return m_strayUsers; }

private:
    ExchangeProxy::Treatment treatment(const Fault &fault)
    {
        ExchangeProxy::Treatment given{
            .taken = fault.taken, .reply = fault.reply, .givenStatus = fault.status, .givenBody = fault.body};
        if (fault.header)
            given.givenHeaders << QByteArray(fault.header);
        if (fault.kills)
            given.meanwhile = [this] { m_scene.station->kill(); };
        return given;
    }

    void begin(Station::Patience patience)
    {
        m_scene.start(patience);
        for (ExchangeProxy *network : m_peers.networks())
            network->reset();
    }

    void act()
    {
        m_error = m_operation.act(m_scene);
        if (!m_scene.settles())
            m_wrong << QStringLiteral("it never ends");
        const int told = m_error ? api::errorAnswer(*m_error).status : 0;
        if (told != 0 && told < 500 && !m_mayBlameClient)
            m_wrong << QStringLiteral("a client is told %1").arg(told);
        m_wrong += m_scene.blindRepeats();
    }

    void deliverLate()
    {
        for (ExchangeProxy *network : m_peers.networks())
            network->deliverLate();
        if (!waitUntil([this] { return m_peers.areQuiet(); }))
            m_wrong << QStringLiteral("a peer never answers");
    }

    void recover()
    {
        const auto recovered = await(m_scene.station->consultations().recover());
        if (!recovered)
            m_wrong << QStringLiteral("recover() fails: ") + recovered.error().toLogLine();
    }

    /// The one restart, and everything that must hold after it, also when the same is asked for again. A program looks
    /// once more after a while (app/recovery.h), when nothing can be on its way any longer.
    void conclude()
    {
        for (ExchangeProxy *network : m_peers.networks()) {
            network->setJudge({});
            network->accept();
        }
        if (!m_arrivesAfterRestart)
            deliverLate();
        m_scene.start();
        recover();
        if (m_arrivesAfterRestart)
            deliverLate();
        m_scene.clock.advance(std::chrono::minutes(2));
        recover();
        m_wrong += m_scene.disorders();
        m_wrong += m_operation.check(m_scene, m_error, m_accountBefore);
        m_strayUsers = m_scene.strayUsers();

        // What was done although nobody said so is not to be done twice.
        if (!m_error || (!m_scene.id.isEmpty() && m_scene.account(m_scene.id) != m_accountBefore))
            return;
        const std::optional<Error> again = m_operation.act(m_scene);
        m_scene.settles();
        if (again)
            m_wrong << QStringLiteral("asked for again, it fails: ") + again->toLogLine();
        m_wrong += m_scene.disorders();
    }

    const Operation &m_operation;
    Scene m_scene;
    Peers &m_peers;
    const QString m_accountBefore;
    std::optional<Error> m_error;
    bool m_met = false;
    bool m_arrivesAfterRestart = false;
    bool m_mayBlameClient = false;
    QStringList m_wrong;
    int m_strayUsers = 0;
};

/// Runs the cases of one operation and collects what is wrong.
class Run
{
public:
    Run(const Operation &operation, Peers &peers, Keeps keeps, MatrixCount &count)
        : m_operation(operation),
          m_peers(peers),
          m_keeps(keeps),
          m_beginning(beginningOf(operation, peers, keeps)),
          m_count(count)
    {}

    QStringList all()
    {
        QList<Place> places;
        QList<std::pair<QByteArray, int>> localSteps;
        {
            Case unharmed(m_operation, m_peers, m_keeps, m_beginning);
            unharmed.learn(places, localSteps);
            report(QStringLiteral("unharmed"), unharmed);
        }
        ++m_count.operations;
        m_count.steps += int(places.size() + localSteps.size());
        for (const Place &place : std::as_const(places))
            atExchange(place);
        for (const auto &step : std::as_const(localSteps))
            atLocalStep(step);
        return m_wrong;
    }

private:
    void atExchange(const Place &place)
    {
        for (const Fault &fault : faults()) {
            for (const bool stays : {false, true}) {
                if (stays && fault.kills)
                    continue;
                Case harmed(m_operation, m_peers, m_keeps, m_beginning);
                harmed.harm(place, fault, stays);
                // A machine that is busy may time out before the place is reached.
                conclude(QStringLiteral("%1: %2%3")
                             .arg(place.toString(), QLatin1String(fault.name),
                                  stays ? QLatin1String(", from then on") : QLatin1String()),
                         harmed, isTimeOut(fault));
            }
        }
        {
            Case harmed(m_operation, m_peers, m_keeps, m_beginning);
            harmed.refuseFrom(place);
            conclude(place.toString() + QStringLiteral(": refused from then on"), harmed, false);
        }
        Case harmed(m_operation, m_peers, m_keeps, m_beginning);
        harmed.refuseAfter(place);
        conclude(place.toString() + QStringLiteral(": refused afterwards"), harmed, false);
    }

    void atLocalStep(const std::pair<QByteArray, int> &step)
    {
        const QString where = QStringLiteral("%1 #%2").arg(QString::fromLatin1(step.first)).arg(step.second);
        const QList<std::pair<LocalHarm, QString>> harms{{LocalHarm::Fails, QStringLiteral("fails")},
                                                         {LocalHarm::KilledBefore, QStringLiteral("killed before")},
                                                         {LocalHarm::KilledAfter, QStringLiteral("killed after")}};
        for (const auto &[harm, name] : harms) {
            Case harmed(m_operation, m_peers, m_keeps, m_beginning);
            harmed.harmLocally(step, harm);
            conclude(where + QStringLiteral(": ") + name, harmed, false);
        }
    }

    void conclude(const QString &name, const Case &harmed, bool mayBeMissed)
    {
        ++m_count.cases;
        m_count.strayUsers += harmed.strayUsers() > 0 ? 1 : 0;
        if (!harmed.wasMet() && !mayBeMissed)
            m_wrong << name + QStringLiteral(": the step was never taken");
        report(name, harmed);
    }

    void report(const QString &name, const Case &done)
    {
        if (!done.wrong().isEmpty())
            m_wrong << name + QStringLiteral(": ") + done.wrong().join(QStringLiteral("; "));
    }

    const Operation &m_operation;
    Peers &m_peers;
    Keeps m_keeps;
    const Beginning m_beginning;
    MatrixCount &m_count;
    QStringList m_wrong;
};

} // namespace

MatrixCount &MatrixCount::operator+=(const MatrixCount &other)
{
    operations += other.operations;
    steps += other.steps;
    cases += other.cases;
    strayUsers += other.strayUsers;
    return *this;
}

QStringList runMatrix(const Operation &operation, Peers &peers, Keeps keeps, MatrixCount &count)
{
    return Run(operation, peers, keeps, count).all();
}

} // namespace teleconsult::test
