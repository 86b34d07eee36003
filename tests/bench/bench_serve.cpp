// ./dev bench serve: how fast the backend answers over HTTP, and what it takes, beside a server that does nothing.
#include "app/process_tree.h"
#include "tests/bench/http_load.h"
#include "tests/bench/served_program.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTextStream>

#include <httplib.h>

#include <cstdio>
#include <memory>

using namespace teleconsult;
using namespace teleconsult::bench;

namespace {

constexpr int openConnections = 200;
constexpr double bytesPerMiB = 1024.0 * 1024.0;

/// The yardstick: the library alone, with the same answer each time.
class BareServer
{
public:
    explicit BareServer(const QByteArray &body)
    {
        const auto answer = [text = body.toStdString()](const httplib::Request &, httplib::Response &response) {
            response.set_content(text, "application/json");
        };
        m_server.Get("/", answer);
        m_server.set_tcp_nodelay(true);
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
        while (!m_server.is_running())
            std::this_thread::yield();
    }
    ~BareServer()
    {
        m_server.stop();
        m_thread.join();
    }
    BareServer(const BareServer &) = delete;
    BareServer &operator=(const BareServer &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port)); }

private:
    httplib::Server m_server;
    int m_port = 0;
    std::thread m_thread;
};

class Bench
{
public:
    Bench(ServedProgram &program, int clients, std::chrono::milliseconds duration)
        : m_program(program), m_clients(clients), m_duration(duration), m_out(stdout)
    {}

    /// False: something was not answered.
    bool run(const QUrl &crud);

private:
    HttpLoad request(const QByteArray &method, const QString &path) const;
    HttpLoad creation() const;
    HttpYield row(const QString &name, const HttpLoad &load);
    void memory(const QString &when);
    void holdConnections();

    ServedProgram &m_program;
    int m_clients;
    std::chrono::milliseconds m_duration;
    QTextStream m_out;
    double m_yardstick = 0; ///< Answers a second.
    bool m_isGood = true;
};

HttpLoad Bench::request(const QByteArray &method, const QString &path) const
{
    HttpLoad load{method, m_program.url().resolved(QUrl(path))};
    load.headers = {{"authorization", "Bearer " + ServedProgram::token()}, {"miauserid", "doctor.1"}};
    return load;
}

/// In a month, so that it can be changed; two people who are known after the first time.
HttpLoad Bench::creation() const
{
    HttpLoad load = request("POST", QStringLiteral("/teleconsultation"));
    load.status = 201;
    const QByteArray start = QDateTime::currentDateTimeUtc().addDays(30).toString(Qt::ISODate).toLatin1();
    load.body = [start](int) {
        return R"({"participants": {"number": 2, "data": [
            {"userExternalId": "doctor.1", "fullName": "Ada Fontana", "groups": ["doctor"]},
            {"userExternalId": "patient.1", "fullName": "Bruno Serra", "groups": ["patient"]}]},
            "start_date": ")" +
               start + R"(", "duration_in_seconds": 600})";
    };
    return load;
}

HttpYield Bench::row(const QString &name, const HttpLoad &load)
{
    const HttpYield yield = measure(load, m_clients, m_duration);
    if (m_yardstick == 0)
        m_yardstick = yield.perSecond;
    m_out << QStringLiteral("%1 %2 %3 %4 %5%6\n")
                 .arg(name, -34)
                 .arg(yield.perSecond, 9, 'f', 0)
                 .arg(yield.medianMs, 10, 'f', 2)
                 .arg(yield.p99Ms, 9, 'f', 2)
                 .arg(m_yardstick > 0 ? yield.perSecond / m_yardstick : 0, 14, 'f', 3)
                 .arg(yield.failures > 0 ? QStringLiteral("  %1 FAILED").arg(yield.failures) : QString())
          << Qt::flush;
    m_isGood = m_isGood && yield.failures == 0 && yield.answers > 0;
    return yield;
}

void Bench::memory(const QString &when)
{
    const std::optional<qint64> size = app::proportionalSetSize({m_program.pid()});
    m_out << (size ? QStringLiteral("%1 %2 MiB\n").arg(when, -34).arg(double(*size) / bytesPerMiB, 9, 'f', 1)
                   : QStringLiteral("%1 cannot be read\n").arg(when, -34))
          << Qt::flush;
}

void Bench::holdConnections()
{
    std::vector<std::unique_ptr<QTcpSocket>> held;
    for (int i = 0; i < openConnections; ++i) {
        held.push_back(std::make_unique<QTcpSocket>());
        held.back()->connectToHost(m_program.url().host(), quint16(m_program.url().port()));
        m_isGood = held.back()->waitForConnected() && m_isGood;
        held.back()->write("GET /teleconsultation/x HTTP/1.1\r\n");
        held.back()->waitForBytesWritten();
    }
    memory(QStringLiteral("with %1 connections open").arg(openConnections));
}

bool Bench::run(const QUrl &crud)
{
    const QString id = QJsonDocument::fromJson(ask(creation()))[QStringLiteral("roomId")].toString();
    const HttpLoad reading = request("GET", QStringLiteral("/teleconsultation/") + id);
    const QByteArray admission = ask(reading);
    if (id.isEmpty() || admission.isEmpty())
        return false;
    memory(QStringLiteral("PSS at rest"));
    holdConnections();

    const BareServer bare(admission);
    m_out << QStringLiteral("\n%1 clients, each request on a connection of its own\n").arg(m_clients)
          << QStringLiteral("%1 per second  median ms    p99 ms  of the yardstick\n").arg(QString(), -32);
    row(QStringLiteral("bare cpp-httplib, the same body"), {"GET", bare.url()});
    row(QStringLiteral("GET /-/healthz"), request("GET", QStringLiteral("/-/healthz")));
    row(QStringLiteral("GET, unknown path"), [this] {
        HttpLoad load = request("GET", QStringLiteral("/nowhere"));
        load.status = 404;
        return load;
    }());
    row(QStringLiteral("GET of a consultation"), reading);
    row(QStringLiteral("POST of a consultation"), creation());
    const QString document = QStringLiteral("/teleconsultations/") + id;
    row(QStringLiteral("GET of its record, CRUD double"), {"GET", m_program.crud().server().url(document.toLatin1())});
    if (crud.isEmpty())
        m_out
            << "The CRUD service itself: not measured. It is no package of npm and needs MongoDB; where one runs, name "
               "a document of it with --crud URL.\n";
    else
        row(QStringLiteral("GET of a record, CRUD service"), {"GET", crud});

    m_clients = openConnections;
    m_out << QStringLiteral("\n%1 clients\n").arg(m_clients);
    row(QStringLiteral("GET of a consultation"), reading);
    memory(QStringLiteral("PSS after them"));
    return m_isGood;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures teleconsultctl serve."));
    parser.addHelpOption();
    const QCommandLineOption clients(QStringLiteral("clients"), QStringLiteral("How many ask at a time."),
                                     QStringLiteral("n"), QStringLiteral("8"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("For how long each is measured."),
                                     QStringLiteral("s"), QStringLiteral("3"));
    const QCommandLineOption crud(QStringLiteral("crud"),
                                  QStringLiteral("A document of a real CRUD service, to be measured as well."),
                                  QStringLiteral("URL"));
    parser.addOptions({clients, seconds, crud});
    parser.process(application);
    ServedProgram program;
    if (!program.start(QStringLiteral(TELECONSULTCTL))) {
        QTextStream(stderr) << "teleconsultctl does not serve\n";
        return 1;
    }
    Bench bench(program, qMax(1, parser.value(clients).toInt()),
                std::chrono::seconds(qMax(1, parser.value(seconds).toInt())));
    if (bench.run(QUrl(parser.value(crud))))
        return 0;
    QTextStream(stderr) << "Not everything was answered.\n";
    return 1;
}
