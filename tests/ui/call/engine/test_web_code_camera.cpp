// The camera as a reader of codes, with the real engine and films in the place of a camera.
#include "tests/ui/support/camera_film.h"
#include "tests/ui/support/keyboard.h"
#include "ui/call/engine/call_engine_plugin.h"
#include "ui/widgets/qr_image.h"

#include <QApplication>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace teleconsult;
using namespace teleconsult::test;
using namespace teleconsult::ui;

using State = DevicePreview::State;

namespace {

constexpr int patience = 60000; // Milliseconds. Only ever used up by a test that fails.
QString root;

QString film()
{
    return root + QStringLiteral("/film.y4m");
}

QImage desk(const QList<QByteArray> &contents)
{
    QImage picture(640, 480, QImage::Format_Grayscale8);
    picture.fill(QColor(120, 120, 120));
    QPainter painter(&picture);
    int left = 40;
    for (const QByteArray &content : contents) {
        painter.drawImage(QRect(left, 120, 240, 240), qrImage(content));
        left += 300;
    }
    painter.end();
    return picture;
}

} // namespace

class TestWebCodeCamera : public QObject
{
    Q_OBJECT

    std::unique_ptr<CallEnginePlugin> m_engine;
    std::unique_ptr<QWidget> m_window;
    CodeCamera *m_camera = nullptr;
    int m_count = 0;

    void open()
    {
        m_camera = m_engine->createCodeCamera(QStringLiteral("%1/%2").arg(root).arg(++m_count), m_window.get());
        m_camera->resize(m_window->size());
        m_camera->show();
    }
    static bool has(const QSignalSpy &seen, const QList<QByteArray> &contents)
    {
        const auto holdsAll = [&](const QList<QVariant> &told) {
            const auto found = told.first().value<QList<QByteArray>>();
            return found.size() == contents.size() &&
                   std::all_of(contents.begin(), contents.end(), [&](const auto &one) { return found.contains(one); });
        };
        return std::any_of(seen.begin(), seen.end(), holdsAll);
    }

private slots:
    void init()
    {
        m_engine = std::make_unique<CallEnginePlugin>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(640, 480);
        m_window->show();
        QVERIFY(waitUntilExposed(*m_window));
    }
    void cleanup()
    {
        m_window.reset();
        m_engine.reset();
    }

    void itReadsWhatIsBeforeIt_data()
    {
        QTest::addColumn<QList<QByteArray>>("contents");
        QTest::newRow("one") << QList<QByteArray>{"7K3M9QXD"};
        QTest::newRow("two") << QList<QByteArray>{"https://clinic.bandyer.example/8a7f-93be?lang=it", "7K3M9QXD"};
        QTest::newRow("none") << QList<QByteArray>{};
    }
    void itReadsWhatIsBeforeIt()
    {
        QFETCH(QList<QByteArray>, contents);
        QVERIFY(writeFilm(film(), desk(contents)));
        open();
        QSignalSpy states(m_camera, &CodeCamera::stateChanged);
        QSignalSpy seen(m_camera, &CodeCamera::seen);
        m_camera->use({});
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty() && states.last().first().value<State>() == State::Working, patience);
        QTRY_VERIFY_WITH_TIMEOUT(has(seen, contents), patience);
        QVERIFY(isFilmOpen(film()));
        // Again and again, as long as it is on.
        const qsizetype before = seen.size();
        QTRY_VERIFY_WITH_TIMEOUT(seen.size() > before + 1, patience);
    }

    void theCameraIsLetGoOf_data()
    {
        QTest::addColumn<bool>("byTheEngine");
        QTest::newRow("with its widget") << false;
        QTest::newRow("by an engine that forgets") << true;
    }
    void theCameraIsLetGoOf()
    {
        QFETCH(bool, byTheEngine);
        QVERIFY(writeFilm(film(), desk({})));
        open();
        m_camera->use({});
        QTRY_VERIFY_WITH_TIMEOUT(isFilmOpen(film()), patience);
        QVERIFY(!m_engine->letGo());
        if (byTheEngine)
            m_engine->forget(QStringLiteral("%1/%2").arg(root).arg(m_count));
        else
            delete m_camera;
        QTRY_VERIFY_WITH_TIMEOUT(!isFilmOpen(film()), patience);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder; // The engine writes in it until the application is gone.
    root = folder.path();
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", cameraFlags(film()));
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    TestWebCodeCamera test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_web_code_camera.moc"
