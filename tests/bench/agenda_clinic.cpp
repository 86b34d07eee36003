#include "tests/bench/agenda_clinic.h"

#include "core/records/sqlite_connection.h"
#include "tests/support/await.h"

namespace teleconsult::bench {

namespace {

/// Stored at a time: enough that the records' thread always has something to do.
constexpr int batch = 500;

QString pick(const char *const *names, int count, int number)
{
    return QString::fromUtf8(names[number % count]);
}

/// Some thousand names of which a few letters find a few in a hundred, as in any register.
QString patientName(int number)
{
    static constexpr const char *given[] = {"Maria",  "Luca",  "Anna",   "Marco",  "Giulia", "Paolo", "Chiara",
                                            "Davide", "Sara",  "Matteo", "Elena",  "Andrea", "Laura", "Fabio",
                                            "Marta",  "Renzo", "Irene",  "Simone", "Greta",  "Nicolò"};
    static constexpr const char *family[] = {
        "Rossi", "Russo", "Ferrari", "Esposito", "Bianchi", "Romano", "Colombo", "Ricci", "Marino",  "Greco",   "Bruno",
        "Gallo", "Conti", "De Luca", "Mancini",  "Costa",   "Rizzo",  "Fontana", "Serra", "Moretti", "Lombardi"};
    constexpr int givenNames = int(std::size(given));
    constexpr int familyNames = int(std::size(family));
    // A second given name makes thousands of some dozens.
    return QStringLiteral("%1 %2 %3")
        .arg(pick(given, givenNames, number * 7), pick(given, givenNames, number / givenNames + number * 3),
             pick(family, familyNames, number));
}

Teleconsultation consultationOf(int number, QDate firstDay)
{
    static constexpr const char *doctors[] = {"Dr. Giulia Ferri", "Dr. Pietro Sala", "Dr. Ada Neri", "Dr. Ugo Testa"};
    constexpr std::chrono::minutes slot{12};
    const QTime dayBegins(8, 0);
    const QDateTime start(firstDay.addDays(number / consultationsADay),
                          dayBegins.addSecs((number % consultationsADay) * std::chrono::seconds(slot).count()));
    Teleconsultation consultation;
    consultation.roomId = QStringLiteral("room-%1").arg(number);
    consultation.participantsNumber = 2;
    consultation.schedule =
        Schedule::fromRecord(start.toUTC(), start.addSecs(std::chrono::seconds(slot).count()).toUTC());
    consultation.participants = {
        {QStringLiteral("u-doctor"),
         {},
         pick(doctors, int(std::size(doctors)), number),
         {QStringLiteral("doctor")},
         std::nullopt},
        {QStringLiteral("u-%1").arg(number), {}, patientName(number), {QStringLiteral("patient")}, Language::Italian}};
    return consultation;
}

ConsultationPolicy policy()
{
    ConsultationPolicy policy;
    policy.immutablePeriod = std::chrono::minutes(15);
    return policy;
}

} // namespace

bool fillRecords(const QString &file, int consultations, const QDateTime &now)
{
    records::SqliteDatabase database(file);
    const test::ManualClock clock(now);
    records::SqliteRecordStore store(database, clock);
    // A power cut may take what is made up.
    const Result<QVariant> hurried = test::await([](records::SqliteDatabase &db) -> Task<QVariant> {
        Result<QVariant> done = co_await db.run([](const records::SqliteConnection &connection) -> Result<QVariant> {
            Result<QSqlQuery> set = connection.run(QStringLiteral("PRAGMA synchronous = OFF"));
            if (!set)
                return failure(set.error());
            return QVariant();
        });
        co_return done;
    }(database));
    if (!hurried)
        return false;
    const int days = (consultations + consultationsADay - 1) / consultationsADay;
    const QDate firstDay = now.toLocalTime().date().addDays(-days / 2);
    bool isGood = true;
    int done = 0;
    QObject context;
    for (int i = 0; i < consultations; ++i) {
        whenDone(store.insert(consultationOf(i, firstDay)), &context, [&](const Result<QString> &stored) {
            isGood = isGood && stored;
            ++done;
        });
        if ((i + 1) % batch == 0 || i + 1 == consultations) {
            if (!test::waitUntil([&] { return done == i + 1; }))
                return false;
        }
    }
    return isGood;
}

AgendaStation::AgendaStation(const QString &folder, const Clock &clock)
    : m_folder(folder),
      m_clock(clock),
      m_settings(folder + QStringLiteral("/settings.ini")),
      m_http(
          {.tries = 1, .firstDelay = std::chrono::milliseconds(1), .longestRetryAfter = std::chrono::milliseconds(1)}),
      m_kaleyra(m_http, {QUrl(QStringLiteral("http://127.0.0.1:1")), "key"}),
      m_database(recordsFile(folder)),
      m_records(m_database, clock),
      m_journal(m_database, clock),
      m_service(service::Teleconsultations::Parts{m_kaleyra, m_records, m_journal, clock}, policy())
{}

AgendaStation::~AgendaStation()
{
    m_http.shutDown();
    if (!test::waitUntil([this] { return m_service.isIdle(); }))
        qFatal("The service is still at work");
}

std::unique_ptr<ui::MainWindow> AgendaStation::openWindow()
{
    return std::make_unique<ui::MainWindow>(ui::MainWindow::Parts{
        .service = m_service,
        .settings = m_settings,
        .clock = m_clock,
        .callEngine = []() -> Result<ui::CallEngine *> { return failure(makeError(Error::Kind::Unreachable)); },
        .callStorageDir = m_folder,
        .callAllowedHosts = {}});
}

} // namespace teleconsult::bench
