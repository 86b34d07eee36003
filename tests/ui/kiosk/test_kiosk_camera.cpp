// A slip before the kiosk's camera, from paper to greeting: with the real engine, which sees a film of the slip.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "tests/ui/support/camera_film.h"
#include "ui/call/engine/call_engine_plugin.h"
#include "ui/kiosk/scan_panel.h"
#include "ui/sharing/patient_slip.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTemporaryDir>

#include <memory>

using namespace teleconsult;
using namespace teleconsult::test;
using Page = ui::KioskWindow::Page;

namespace {

constexpr std::chrono::seconds patience{60}; // Only ever used up by a test that fails.
QString root;

QString film()
{
    return root + QStringLiteral("/film.y4m");
}

/// The lower half of a printed slip, a little askew, as somebody holds it before a camera of 1280 × 720.
QImage heldSlip(const QString &kioskCode)
{
    const ui::PatientSlip slip{
        .fullName = QStringLiteral("Luca Romano"),
        .language = Language::Italian,
        .start = QDateTime(QDate(2026, 3, 2), QTime(9, 10), Qt::UTC),
        .end = QDateTime(QDate(2026, 3, 2), QTime(9, 40), Qt::UTC),
        .code = QByteArrayLiteral("https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it"),
        .isOwnLink = true,
        .kioskCode = kioskCode};
    constexpr QSize paper(420, 595); // points, margins left out
    constexpr int scale = 4;
    QImage page(paper * scale, QImage::Format_Grayscale8);
    QPainter onPaper(&page);
    onPaper.scale(scale, scale);
    paintSlip(onPaper, QRectF(QPointF(), QSizeF(paper)), slip);
    onPaper.end();
    QImage picture(1280, 720, QImage::Format_Grayscale8);
    picture.fill(QColor(90, 90, 90));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(640, 360);
    painter.rotate(6);
    painter.drawImage(QRectF(-430, -830, 860, 1220), page);
    painter.end();
    return picture;
}

} // namespace

class TestKioskCamera : public QObject
{
    Q_OBJECT

    std::unique_ptr<ui::CallEnginePlugin> m_engine;
    std::unique_ptr<KioskScene> m_scene;

    bool openCamera() const
    {
        return m_scene->click("kioskStartCodeButton") && waitUntil([] { return isFilmOpen(film()); }, patience);
    }

private slots:
    void init()
    {
        m_engine = std::make_unique<ui::CallEnginePlugin>();
        m_scene = std::make_unique<KioskScene>();
        m_scene->realEngine = m_engine.get();
    }
    void cleanup()
    {
        m_scene.reset();
        m_engine.reset();
    }

    void fromTheSlipToTheGreeting()
    {
        const QImage slip = heldSlip(m_scene->code());
        const QString pictures = qEnvironmentVariable("TELECONSULT_PICTURES");
        if (!pictures.isEmpty())
            slip.save(QDir(pictures).filePath(QStringLiteral("kiosk-held-slip.png")));
        QVERIFY(writeFilm(film(), slip));
        QVERIFY(openCamera());
        QVERIFY(waitUntil([this] { return m_scene->window->page() == Page::Greeting; }, patience));
        QVERIFY(m_scene->words().contains(QStringLiteral("Luca")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Romano")));
        QVERIFY(waitUntil([] { return !isFilmOpen(film()); }, patience));
        QVERIFY(m_scene->click("kioskGreetingNoButton"));
        QVERIFY(m_scene->reaches(Page::Start));
    }

    /// Such as the codes on a bottle, a poster, or for a telephone.
    void aForeignCodeIsSaidToBeOne()
    {
        QVERIFY(writeFilm(film(), heldSlip({})));
        QVERIFY(openCamera());
        QVERIFY(waitUntil([this] { return m_scene->words().contains(QStringLiteral("not a code for the kiosk")); },
                          patience));
        QCOMPARE(m_scene->window->page(), Page::Code);
        const QString pictures = qEnvironmentVariable("TELECONSULT_PICTURES");
        if (!pictures.isEmpty())
            m_scene->window->screen()
                ->grabWindow(m_scene->window->winId())
                .save(QDir(pictures).filePath(QStringLiteral("kiosk-camera.png")));
        QVERIFY(m_scene->click("kioskCodeBackButton"));
        QVERIFY(waitUntil([] { return !isFilmOpen(film()); }, patience));
    }

    /// Nothing is kept of what it saw, and the next one has a camera again.
    void theSessionEndsWhileItIsOn()
    {
        QVERIFY(writeFilm(film(), heldSlip({})));
        for (int person = 0; person < 2; ++person) {
            QVERIFY(openCamera());
            m_scene->window->clearSession();
            QVERIFY(waitUntil([] { return !isFilmOpen(film()); }, patience));
            QVERIFY(!m_scene->window->findChild<ui::ScanPanel *>()->isOn());
        }
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    root = folder.path();
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", cameraFlags(film()));
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    TestKioskCamera test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kiosk_camera.moc"
