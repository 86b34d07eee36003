// ./dev bench waiting: what waiting for a room costs the service, and how soon the link is seen.
#include "core/records/sqlite_intent_journal.h"
#include "core/records/sqlite_record_store.h"
#include "core/sandbox/sandbox.h"
#include "core/service/teleconsultations.h"
#include "tests/bench/statistics.h"
#include "tests/support/await.h"
#include "ui/waiting/admission_waiter.h"

#include <QCommandLineParser>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <memory>
#include <vector>

using namespace teleconsult;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds pollInterval{5};
constexpr int maximumRequests = 5;          ///< An hour, of a consultation that is known.
constexpr double longestMedianDelay = 1000; ///< ms.

double random01()
{
    return QRandomGenerator::global()->generateDouble();
}

// Requests an hour: the real schedule, with an hour that passes at once.

struct Hour
{
    const char *name;
    std::chrono::milliseconds opensIn; ///< From its beginning.
    bool allKnown;
    bool isDown; ///< Every question fails.
};

/// Questions that are asked until the link is there, an hour at most, the first one included.
int requestsOf(const Hour &hour)
{
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    const QDateTime end = begin.addSecs(3600);
    const QDateTime opening = begin.addMSecs(hour.opensIn.count());
    AdmissionSchedule schedule(random01);
    QDateTime now = begin;
    int asked = 0;
    while (now < end) {
        ++asked;
        if (hour.isDown)
            schedule.onError(now, opening, 0s);
        else if (hour.allKnown && now >= opening)
            break;
        else
            schedule.onClosed(now, opening, hour.allKnown);
        now = schedule.nextAsk();
    }
    return asked;
}

int polledRequestsOf(const Hour &hour)
{
    const bool opens = hour.allKnown && !hour.isDown && hour.opensIn < 1h;
    return 1 + int((opens ? hour.opensIn : std::chrono::milliseconds(1h)) / pollInterval);
}

double averageRequestsOf(const Hour &hour)
{
    constexpr int hours = 200;
    int all = 0;
    for (int i = 0; i < hours; ++i)
        all += requestsOf(hour);
    return double(all) / hours;
}

bool printRequests(QTextStream &out)
{
    const Hour hours[] = {
        {"known, opens in eight hours", 8h, true, false},
        {"known, opens in 45 minutes", 45min, true, false},
        {"somebody unknown, opens in eight hours", 8h, false, false},
        {"somebody unknown, opens in 45 minutes", 45min, false, false},
        {"known, the service is down", 8h, true, true},
    };
    out << QStringLiteral("%1 requests  every 5 s\n").arg("Requests in an hour", -40);
    bool met = true;
    for (const Hour &hour : hours) {
        const double asked = averageRequestsOf(hour);
        const bool hasGoal = hour.allKnown && !hour.isDown;
        out << QStringLiteral("%1 %2 %3")
                   .arg(QLatin1String(hour.name), -40)
                   .arg(asked, 8, 'f', 1)
                   .arg(polledRequestsOf(hour), 10);
        if (hasGoal)
            out << (asked <= maximumRequests ? "  met" : "  MISSED");
        out << '\n';
        met = met && (!hasGoal || asked <= maximumRequests);
    }
    return met;
}

// The delay: a real service, a real sandbox, real time.

class Practice
{
public:
    Practice()
        : m_database(m_folder.filePath(QStringLiteral("records.sqlite"))),
          m_records(m_database, m_clock),
          m_journal(m_database, m_clock)
    {
        Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
        if (!started)
            qFatal("the sandbox does not start: %s", qPrintable(started.error().toLogLine()));
        m_sandbox = std::move(*started);
        m_kaleyra = std::make_unique<kaleyra::KaleyraClient>(
            m_http, kaleyra::Endpoint{m_sandbox->endpoint().baseUrl, m_sandbox->endpoint().apiKey});
        ConsultationPolicy policy;
        policy.immutablePeriod = 1h;
        m_service = std::make_unique<service::Teleconsultations>(
            service::Teleconsultations::Parts{*m_kaleyra, m_records, m_journal, m_clock}, policy);
    }
    ~Practice()
    {
        m_http.shutDown();
        test::waitUntil([this] { return m_service->isIdle(); });
    }

    const Clock &clock() const { return m_clock; }
    service::TeleconsultationService &service() { return *m_service; }

    QString create(const QDateTime &opening)
    {
        TeleconsultationRequest wish;
        wish.participants = {{QStringLiteral("doctor"), QStringLiteral("Doctor"), {QStringLiteral("doctor")}, {}},
                             {QStringLiteral("patient"), QStringLiteral("Patient"), {QStringLiteral("patient")}, {}}};
        wish.start = opening.addSecs(3600);
        wish.duration = 30min;
        return test::await(m_service->create(wish)).value_or(QString());
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    http::HttpClient m_http;
    std::unique_ptr<kaleyra::KaleyraClient> m_kaleyra;
    records::SqliteDatabase m_database;
    records::SqliteRecordStore m_records;
    records::SqliteIntentJournal m_journal;
    std::unique_ptr<service::Teleconsultations> m_service;
};

/// One station that waits for one consultation.
class Station : public QObject
{
public:
    enum class Manner { Schedule, Poll };

    Station(Practice &practice, QString id, QDateTime opening, Manner manner)
        : m_practice(practice), m_id(std::move(id)), m_opening(std::move(opening)), m_waiter(practice.clock(), random01)
    {
        connect(&m_waiter, &ui::AdmissionWaiter::due, this, [this] { ask(); });
        connect(&m_poll, &QTimer::timeout, this, [this] { ask(); });
        m_polls = manner == Manner::Poll;
        if (m_polls) // People come at any moment.
            QTimer::singleShot(int(random01() * double(std::chrono::milliseconds(pollInterval).count())), this, [this] {
                m_poll.start(pollInterval);
                ask();
            });
        else
            ask();
    }

    bool isIn() const { return m_delay >= 0; }
    double delay() const { return m_delay; }
    int asked() const { return m_asked; }

private:
    void ask()
    {
        ++m_asked;
        whenDone(m_practice.service().open(m_id, QStringLiteral("doctor"), {}), this,
                 [this](const Result<service::Admission> &admission) { onAnswer(admission); });
    }
    void onAnswer(const Result<service::Admission> &admission)
    {
        if (isIn())
            return;
        if (admission && !admission->accessLink.isEmpty()) {
            m_delay = double(m_opening.msecsTo(m_practice.clock().now()));
            m_poll.stop();
            m_waiter.stop();
        } else if (!m_polls && admission) {
            m_waiter.onClosed(m_opening, true);
        } else if (!m_polls) {
            m_waiter.onError(m_opening, admission.error().retryAfter);
        }
    }

    Practice &m_practice;
    QString m_id;
    QDateTime m_opening;
    ui::AdmissionWaiter m_waiter;
    QTimer m_poll;
    bool m_polls = false;
    int m_asked = 0;
    double m_delay = -1; ///< ms; negative: not in yet.
};

struct Delays
{
    QList<double> ms;
    int asked = 0;
};

std::optional<Delays> measure(Practice &practice, Station::Manner manner, int stations)
{
    const QDateTime first = practice.clock().now().addMSecs(2000 + 20LL * stations);
    std::vector<std::unique_ptr<Station>> waiting;
    for (int i = 0; i < stations; ++i) {
        const QDateTime opening = first.addMSecs(137LL * i); // No two in step.
        const QString id = practice.create(opening);
        if (id.isEmpty())
            return std::nullopt;
        waiting.push_back(std::make_unique<Station>(practice, id, opening, manner));
    }
    const auto allIn = [&] {
        return std::all_of(waiting.begin(), waiting.end(), [](const auto &station) { return station->isIn(); });
    };
    if (!test::waitUntil(allIn, 60s))
        return std::nullopt;
    Delays delays;
    for (const auto &station : waiting) {
        delays.ms << station->delay();
        delays.asked += station->asked();
    }
    return delays;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures what waiting for a consultation to open costs."));
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("stations"), QStringLiteral("How many wait for each delay."),
                                   QStringLiteral("n"), QStringLiteral("20"));
    parser.addOption(count);
    parser.process(application);
    const int stations = qMax(1, parser.value(count).toInt());

    QTextStream out(stdout);
    bool met = printRequests(out);
    out << QStringLiteral("\n%1   median    worst  requests\n").arg("Delay until the link is seen, ms", -34);
    out.flush();
    Practice practice;
    for (const Station::Manner manner : {Station::Manner::Schedule, Station::Manner::Poll}) {
        const std::optional<Delays> delays = measure(practice, manner, stations);
        if (!delays) {
            QTextStream(stderr) << "not everybody came in\n";
            return 1;
        }
        const bool isOurs = manner == Station::Manner::Schedule;
        const double median = bench::summarize(delays->ms).median;
        const double worst = *std::max_element(delays->ms.begin(), delays->ms.end());
        out << QStringLiteral("%1 %2 %3 %4")
                   .arg(QLatin1String(isOurs ? "waiting room" : "asking every 5 s"), -34)
                   .arg(median, 8, 'f', 0)
                   .arg(worst, 8, 'f', 0)
                   .arg(delays->asked, 9);
        if (isOurs)
            out << (median <= longestMedianDelay ? "  met" : "  MISSED");
        out << Qt::endl;
        met = met && (!isOurs || median <= longestMedianDelay);
    }
    out << (met ? "\nGoals met.\n" : "\nGoals MISSED.\n");
    return met ? 0 : 2;
}
