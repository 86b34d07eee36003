#include "tests/ui/call/engine/call_view_test.h"

#include "tests/ui/support/keyboard.h"

#include <QApplication>
#include <QDesktopServices>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineView>

namespace teleconsult::test {

namespace {

QString storageRoot;

} // namespace

QString askForDevices()
{
    return QStringLiteral("<script>"
                          "navigator.mediaDevices.getUserMedia({audio: true, video: true})"
                          ".then(() => report('granted'), () => report('denied'));"
                          "</script>");
}

QString everywhere(const QString &attributes)
{
    return QStringLiteral("<a id='all' style='position:fixed;inset:0;display:block' %1>here</a>"
                          "<script>requestAnimationFrame(() => report('drawn'))</script>")
        .arg(attributes);
}

void CallViewTest::init()
{
    // The engine says this when a page outlives its profile.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("Release of profile requested")));
    m_storage = QStringLiteral("%1/%2").arg(storageRoot).arg(++m_count);
    m_engine = std::make_unique<ui::CallEnginePlugin>();
    m_own = std::make_unique<PageServer>();
    m_other = std::make_unique<PageServer>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 480);
    m_view = m_engine->createView(m_storage, m_window.get());
    m_view->resize(m_window->size());
    m_window->show();
    QVERIFY(waitUntilExposed(*m_window));
    m_outside.clear();
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeOutsideUrl");
}

void CallViewTest::cleanup()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    m_window.reset();
    m_engine.reset();
}

void CallViewTest::open(const QString &path, const QStringList &allowedHosts)
{
    m_view->open({m_own->url(path), m_own->url(QStringLiteral("/goodbye")), allowedHosts});
}

void CallViewTest::click()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("drawn")), patience);
    auto *web = m_view->findChild<QWebEngineView *>();
    QVERIFY(web);
    QTest::mouseClick(web->focusProxy(), Qt::LeftButton, {}, QPoint(100, 100));
}

int runCallViewTest(int argc, char **argv, const std::function<std::unique_ptr<QObject>()> &make)
{
    const QTemporaryDir root; // The engine writes in it until the application is gone.
    storageRoot = root.path();
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    return QTest::qExec(make().get(), argc, argv);
}

} // namespace teleconsult::test
