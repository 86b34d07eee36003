// A call of somebody who is not known here, as at a kiosk: what the page may not do, and what is left of it.
#include "tests/support/log_capture.h"
#include "tests/ui/call/engine/call_view_test.h"

#include <QClipboard>
#include <QDirIterator>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineView>

using namespace teleconsult;
using test::patience;

namespace {

const QByteArray marker = QByteArrayLiteral("marker-of-a-patient-4711");

/// Puts the marker wherever a page can keep something.
QString keepEverywhere()
{
    return QStringLiteral("<script>"
                          "localStorage.setItem('who', '%1');"
                          "document.cookie = 'who=%1; max-age=86400';"
                          "const asked = indexedDB.open('who');"
                          "asked.onupgradeneeded = () => asked.result.createObjectStore('s');"
                          "asked.onsuccess = () => { const t = asked.result.transaction('s', 'readwrite');"
                          " t.objectStore('s').put('%1', 'k'); t.oncomplete = () =>"
                          " caches.open('c').then(c => c.put('/c', new Response('%1')))"
                          " .then(() => report('kept'), () => report('kept')); };"
                          "</script>")
        .arg(QString::fromLatin1(marker));
}

QString tellWhatIsThere()
{
    return QStringLiteral("<script>"
                          "indexedDB.databases().then(d => report('there:' + (localStorage.getItem('who') || '') +"
                          " document.cookie + d.length));"
                          "</script>");
}

} // namespace

class TestGuestCall : public test::CallViewTest
{
    Q_OBJECT

    void openAsGuest(const QString &path)
    {
        ui::CallTarget target;
        target.link = m_own->url(path);
        target.isGuest = true;
        m_view->open(target);
    }
    /// Another view of the same engine.
    void makeView()
    {
        m_view = m_engine->createView(m_storage, m_window.get());
        m_view->resize(m_window->size());
        m_view->show();
    }
    /// The files below the storage folder that hold the marker.
    QStringList filesWithMarker() const
    {
        QStringList found;
        QDirIterator files(m_storage, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
                found << file.fileName();
        }
        return found;
    }
    int filesKept() const
    {
        int count = 0;
        for (QDirIterator files(m_storage, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();
             files.next())
            ++count;
        return count;
    }

private slots:
    void init() { CallViewTest::init(); }
    void cleanup() { CallViewTest::cleanup(); }

    void whatThePageHasKeptGoesWithForget()
    {
        test::LogCapture log;
        m_own->addPage(QStringLiteral("/keep"), keepEverywhere());
        m_own->addPage(QStringLiteral("/look"), tellWhatIsThere());
        openAsGuest(QStringLiteral("/keep"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("kept")), patience);
        // Or the test would find nothing however little was erased.
        QVERIFY(QTest::qWaitFor([this] { return !filesWithMarker().isEmpty(); }, patience));
        QSignalSpy ended(m_view, &ui::CallView::ended);
        m_view->leave();
        QCOMPARE(ended.size(), 1);
        delete m_view;

        m_engine->forget(m_storage);
        // The engine's processes may still write for a moment; each further call erases that too.
        QVERIFY(QTest::qWaitFor([this] { return m_engine->forget(m_storage) && filesKept() == 0; }, patience));
        QVERIFY(!log.text().toUtf8().contains(marker));

        makeView();
        openAsGuest(QStringLiteral("/look"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("there:0")), patience);
        QVERIFY(filesWithMarker().isEmpty());
    }

    void aViewThatIsOpenIsEndedByForget()
    {
        m_own->addPage(QStringLiteral("/hold-on"), QStringLiteral("<script>fetch('/hold')</script>"));
        openAsGuest(QStringLiteral("/hold-on"));
        QTRY_COMPARE_WITH_TIMEOUT(m_own->heldConnections(), 1, patience);
        m_engine->forget(m_storage);
        QTRY_COMPARE_WITH_TIMEOUT(m_own->heldConnections(), 0, patience);
    }

    void aGuestChoosesNoFile()
    {
        m_own->addPage(QStringLiteral("/file"),
                       QStringLiteral("<input id='f' type='file' style='position:fixed;inset:0'>"
                                      "<script>f.oncancel = () => report('cancelled');"
                                      "f.onclick = () => report('clicked');"
                                      "requestAnimationFrame(() => report('drawn'))</script>"));
        openAsGuest(QStringLiteral("/file"));
        click();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("clicked")), patience);
        m_own->addPage(QStringLiteral("/after"), QStringLiteral("<script>report('after')</script>"));
        openAsGuest(QStringLiteral("/after"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("after")), patience);
        QVERIFY(m_window->findChildren<QFileDialog *>().isEmpty());
        for (const QWidget *widget : QApplication::topLevelWidgets())
            QVERIFY(!qobject_cast<const QFileDialog *>(widget));
    }

    void aGuestReachesNoClipboard()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        m_own->addPage(QStringLiteral("/copy"),
                       test::everywhere(QStringLiteral("onclick=\"report(document.execCommand('paste') ? 'pasted' : "
                                                       "'not pasted'); navigator.clipboard.readText()"
                                                       ".then(t => report('read'), () => report('not read'))\"")));
        openAsGuest(QStringLiteral("/copy"));
        click();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("not pasted")), patience);
        QVERIFY(!m_own->reports().contains(QStringLiteral("read")));
    }

    void aGuestOpensNothingOutside()
    {
        m_own->addPage(QStringLiteral("/out"),
                       test::everywhere(QStringLiteral("href='https://example.org/' target='_blank' "
                                                       "onclick=\"report('clicked')\"")));
        openAsGuest(QStringLiteral("/out"));
        click();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("clicked")), patience);
        m_own->addPage(QStringLiteral("/after"), QStringLiteral("<script>report('after')</script>"));
        openAsGuest(QStringLiteral("/after"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("after")), patience);
        QVERIFY(m_outside.isEmpty());
    }

    void aGuestSharesNoScreen()
    {
        m_own->addPage(QStringLiteral("/share"),
                       test::everywhere(QStringLiteral("onclick=\"navigator.mediaDevices.getDisplayMedia({video: "
                                                       "true}).then(() => report('shared'), () => report('refused'))"
                                                       "\"")));
        openAsGuest(QStringLiteral("/share"));
        click();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("refused")), patience);
    }
};

int main(int argc, char **argv)
{
    return test::runCallViewTest(argc, argv, [] { return std::make_unique<TestGuestCall>(); });
}
#include "test_guest_call.moc"
