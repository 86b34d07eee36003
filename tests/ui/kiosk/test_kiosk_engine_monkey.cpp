// Somebody, or something, touches everything while a page with the real engine tries to lead elsewhere at every touch.
// TELECONSULT_MONKEY_EVENTS says how often, TELECONSULT_MONKEY_SEED how.
#include "tests/ui/call/engine/page_server.h"
#include "tests/ui/kiosk/kiosk_monkey.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/engine/call_engine_plugin.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <algorithm>

using namespace teleconsult;
using namespace teleconsult::test;
using Page = ui::KioskWindow::Page;

namespace {

constexpr std::chrono::seconds patience{60}; // Only ever used up by a test that fails.

/// Each touch, click and key tries the next way to somewhere else. %1: an origin that is not of the call.
QString wanderingPage(const QString &elsewhere)
{
    return QStringLiteral(
               "<meta name=viewport content='width=device-width, user-scalable=yes'>"
               "<div id=all style='position:fixed;inset:0' draggable=true contenteditable>touch me</div>"
               "<script>"
               "const out = '%1';"
               "function link(href, more) { const a = document.createElement('a'); a.href = href;"
               "  Object.assign(a, more); document.body.append(a); a.click(); a.remove(); }"
               "function post(target) { const f = document.createElement('form'); f.action = out + '/form';"
               "  f.method = 'post'; f.target = target; document.body.append(f); f.submit(); f.remove(); }"
               "function frame(src) { const f = document.createElement('iframe'); f.src = src;"
               "  document.body.append(f); setTimeout(() => f.remove(), 500); }"
               "const ways = ["
               "  () => location.href = out + '/location',"
               "  () => location.replace(out + '/replaced'),"
               "  () => window.open(out + '/opened'),"
               "  () => window.open(out + '/popup', 'popup', 'width=300,height=300'),"
               "  () => link(out + '/link'),"
               "  () => link(out + '/blank', {target: '_blank'}),"
               "  () => link('file:///etc/passwd'),"
               "  () => link('view-source:' + location.href),"
               "  () => link('chrome://settings'),"
               "  () => link('mailto:a@example.org'),"
               "  () => link('tel:112'),"
               "  () => link('data:text/html,gone'),"
               "  () => link('javascript:location.assign(out + \"/script\")'),"
               "  () => link(location.origin + '/away'),"
               "  () => link(URL.createObjectURL(new Blob(['kept'])), {download: 'kept.txt'}),"
               "  () => post('_self'), () => post('_blank'),"
               "  () => frame(out + '/frame'), () => frame('file:///etc/'),"
               "  () => window.print(),"
               "  () => document.documentElement.requestFullscreen(),"
               "  () => history.back(),"
               "  () => { const i = document.createElement('input'); i.type = 'file'; i.click(); },"
               "  () => navigator.clipboard.readText(),"
               "  () => navigator.mediaDevices.getDisplayMedia({video: true}),"
               "  () => Notification.requestPermission(),"
               "];"
               "let next = %2;"
               "function wander(what) { const way = next++ % ways.length; report('way' + way); report(what.type);"
               "  try { Promise.resolve(ways[way]()).catch(() => {}); } catch (e) {} }"
               "for (const what of ['touchstart', 'mousedown', 'keydown'])"
               "  window.addEventListener(what, wander, true);"
               "visualViewport.addEventListener('resize', () =>"
               "  { if (visualViewport.scale != 1) report('zoomed'); });"
               "report('there');"
               "</script>")
        .arg(elsewhere);
}

} // namespace

class TestKioskEngineMonkey : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::CallEnginePlugin> m_engine;
    std::unique_ptr<KioskScene> m_scene;
    std::unique_ptr<QSignalSpy> m_leaving;
    PageServer m_own;
    PageServer m_elsewhere;
    QSet<QWebEnginePage *> m_watched;
    QList<QUrl> m_strange; ///< What was shown besides the call's pages.
    int m_calls = 0;

    void standUp()
    {
        takeAway();
        m_engine = std::make_unique<ui::CallEnginePlugin>();
        m_scene = std::make_unique<KioskScene>(std::chrono::seconds(20), std::chrono::seconds(2));
        m_scene->realEngine = m_engine.get();
        m_scene->window->fillScreen();
        m_leaving = std::make_unique<QSignalSpy>(m_scene->window.get(), &ui::KioskWindow::leavingAllowed);
    }
    void takeAway()
    {
        m_leaving.reset();
        m_scene.reset();
        m_engine.reset();
    }
    /// Another page each time: it begins with another way.
    bool enterCall()
    {
        if (!m_scene->mayTryCodes())
            standUp();
        const QString path = QStringLiteral("/call%1").arg(++m_calls);
        m_own.addPage(path + QStringLiteral("-patient"), wanderingPage(m_elsewhere.origin()).arg(m_calls * 7));
        m_scene->scriptRoomOfBoth(m_own.url(path).toEncoded());
        const auto arrivals = [this] { return m_own.reports().count(QStringLiteral("there")); };
        const auto before = arrivals();
        if (m_scene->askForCall() &&
            waitUntil([&] { return m_scene->window->isInCall() && arrivals() > before; }, patience))
            return true;
        qInfo("no call, but page %d: %s", int(m_scene->window->page()), qPrintable(m_scene->words()));
        return false;
    }
    /// Every page of the engine that there is in the window.
    void watchPages()
    {
        for (QWebEngineView *view : m_scene->window->findChildren<QWebEngineView *>()) {
            QWebEnginePage *page = view->page();
            if (m_watched.contains(page))
                continue;
            m_watched.insert(page);
            look(page->url());
            connect(page, &QWebEnginePage::urlChanged, this, &TestKioskEngineMonkey::look);
            connect(page, &QObject::destroyed, this, [this, page] { m_watched.remove(page); });
        }
    }
    void look(const QUrl &url)
    {
        const bool isOfCall = url.toString().startsWith(m_own.origin() + QLatin1Char('/'));
        const bool isNothing = url.isEmpty() || url == QUrl(QStringLiteral("about:blank"));
        const bool isDevicePage = url.host() == QLatin1String("devices.teleconsult.invalid");
        if (!isOfCall && !isNothing && !isDevicePage)
            m_strange.append(url);
    }
    bool isOut() const
    {
        return !m_scene->window->isVisible() || !m_leaving->isEmpty() || m_scene->window->findChild<ui::AgendaPage *>();
    }
    /// Names of files below a folder.
    static QStringList filesNamed(const QString &name, const QString &folder)
    {
        QStringList found;
        for (QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            found << files.next();
        return found;
    }

private slots:
    void cleanup() { takeAway(); }

    void nothingElseIsLoaded()
    {
        m_own.addRedirect(QStringLiteral("/away"), m_elsewhere.url(QStringLiteral("/redirected")));
        for (const char *path : {"/location", "/replaced", "/opened", "/popup", "/link", "/blank", "/script", "/form",
                                 "/frame", "/redirected"})
            m_elsewhere.addPage(QLatin1String(path), QStringLiteral("<script>report('loaded')</script>elsewhere"));
        standUp();
        const int events = KioskMonkey::number("TELECONSULT_MONKEY_EVENTS", 600);
        const auto seed = quint32(KioskMonkey::number("TELECONSULT_MONKEY_SEED", 20260302));
        KioskMonkey monkey(seed);
        qInfo("seed %u, %d events", seed, events);
        int calls = 0;
        for (int i = 0; i < events; ++i) {
            if ((i % 100 == 0 || !m_scene->window->isInCall()) && i % 20 == 0 && enterCall())
                ++calls;
            watchPages();
            monkey.act(*m_scene->window);
            // The page's process is to have its turn.
            QTest::qWait(5);
            watchPages();
            if (isOut() || !m_strange.isEmpty() || !m_elsewhere.requests().isEmpty())
                QFAIL(
                    qPrintable(QStringLiteral("out after %1 events, seed %2: %3 %4")
                                   .arg(i)
                                   .arg(seed)
                                   .arg(m_strange.value(0).toString(), m_elsewhere.requests().join(QLatin1Char(' ')))));
            if (i % 50 == 0) {
                QVERIFY2(waitUntil([this] { return KioskMonkey::strangers(*m_scene->window).isEmpty(); }),
                         qPrintable(KioskMonkey::strangers(*m_scene->window).join(QLatin1Char(' '))));
                QVERIFY(waitUntil([this] { return KioskMonkey::fillsScreen(*m_scene->window); }));
            }
        }
        QVERIFY(filesNamed(QStringLiteral("kept.txt"), m_scene->practice.folder()).isEmpty());
        QSet<QString> told;
        qsizetype ways = 0;
        // Or nothing was tried. What was touched last is told late.
        const bool wasTried = waitUntil([&] {
            const QStringList reports = m_own.reports();
            told = QSet<QString>(reports.cbegin(), reports.cend());
            ways = std::count_if(told.cbegin(), told.cend(),
                                 [](const QString &word) { return word.startsWith(QLatin1String("way")); });
            return ways >= 20 && told.contains(QStringLiteral("touchstart")) &&
                   told.contains(QStringLiteral("mousedown")) && told.contains(QStringLiteral("keydown"));
        });
        takeAway();
        qInfo("%d calls; tried: %s", calls, qPrintable(QStringList(told.values()).join(QLatin1Char(' '))));
        QVERIFY(calls >= events / 150);
        QVERIFY2(wasTried, qPrintable(QString::number(ways)));
        QVERIFY(!m_own.reports().contains(QStringLiteral("zoomed")));
        QVERIFY(m_elsewhere.requests().isEmpty() && m_elsewhere.reports().isEmpty());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    TestKioskEngineMonkey test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kiosk_engine_monkey.moc"
