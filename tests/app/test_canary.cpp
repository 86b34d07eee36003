// The whole product with a marked key and marked names: afterwards neither is found where it does not belong.
#include "tests/app/ctl/ctl_fixture.h"
#include "tests/support/await.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/kaleyra_double.h"
#include "tests/support/notify_socket.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>

#include <csignal>

using namespace teleconsult;
using Outcome = test::CtlFixture::Outcome;
using test::waitUntil;

namespace {

const QByteArray markedKey = "ak_live_CANARYKEY7f3a9";
const QByteArray markedName = "Canarina";
const QByteArray markedId = "canary.person";

/// As it stands in files and on wires: plain, as UTF-16, in base64 wherever it begins, and as hexadecimal digits.
bool holds(const QByteArray &content, const QByteArray &mark)
{
    const QString text = QString::fromLatin1(mark);
    QByteArrayList shapes{
        mark, mark.toHex(),
        QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)))};
    for (const QByteArray &before : {QByteArray(), QByteArray("x"), QByteArray("xx")}) {
        // What stands beside the mark changes the first and the last of its digits.
        const QByteArray digits = (before + mark).toBase64(QByteArray::OmitTrailingEquals);
        shapes << digits.mid(4, digits.size() - 8);
    }
    return std::any_of(shapes.begin(), shapes.end(),
                       [&content](const QByteArray &shape) { return content.contains(shape); });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::KaleyraDouble> m_kaleyra;
    std::unique_ptr<test::CrudServiceDouble> m_crud;
    std::unique_ptr<test::CtlFixture> m_ctl;
    QByteArrayList m_logs;      ///< What the programs wrote to their error outputs.
    QByteArrayList m_processes; ///< Arguments and environments of processes in which a mark was found.

    /// Looks at every process of this account but this one.
    void lookAtProcesses(bool atEnvironments)
    {
        const QStringList ids = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
        for (const QString &id : ids) {
            if (id.toLongLong() == QCoreApplication::applicationPid())
                continue;
            QByteArray told = contentOf(QStringLiteral("/proc/%1/cmdline").arg(id));
            if (atEnvironments)
                told += contentOf(QStringLiteral("/proc/%1/environ").arg(id));
            if (holds(told, markedKey) || holds(told, markedName))
                m_processes << contentOf(QStringLiteral("/proc/%1/comm").arg(id));
        }
    }

    Outcome ctl(const QStringList &arguments, const QByteArray &input = {})
    {
        const std::unique_ptr<QProcess> process = m_ctl->start(arguments);
        process->write(input);
        process->closeWriteChannel();
        while (!process->waitForFinished(1) && process->state() != QProcess::NotRunning)
            lookAtProcesses(false);
        const Outcome outcome = test::CtlFixture::finish(*process);
        m_logs << outcome.error.toUtf8();
        return outcome;
    }

    /// As somebody at the window: the agenda is there, the backend has started, then it ends as told.
    void runApplication(int signal)
    {
        test::NotifySocket manager(m_ctl->home.filePath(QStringLiteral("notify")));
        QSignalSpy ready(&manager, &test::NotifySocket::ready);
        QProcess application;
        QProcessEnvironment environment = m_ctl->environment;
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
        application.setProcessEnvironment(environment);
        application.setWorkingDirectory(m_ctl->home.path());
        application.setProcessChannelMode(QProcess::MergedChannels);
        application.start(QStringLiteral(TELECONSULT), {});
        QVERIFY(waitUntil(
            [&] {
                lookAtProcesses(false);
                return !ready.isEmpty();
            },
            std::chrono::seconds(60)));
        // The call engine is loaded while nobody does anything; it starts processes of its own.
        const QString engine = QStringLiteral("QtWebEngineProc");
        QVERIFY(waitUntil(
            [&] {
                lookAtProcesses(true);
                const QStringList ids = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
                return std::any_of(ids.begin(), ids.end(), [&engine](const QString &id) {
                    return contentOf(QStringLiteral("/proc/%1/comm").arg(id)).startsWith(engine.toLatin1());
                });
            },
            std::chrono::seconds(60)));
        ::kill(pid_t(application.processId()), signal);
        QVERIFY(application.waitForFinished());
        m_logs << application.readAll();
    }

    /// Below the home, but for those that are meant to hold it.
    QStringList filesWith(const QByteArray &mark, const QStringList &meant) const
    {
        QStringList found;
        QDirIterator files(m_ctl->home.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            const bool isMeant = std::any_of(meant.begin(), meant.end(),
                                             [&file](const QString &name) { return file.fileName().startsWith(name); });
            if (!isMeant && holds(contentOf(file.filePath()), mark))
                found << file.filePath();
        }
        return found;
    }

    static QByteArray person(const QByteArray &id, const QByteArray &group)
    {
        return "{\"userExternalId\":\"" + markedId + id + "\",\"fullName\":\"" + markedName + " " + id +
               "\",\"groups\":[\"" + group + "\"]}";
    }

    void setUp(bool withCrud, bool keyInTheEnvironment);

private Q_SLOTS:
    void nothingEscapes_data()
    {
        QTest::addColumn<bool>("withCrud");
        QTest::addColumn<bool>("keyInTheEnvironment");
        QTest::newRow("records here, the key in a store") << false << false;
        QTest::newRow("records in a CRUD service, the key in the environment") << true << true;
    }
    void nothingEscapes();
    void aMarkIsSeen();
};

void TestCanary::setUp(bool withCrud, bool keyInTheEnvironment)
{
    m_logs.clear();
    m_processes.clear();
    m_kaleyra = std::make_unique<test::KaleyraDouble>();
    m_kaleyra->accept(markedKey);
    m_crud = std::make_unique<test::CrudServiceDouble>();
    m_ctl = std::make_unique<test::CtlFixture>();
    QProcessEnvironment &environment = m_ctl->environment;
    for (const char *variable : {"DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"})
        environment.insert(QString::fromLatin1(variable), qEnvironmentVariable(variable));
    const QString runtime = m_ctl->home.filePath(QStringLiteral("runtime"));
    QDir().mkdir(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"), QStringLiteral("1"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true\nqt.*=false"));
    environment.insert(QStringLiteral("BANDYER_BASE_URL"), m_kaleyra->server().url().toString());
    environment.insert(QStringLiteral("TELECONSULT_SECRET_STORE"), QStringLiteral("file"));
    environment.insert(QStringLiteral("TELECONSULT_STATION_ID"), QString::fromLatin1(markedId + ".doctor"));
    if (keyInTheEnvironment) {
        environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY"), QString::fromLatin1(markedKey));
    } else {
        QDir().mkpath(m_ctl->dataDir() + QStringLiteral("/secrets"));
        m_ctl->file(QStringLiteral(".local/share/teleconsult/secrets/kaleyra-api-key"), markedKey);
    }
    if (withCrud) {
        environment.insert(QStringLiteral("CRUD_SERVICE_URL"), m_crud->server().url().toString());
        environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"),
                           test::CrudServiceDouble::consultations().path);
        environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), test::CrudServiceDouble::users().path);
    }
}

void TestCanary::nothingEscapes()
{
    QFETCH(bool, withCrud);
    QFETCH(bool, keyInTheEnvironment);
    setUp(withCrud, keyInTheEnvironment);

    // What a clinic does, and what goes wrong meanwhile.
    const QByteArray start = QDateTime::currentDateTimeUtc().addSecs(600).toString(Qt::ISODateWithMs).toUtf8();
    const QByteArray wish = "{\"start_date\":\"" + start +
                            "\",\"duration_in_seconds\":1800,\"participants\":{\"number\":2," + "\"data\":[" +
                            person(".doctor", "doctor") + "," + person(".patient", "patient") + "]}}";
    const Outcome created =
        ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--json")}, wish);
    QVERIFY2(created.code == 0, created.text());
    const Outcome listed = ctl({QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY2(holds(listed.output.toUtf8(), markedName), listed.text()); // The names are where they belong.
    ctl({QStringLiteral("doctor")});
    ctl({QStringLiteral("company")});
    ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")},
        QByteArray(wish).replace("patient", "p"));
    ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")}, wish.left(wish.size() - 3));
    m_kaleyra->accept("ak_another"); // The marked one is refused from now on.
    ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")}, wish);
    ctl({QStringLiteral("config"), QStringLiteral("list")});
    ctl({QStringLiteral("config"), QStringLiteral("export")});
    m_kaleyra->accept(markedKey);
    runApplication(SIGTERM);
    runApplication(SIGABRT); // As a crash.

    const Outcome report = ctl({QStringLiteral("support-report")});
    QVERIFY2(report.code == 0 && report.output.contains(QLatin1String("teleconsult.")), report.text());
    QVERIFY2(QFileInfo(m_ctl->dataDir() + QStringLiteral("/log/teleconsult.log")).size() > 0, report.text());
    for (const QByteArray &mark : {markedKey, markedName, markedId})
        QVERIFY2(!holds(report.output.toUtf8(), mark), report.text());

    // The key is with Kaleyra and in its store, the names are in the records.
    QCOMPARE(filesWith(markedKey, {QStringLiteral("kaleyra-api-key")}), QStringList());
    QCOMPARE(filesWith(markedName, {QStringLiteral("teleconsult.sqlite")}), QStringList());
    QCOMPARE(m_processes, QByteArrayList());
    for (const QByteArray &log : std::as_const(m_logs)) {
        QVERIFY2(!holds(log, markedKey), log.constData());
        QVERIFY2(!holds(log, markedName), log.constData());
        for (const sandbox::Room &room : m_kaleyra->state().rooms) {
            for (const sandbox::Seat &seat : room.seats)
                QVERIFY2(!holds(log, seat.token.toLatin1()), log.constData());
        }
    }
    const auto asked = m_kaleyra->server().requests();
    QVERIFY(!asked.isEmpty());
    for (const auto &request : asked) {
        const QByteArray told = request.target + request.body;
        QVERIFY2(!holds(told, markedKey) && !holds(told, markedName) && !holds(told, markedId), told.constData());
        for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
            QVERIFY(header.key() == "apikey" || !holds(header.value(), markedKey));
    }
    const auto kept = m_crud->server().requests();
    QCOMPARE(!kept.isEmpty(), withCrud);
    for (const auto &request : kept) {
        QVERIFY(!holds(request.target + request.body, markedKey));
        for (const QByteArray &header : request.headers)
            QVERIFY(!holds(header, markedKey));
    }
}

/// The test itself: it would see a mark that escapes.
void TestCanary::aMarkIsSeen()
{
    setUp(false, false);
    for (const QByteArray &before : {QByteArray(), QByteArray("a"), QByteArray("ab")})
        QVERIFY(holds((before + markedKey + "tail").toBase64(), markedKey));
    QVERIFY(holds("key=" + markedKey, markedKey));
    QVERIFY(holds(markedName.toHex(), markedName));
    QCOMPARE(filesWith(markedKey, {}).size(), 1);
    const std::unique_ptr<QProcess> telling =
        m_ctl->start({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-"),
                      QStringLiteral("--settings"), QString::fromLatin1(markedName + ".ini")});
    QVERIFY(waitUntil([&] {
        lookAtProcesses(false);
        return !m_processes.isEmpty() || telling->state() == QProcess::NotRunning;
    }));
    telling->kill();
    telling->waitForFinished();
    QVERIFY(!m_processes.isEmpty());
}

QTEST_GUILESS_MAIN(TestCanary)
#include "test_canary.moc"
