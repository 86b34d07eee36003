// What is left of somebody whose call has ended as it should, with the real engine: in memory, on disk and in the log.
#include "app/process_tree.h"
#include "tests/support/log_capture.h"
#include "tests/ui/call/engine/page_server.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/call/engine/call_engine_plugin.h"

#include <QDirIterator>
#include <QFile>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace teleconsult;
using namespace teleconsult::test;
using Page = ui::KioskWindow::Page;

namespace {

constexpr std::chrono::seconds patience{60}; // Only ever used up by a test that fails.

/// "marker-of-a-patient-4711", each character one further: what looks for it does not hold it, nor does the page's
/// source.
constexpr std::array<char, 24> shifted{'n', 'b', 's', 'l', 'f', 's', '.', 'p', 'g', '.', 'b', '.',
                                       'q', 'b', 'u', 'j', 'f', 'o', 'u', '.', '5', '8', '2', '2'};

bool isMarkerAt(const char *at, qsizetype room, qsizetype stride)
{
    if (room < qsizetype(shifted.size() - 1) * stride + 1)
        return false;
    for (std::size_t i = 0; i < shifted.size(); ++i) {
        if (at[qsizetype(i) * stride] != char(shifted.at(i) - 1))
            return false;
    }
    return true;
}

/// As text of one byte or two for a character.
bool holdsMarker(const char *data, qsizetype size)
{
    const char *const end = data + size;
    const char *at = data;
    while (at < end && (at = static_cast<const char *>(std::memchr(at, shifted.front() - 1, std::size_t(end - at))))) {
        if (isMarkerAt(at, end - at, 1) || isMarkerAt(at, end - at, 2))
            return true;
        ++at;
    }
    return false;
}

struct Range
{
    qint64 from = 0;
    qint64 to = 0;
};

/// What a process may write to; empty: it lets nobody look.
QList<Range> writableMemory(pid_t process)
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process));
    QList<Range> ranges;
    if (!maps.open(QFile::ReadOnly))
        return ranges;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        const QList<QByteArray> addresses = words.first().split('-');
        if (words.size() > 1 && words.at(1).startsWith("rw") && addresses.size() == 2)
            ranges << Range{addresses.at(0).toLongLong(nullptr, 16), addresses.at(1).toLongLong(nullptr, 16)};
    }
    return ranges;
}

bool memoryHoldsMarker(pid_t process)
{
    const int memory = ::open(qPrintable(QStringLiteral("/proc/%1/mem").arg(process)), O_RDONLY | O_CLOEXEC);
    if (memory < 0)
        return false;
    constexpr qint64 step = 1 << 20;
    constexpr auto overlap = qint64(2 * shifted.size());
    QByteArray piece(step + overlap, '\0');
    bool isFound = false;
    const QList<Range> ranges = writableMemory(process);
    for (const Range &range : ranges) {
        for (qint64 at = range.from; at < range.to && !isFound; at += step) {
            const qint64 size = std::min(step + overlap, range.to - at);
            const ssize_t read = ::pread(memory, piece.data(), std::size_t(size), at);
            isFound = read > 0 && holdsMarker(piece.constData(), read);
            piece.fill('\0'); // Or it would be found here.
        }
    }
    ::close(memory);
    return isFound;
}

/// Keeps it wherever a page can, and shows it.
QString keepEverywhere()
{
    QStringList codes;
    for (const char character : shifted)
        codes << QString::number(int(character));
    return QStringLiteral("<p id=shown></p><input id=typed><script>"
                          "const who = String.fromCharCode(...[%1].map(c => c - 1));"
                          "window.kept = [who, who + who];"
                          "shown.textContent = who; typed.value = who;"
                          "localStorage.setItem('who', who);"
                          "sessionStorage.setItem('who', who);"
                          "document.cookie = 'who=' + who + '; path=/elsewhere; max-age=86400';"
                          "const asked = indexedDB.open('who');"
                          "asked.onupgradeneeded = () => asked.result.createObjectStore('s');"
                          "asked.onsuccess = () => { const t = asked.result.transaction('s', 'readwrite');"
                          " t.objectStore('s').put(who, 'k'); t.oncomplete = () =>"
                          " caches.open('c').then(c => c.put('/c', new Response(who)))"
                          " .then(() => report('kept'), () => report('kept')); };"
                          "</script>")
        .arg(codes.join(QLatin1Char(',')));
}

} // namespace

class TestKioskTraces : public QObject
{
    Q_OBJECT

    ui::CallEnginePlugin m_engine;
    KioskScene m_scene;
    PageServer m_server;

    static QList<pid_t> processesWithMarker()
    {
        QList<pid_t> found;
        const QList<pid_t> processes = app::processTree(::getpid());
        for (const pid_t process : processes) {
            if (memoryHoldsMarker(process))
                found << process;
        }
        return found;
    }
    QStringList filesWithMarker() const
    {
        QStringList found;
        QDirIterator files(m_scene.practice.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QByteArray content = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
            if (holdsMarker(content.constData(), content.size()))
                found << file.fileName();
        }
        return found;
    }
    bool enterCall()
    {
        m_server.addPage(QStringLiteral("/call-patient"), keepEverywhere());
        m_scene.scriptRoomOfBoth(m_server.url(QStringLiteral("/call")).toEncoded());
        m_scene.realEngine = &m_engine;
        return m_scene.askForCall() &&
               waitUntil(
                   [this] { return m_scene.window->isInCall() && m_server.reports().contains(QStringLiteral("kept")); },
                   patience);
    }

private slots:
    void nothingIsLeftOfAPersonWhoHasDone()
    {
        LogCapture log;
        QVERIFY(enterCall());
        // Or nothing would be found however little was erased.
        QVERIFY(waitUntil([this] { return !filesWithMarker().isEmpty(); }, patience));
        QList<pid_t> pages = processesWithMarker();
        pages.removeAll(::getpid());
        if (pages.isEmpty()) // Another one's memory is for root, or where ptrace(2) is not restricted.
            QSKIP("The page's process lets nobody look into its memory");

        QVERIFY(m_scene.click("kioskLeaveButton"));
        QVERIFY(m_scene.click("kioskVisitPrimaryButton")); // Done
        QVERIFY(m_scene.reaches(Page::Start));
        // Neither in the page's process, which has ended, nor in what this one, the browser's, has given free.
        QVERIFY(waitUntil([] { return processesWithMarker().isEmpty(); }, patience));
        QVERIFY(waitUntil([this] { return filesWithMarker().isEmpty(); }, patience));
        const QByteArray logged = log.text().toUtf8();
        QVERIFY(!holdsMarker(logged.constData(), logged.size()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    TestKioskTraces test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kiosk_traces.moc"
