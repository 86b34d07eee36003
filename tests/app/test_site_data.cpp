// Clearing what call pages have kept, with the real engine: afterwards a page finds nothing of it.
#include "app/call_engine_loader.h"
#include "tests/ui/call/engine/page_server.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace teleconsult;

namespace {

constexpr int patience = 45000; ///< Milliseconds. Only ever used up by a test that fails.

const QByteArray mark = QByteArrayLiteral("mark-of-a-page-0815");

/// Tells what is there from before, then leaves something in each place that a page has: a cookie, storage, a database,
/// the pages' own cache, and the engine's cache of what the server allows it to keep.
QString lookAndKeep()
{
    return QStringLiteral("<script>"
                          "async function run() {"
                          " const found = [];"
                          " if (document.cookie.includes('%1')) found.push('cookie');"
                          " if (localStorage.getItem('a') === '%1') found.push('storage');"
                          " if ((await indexedDB.databases()).length) found.push('database');"
                          " if (await caches.match('/mine')) found.push('cache');"
                          " document.cookie = 'a=%1; max-age=86400';"
                          " localStorage.setItem('a', '%1');"
                          " await new Promise(done => {"
                          "  const asked = indexedDB.open('a');"
                          "  asked.onupgradeneeded = () => asked.result.createObjectStore('s').put('%1', 'k');"
                          "  asked.onsuccess = done; asked.onerror = done; });"
                          " await (await caches.open('a')).put('/mine', new Response('%1'));"
                          " await (await fetch('/picture')).text();"
                          " report('found:' + found.join());"
                          "}"
                          "run().catch(error => report('failed:' + error));"
                          "</script>")
        .arg(QString::fromLatin1(mark));
}

} // namespace

class TestSiteData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_root.isValid()); }
    void cleanup()
    {
        m_window.reset();
        // Before the application goes.
        if (m_loader)
            QVERIFY(m_loader->clearSiteData());
        m_loader.reset();
    }
    void aPageFindsNothingAfterwards();
    void nothingGoesWhileACallIsThere();
    void theEngineNeedNotBeLoaded();

private:
    void makeLoader()
    {
        m_storage = m_root.filePath(QString::number(++m_count));
        m_loader = std::make_unique<app::CallEngineLoader>(QStringLiteral(TELECONSULT_CALL_PLUGIN), m_storage,
                                                           config::GraphicsCard::WhereThereIsOne);
        m_pages = std::make_unique<test::PageServer>();
        m_pages->addPage(QStringLiteral("/page"), lookAndKeep());
        m_pages->addAnswer(QStringLiteral("/picture"), "200 OK", "Cache-Control: max-age=86400\r\n", mark);
    }

    /// Opens the page as a call.
    void open()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(640, 480);
        const Result<ui::CallEngine *> engine = m_loader->engine();
        QVERIFY(engine);
        m_view = (*engine)->createView(m_storage, m_window.get());
        m_view->resize(m_window->size());
        m_window->show();
        m_view->open({.link = m_pages->url(QStringLiteral("/page")),
                      .endCallRedirectUrl = m_pages->url(QStringLiteral("/goodbye")),
                      .allowedHosts = {}});
    }
    void leave()
    {
        m_view->leave();
        m_window.reset();
    }
    /// A call from its beginning to its end; answers what its page found.
    QString visit()
    {
        const qsizetype before = m_pages->reports().size();
        open();
        if (!QTest::qWaitFor([&] { return m_pages->reports().size() > before; }, patience))
            return QStringLiteral("the page says nothing");
        leave();
        return m_pages->reports().last();
    }
    /// How often the server was asked for what may be kept.
    qsizetype fetches() const { return m_pages->requests().count(QStringLiteral("/picture")); }
    QStringList filesWithMark() const
    {
        QStringList found;
        QDirIterator files(m_root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(mark))
                found << file.fileName();
        }
        return found;
    }

    const QTemporaryDir m_root; // The engine writes in it until the application is gone.
    int m_count = 0;
    QString m_storage;
    std::unique_ptr<app::CallEngineLoader> m_loader;
    std::unique_ptr<test::PageServer> m_pages;
    std::unique_ptr<QWidget> m_window;
    ui::CallView *m_view = nullptr;
};

void TestSiteData::aPageFindsNothingAfterwards()
{
    makeLoader();
    QCOMPARE(visit(), QStringLiteral("found:"));
    // Or the test would find nothing however little was cleared: a later call does find it all.
    QCOMPARE(visit(), QStringLiteral("found:cookie,storage,database,cache"));
    QCOMPARE(fetches(), 1);
    QVERIFY(QTest::qWaitFor([this] { return !filesWithMark().isEmpty(); }, patience));

    QVERIFY(m_loader->clearSiteData());
    // The engine's processes may have been writing still, and make the folder anew for what is nobody's.
    QVERIFY(QTest::qWaitFor([this] { return filesWithMark().isEmpty(); }, patience));
    QCOMPARE(visit(), QStringLiteral("found:"));
    QCOMPARE(fetches(), 2);
}

void TestSiteData::nothingGoesWhileACallIsThere()
{
    makeLoader();
    QCOMPARE(visit(), QStringLiteral("found:"));
    open();
    const Result<void> cleared = m_loader->clearSiteData();
    QCOMPARE(cleared ? QString() : cleared.error().code, QStringLiteral("site_data_in_use"));
    QTRY_COMPARE_WITH_TIMEOUT(m_pages->reports().size(), 2, patience);
    QCOMPARE(m_pages->reports().last(), QStringLiteral("found:cookie,storage,database,cache"));
    leave();
}

/// As after a start at which nobody has called yet.
void TestSiteData::theEngineNeedNotBeLoaded()
{
    makeLoader();
    QVERIFY(QDir().mkpath(m_storage + QStringLiteral("/call-profile")));
    QFile kept(m_storage + QStringLiteral("/call-profile/Cookies"));
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write(mark) > 0);
    kept.close();
    QVERIFY(m_loader->clearSiteData());
    QVERIFY(!QDir(m_storage).exists());
    QVERIFY(m_loader->engineVersion().isEmpty());
}

QTEST_MAIN(TestSiteData)
#include "test_site_data.moc"
