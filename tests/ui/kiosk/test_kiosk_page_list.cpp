// A call page's own list, of cameras perhaps: it shows in a window of the engine's, and can be chosen from at the
// kiosk.
#include "tests/ui/call/engine/page_server.h"
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/call/engine/call_engine_plugin.h"

#include <QGuiApplication>
#include <QWebEngineView>
#include <QWindow>

using namespace teleconsult;
using namespace teleconsult::test;
using Page = ui::KioskWindow::Page;

namespace {

constexpr std::chrono::seconds patience{60}; // Only ever used up by a test that fails.

QString pageWithList()
{
    return QStringLiteral(
        "<style>select { position: fixed; left: 40px; top: 40px; width: 400px; height: 80px;"
        " font-size: 30px }</style>"
        "<select id=list><option>front</option><option>table</option><option>ceiling</option></select>"
        "<script>list.onchange = () => report(list.value);"
        "requestAnimationFrame(() => requestAnimationFrame(() => report('painted')));</script>");
}

/// Besides the kiosk's own.
QWindow *windowOfEngine(const QWidget &kiosk)
{
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (QWindow *window : windows) {
        if (window->isVisible() && window != kiosk.windowHandle())
            return window;
    }
    return nullptr;
}

} // namespace

class TestKioskPageList : public QObject
{
    Q_OBJECT

private slots:
    void somethingIsChosenFromIt()
    {
        PageServer server;
        ui::CallEnginePlugin engine;
        KioskScene scene;
        scene.realEngine = &engine;
        scene.window->fillScreen();
        server.addPage(QStringLiteral("/call-patient"), pageWithList());
        scene.scriptRoomOfBoth(server.url(QStringLiteral("/call")).toEncoded());
        QVERIFY(scene.askForCall());
        const auto isReported = [&](const char *word) { return server.reports().contains(QLatin1String(word)); };
        QVERIFY(waitUntil([&] { return scene.window->isInCall() && isReported("painted"); }, patience));
        const auto *view = scene.window->findChild<QWebEngineView *>();
        QVERIFY(view && view->focusProxy());

        QTest::mouseClick(view->focusProxy(), Qt::LeftButton, {}, QPoint(100, 80));
        QVERIFY(waitUntil([&] { return windowOfEngine(*scene.window) != nullptr; }, patience));
        // It takes no click before it is painted, and goes with the one that it takes.
        QVERIFY(waitUntil(
            [&] {
                if (QWindow *list = windowOfEngine(*scene.window))
                    QTest::mouseClick(list, Qt::LeftButton, {}, QPoint(60, list->height() * 5 / 6));
                return isReported("ceiling");
            },
            patience));
        QVERIFY(waitUntil([&] { return !windowOfEngine(*scene.window); }, patience));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    TestKioskPageList test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kiosk_page_list.moc"
