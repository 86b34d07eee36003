// The whole product with marked keys and marked names: consultations made by hand and from a file, calls, a kiosk, and
// sudden ends. Afterwards no mark is found where it does not belong. Needs at-spi2-core, dbus and xdotool.
#include "core/config/settings.h"
#include "core/domain/appointment_code.h"
#include "core/domain/teleconsultation_link.h"
#include "core/sandbox/rest_names.h"
#include "tests/app/accessible_tree.h"
#include "tests/app/canary_marks.h"
#include "tests/app/ctl/ctl_fixture.h"
#include "tests/app/input_driver.h"
#include "tests/support/await.h"
#include "tests/support/crud_service_double.h"
#include "tests/support/kaleyra_double.h"
#include "tests/support/notify_socket.h"

#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QSignalSpy>

#include <atomic>
#include <csignal>

using namespace teleconsult;
using Outcome = test::CtlFixture::Outcome;
using namespace teleconsult::test;

class TestCanary : public QObject
{
    Q_OBJECT

    static constexpr int longestEnd = 60000; ///< Milliseconds.

    std::unique_ptr<test::KaleyraDouble> m_kaleyra;
    std::unique_ptr<test::CrudServiceDouble> m_crud;
    std::unique_ptr<test::CtlFixture> m_ctl;
    QByteArrayList m_logs;      ///< What the programs wrote to their error outputs.
    QByteArrayList m_processes; ///< Processes in whose arguments or environments a mark was found.
    std::atomic_bool m_mayLeave = false;

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
            if (holds(told, markedKey) || holds(told, markedName) || holds(told, markedCodeKey))
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

    /// `atEnvironments`: not while a program starts that is given the key there and takes it out.
    bool watchUntil(const std::function<bool()> &holds, bool atEnvironments = true)
    {
        return waitUntil(
            [&] {
                lookAtProcesses(atEnvironments);
                return holds();
            },
            std::chrono::seconds(60));
    }

    /// As somebody starts it. Null: it is not ready to be used.
    std::unique_ptr<QProcess> startApplication(const QStringList &arguments)
    {
        test::NotifySocket manager(m_ctl->home.filePath(QStringLiteral("notify")));
        QSignalSpy ready(&manager, &test::NotifySocket::ready);
        auto application = std::make_unique<QProcess>();
        QProcessEnvironment environment = m_ctl->environment;
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), manager.path());
        application->setProcessEnvironment(environment);
        application->setWorkingDirectory(m_ctl->home.path());
        application->setProcessChannelMode(QProcess::MergedChannels);
        application->start(QStringLiteral(TELECONSULT), arguments);
        return watchUntil([&] { return !ready.isEmpty(); }, false) ? std::move(application) : nullptr;
    }
    void endApplication(QProcess &application, int signal)
    {
        ::kill(pid_t(application.processId()), signal);
        QVERIFY(application.waitForFinished(longestEnd));
        QCOMPARE(application.exitStatus(), signal == SIGTERM ? QProcess::NormalExit : QProcess::CrashExit);
        m_logs << application.readAll();
    }

    /// What a link of the room leads to: a page that tells that it is there, and closes itself when it may.
    void serveCallPages()
    {
        test::ScriptedServer &server = m_kaleyra->server();
        const auto page = [](const test::ScriptedServer::Request &) -> test::ScriptedServer::Answer {
            return {.body = "<!doctype html><title>Call</title><body>Call<script>"
                            "const ask = () => fetch('/may-leave').then(a => a.text()).then(text => {"
                            " if (text === 'yes') window.close(); else setTimeout(ask, 200); });"
                            "fetch('/arrived').then(ask);"
                            "</script>",
                    .contentType = "text/html"};
        };
        const sandbox::State state = m_kaleyra->state();
        for (const sandbox::Room &room : state.rooms) {
            for (const sandbox::Seat &seat : room.seats)
                server.handle("GET", QByteArray(sandbox::paths::accessLink.data()) + seat.token.toLatin1(), page);
        }
        server.on("GET", "/arrived", {{.body = "{}"}});
        server.handle("GET", "/may-leave", [this](const test::ScriptedServer::Request &) {
            return test::ScriptedServer::Answer{.body = m_mayLeave ? "yes" : "no", .contentType = "text/plain"};
        });
    }
    int arrivals() const { return m_kaleyra->server().count("GET", "/arrived"); }

    /// As the doctor of the only consultation: into the call, and out of it.
    void callAndLeave(const QString &id)
    {
        m_mayLeave = false;
        const int before = arrivals();
        const std::unique_ptr<QProcess> application = startApplication({linkOfConsultation(id)});
        QVERIFY(application);
        QVERIFY(watchUntil([&] { return arrivals() > before; }));
        m_mayLeave = true;
        QVERIFY(watchUntil([&] {
            return ctl({QStringLiteral("list"), QStringLiteral("--json")}).output.contains(QLatin1String("HELD"));
        }));
        endApplication(*application, SIGTERM);
    }
    void crashInACall(const QString &id)
    {
        m_mayLeave = false;
        const int before = arrivals();
        const std::unique_ptr<QProcess> application = startApplication({linkOfConsultation(id)});
        QVERIFY(application);
        QVERIFY(watchUntil([&] { return arrivals() > before; }));
        endApplication(*application, SIGSEGV);
    }
    /// As the patient, with a wrong code and then the right one.
    void crashAtTheKiosk(const QString &code)
    {
        const std::unique_ptr<QProcess> application = startApplication({QStringLiteral("--kiosk")});
        QVERIFY(application);
        const auto find = [&](const QString &words) {
            return test::AccessibleTree::find(
                test::AccessibleTree::program(application->processId()),
                [&words](const test::Accessible &thing) { return thing.name().contains(words); });
        };
        const auto touch = [&](const QString &words) {
            QRect before;
            return watchUntil([&] {
                       const test::Accessible thing = find(words).value(0);
                       const QRect now = thing.isNull() ? QRect() : thing.extents();
                       return !now.isEmpty() && std::exchange(before, now) == now;
                   }) &&
                   test::InputDriver::click(before.center());
        };
        QVERIFY(touch(QStringLiteral("I have an appointment")));
        QVERIFY(watchUntil([&] { return !find(QStringLiteral("Enter your code")).isEmpty(); }));
        QVERIFY(test::InputDriver::type(QStringLiteral("ZZZZZZZZ")));
        QVERIFY(watchUntil([&] { return !find(QStringLiteral("This code is not known now")).isEmpty(); }));
        QVERIFY(test::InputDriver::type(code));
        QVERIFY(watchUntil([&] { return !find(QString::fromLatin1(markedName)).isEmpty(); })); // The greeting.
        QVERIFY(touch(QStringLiteral("Yes, that is me")));
        QVERIFY(watchUntil([&] { return find(QStringLiteral("Yes, that is me")).isEmpty(); }));
        endApplication(*application, SIGABRT);
    }

    void lookAtRequests(bool withCrud) const;

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
    QString consult(const QDateTime &start);
    void preparePerson();
    QString codeFor(const QString &id, const QDateTime &start) const;

private slots:
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
    m_mayLeave = false;
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
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    environment.insert(QStringLiteral("TELECONSULT_APPOINTMENT_KEY_FILE"),
                       m_ctl->file(QStringLiteral("code-key"), markedCodeKey));
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

/// What a clinic does, and what goes wrong meanwhile.
QString TestCanary::consult(const QDateTime &start)
{
    const QByteArray wish = "{\"start_date\":\"" + start.toString(Qt::ISODateWithMs).toUtf8() +
                            "\",\"duration_in_seconds\":1800,\"participants\":{\"number\":2," + "\"data\":[" +
                            person(".doctor", "doctor") + "," + person(".patient", "patient") + "]}}";
    const Outcome created =
        ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-"), QStringLiteral("--json")}, wish);
    serveCallPages(); // Of this one's room.
    const Outcome listed = ctl({QStringLiteral("list"), QStringLiteral("--json")});
    if (created.code != 0 || !holds(listed.output.toUtf8(), markedName)) // The names are where they belong.
        qWarning("%s %s", created.text().constData(), listed.text().constData());
    ctl({QStringLiteral("doctor")});
    ctl({QStringLiteral("company")});
    ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")}, wish.left(wish.size() - 3));
    m_kaleyra->accept("ak_another"); // The marked one is refused from now on.
    ctl({QStringLiteral("create"), QStringLiteral("--from"), QStringLiteral("-")}, wish);
    ctl({QStringLiteral("config"), QStringLiteral("list")});
    ctl({QStringLiteral("config"), QStringLiteral("export")});
    m_kaleyra->accept(markedKey);
    return created.json()[QStringLiteral("roomId")].toString();
}

/// Agreed to and tried out before: what is of interest here comes afterwards.
void TestCanary::preparePerson()
{
    config::Settings settings(m_ctl->home.filePath(QStringLiteral(".config/teleconsult/settings.ini")));
    settings.setNoticeAcceptance({.externalId = QString::fromLatin1(markedId + ".doctor"),
                                  .version = settings.privacyNotice().version({}),
                                  .at = QDateTime::currentDateTimeUtc()});
    settings.setDeviceCheck(config::DeviceCheck::Never);
}

/// The patient's, for the kiosk.
QString TestCanary::codeFor(const QString &id, const QDateTime &start) const
{
    Teleconsultation consultation;
    consultation.id = id;
    consultation.schedule = Schedule::fromRecord(start, start.addSecs(1800));
    const sandbox::State state = m_kaleyra->state();
    for (const sandbox::Room &room : state.rooms) {
        for (const sandbox::Seat &seat : room.seats) {
            if (!seat.isAdmin)
                return appointmentCode(markedCodeKey, consultation, seat.userId);
        }
    }
    return {};
}

void TestCanary::nothingEscapes()
{
    QFETCH(bool, withCrud);
    QFETCH(bool, keyInTheEnvironment);
    setUp(withCrud, keyInTheEnvironment);
    preparePerson();
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-60);
    const QString id = consult(start);
    QVERIFY(!id.isEmpty());
    callAndLeave(id);
    if (QTest::currentTestFailed())
        return;
    crashInACall(id);
    if (QTest::currentTestFailed())
        return;
    crashAtTheKiosk(codeFor(id, start));
    if (QTest::currentTestFailed())
        return;

    const Outcome report = ctl({QStringLiteral("support-report")});
    QVERIFY2(report.code == 0 && report.output.contains(QLatin1String("teleconsult.")), report.text());
    QVERIFY2(QFileInfo(m_ctl->dataDir() + QStringLiteral("/log/teleconsult.log")).size() > 0, report.text());
    for (const QByteArray &mark : {markedKey, markedName, markedId, markedCodeKey})
        QVERIFY2(!holds(report.output.toUtf8(), mark), report.text());

    // The keys are with Kaleyra and in their files, the names are in the records.
    QCOMPARE(filesWith(markedKey, {QStringLiteral("kaleyra-api-key")}), QStringList());
    QCOMPARE(filesWith(markedCodeKey, {QStringLiteral("code-key")}), QStringList());
    QCOMPARE(filesWith(markedName, {QStringLiteral("teleconsult.sqlite")}), QStringList());
    QCOMPARE(m_processes, QByteArrayList());
    QByteArrayList links;
    const sandbox::State state = m_kaleyra->state();
    for (const sandbox::Room &room : state.rooms) {
        for (const sandbox::Seat &seat : room.seats)
            links << seat.token.toLatin1();
    }
    QVERIFY(!links.isEmpty());
    for (const QByteArray &link : std::as_const(links))
        QCOMPARE(filesWith(link, {QStringLiteral("teleconsult.sqlite")}), QStringList());
    for (const QByteArray &log : std::as_const(m_logs)) {
        for (const QByteArray &mark : QByteArrayList{markedKey, markedName, markedCodeKey} + links)
            QVERIFY2(!holds(log, mark), log.constData());
    }
    lookAtRequests(withCrud);
}

void TestCanary::lookAtRequests(bool withCrud) const
{
    const auto asked = m_kaleyra->server().requests();
    QVERIFY(!asked.isEmpty());
    for (const auto &request : asked) {
        const QByteArray told = request.target + request.body;
        for (const QByteArray &mark : {markedKey, markedId, markedCodeKey})
            QVERIFY2(!holds(told, mark), told.constData());
        // A link's display_name is what the others in the call read (reference/kaleyra-video-api.md §3.2).
        const bool isCallPage = request.path.startsWith(QByteArray(sandbox::paths::accessLink.data()));
        QVERIFY2(isCallPage || !holds(told, markedName), told.constData());
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
    telling->waitForFinished(longestEnd);
    QVERIFY(!m_processes.isEmpty());
}

int main(int argc, char **argv)
{
    const QTemporaryDir runtimeDir; // Private, as the sockets in it must be.
    qputenv("XDG_RUNTIME_DIR", runtimeDir.path().toLocal8Bit());
    const QGuiApplication application(argc, argv);
    if (!test::AccessibleTree::connect(runtimeDir.path()))
        qFatal("no accessibility bus (at-spi2-core): %s", qPrintable(test::AccessibleTree::errorString()));
    TestCanary test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_canary.moc"
