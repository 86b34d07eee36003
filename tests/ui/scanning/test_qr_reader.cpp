// QR codes as a camera sees them: askew, small, blurred, dim, or none at all.
#include "ui/scanning/qr_reader.h"
#include "ui/widgets/qr_image.h"

#include <QPainter>
#include <QPolygonF>
#include <QRandomGenerator>
#include <QTest>
#include <QTransform>

#include <algorithm>
#include <functional>

using namespace teleconsult::ui;

namespace {

const QByteArray code("7K3M9QXD");
const QByteArray address("https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it");

/// What a camera of 640 × 480 sees of a desk. `pixels`: of a module's side.
class Scene
{
public:
    Scene()
    {
        m_image.fill(QColor(120, 120, 120));
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    Scene &add(const QByteArray &content, qreal pixels, QTransform turn = {}, QPointF at = {320, 240})
    {
        const QImage one = qrImage(content);
        const qreal half = one.width() / 2.0;
        const QImage large =
            one.scaled(one.size() * 16, Qt::IgnoreAspectRatio, Qt::FastTransformation); // Its edges stay sharp.
        m_painter.setTransform(QTransform::fromTranslate(-half, -half) * QTransform::fromScale(pixels, pixels) * turn *
                               QTransform::fromTranslate(at.x(), at.y()));
        m_painter.drawImage(QRectF(0, 0, one.width(), one.height()), large);
        return *this;
    }
    QImage picture()
    {
        m_painter.end();
        return m_image;
    }

private:
    QImage m_image{640, 480, QImage::Format_Grayscale8};
    QPainter m_painter;
};

QImage blurred(const QImage &picture, int times)
{
    return picture.scaled(picture.size() / times, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage each(QImage picture, const std::function<int(int)> &change)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const int grey = std::clamp(change(qGray(picture.pixel(x, y))), 0, 255);
            picture.setPixel(x, y, qRgb(grey, grey, grey));
        }
    }
    return picture;
}

QImage noisy(const QImage &picture, int strength)
{
    QRandomGenerator random(7);
    return each(picture, [&](int grey) { return grey + random.bounded(-strength, strength + 1); });
}

QTransform leaning()
{
    QTransform lean;
    const QPolygonF square({{-100, -100}, {100, -100}, {100, 100}, {-100, 100}});
    if (!QTransform::quadToQuad(square, QPolygonF({{-80, -90}, {85, -100}, {100, 100}, {-100, 90}}), lean))
        qFatal("No such transform");
    return lean;
}

} // namespace

class TestQrReader : public QObject
{
    Q_OBJECT
private slots:
    void codesAreRead_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<QList<QByteArray>>("contents");
        const QList<QByteArray> one{code};
        const auto turned = [](qreal degrees) { return QTransform().rotate(degrees); };

        QTest::newRow("straight") << Scene().add(code, 8).picture() << one;
        QTest::newRow("a long link") << Scene().add(address, 8).picture() << QList<QByteArray>{address};
        QTest::newRow("as large as the picture") << Scene().add(code, 16).picture() << one;
        for (const int degrees : {5, 15, 30, 45, 90, 135, 180, 270, 359})
            QTest::addRow("turned by %d degrees", degrees) << Scene().add(code, 7, turned(degrees)).picture() << one;
        QTest::newRow("small") << Scene().add(code, 3).picture() << one;
        QTest::newRow("small and turned") << Scene().add(code, 3.5, turned(20)).picture() << one;
        QTest::newRow("in a corner") << Scene().add(code, 4, {}, {70, 70}).picture() << one;
        QTest::newRow("leaning back") << Scene().add(code, 7, leaning()).picture() << one;
        QTest::newRow("blurred") << blurred(Scene().add(code, 8).picture(), 4) << one;
        QTest::newRow("noisy") << noisy(Scene().add(code, 6).picture(), 40) << one;
        QTest::newRow("dim") << each(Scene().add(code, 6).picture(), [](int grey) { return 30 + grey / 6; }) << one;
        QTest::newRow("glaring") << each(Scene().add(code, 6).picture(), [](int grey) { return 150 + grey / 3; })
                                 << one;
        QTest::newRow("in colours") << Scene().add(code, 8).picture().convertToFormat(QImage::Format_RGB32) << one;
        QTest::newRow("a slip's two")
            << Scene().add(address, 5, turned(4), {200, 240}).add(code, 5, turned(4), {500, 300}).picture()
            << QList<QByteArray>{code, address};
        QTest::newRow("with a zero byte")
            << Scene().add(QByteArray("a\0b", 3), 8).picture() << QList<QByteArray>{QByteArray("a\0b", 3)};
    }
    void codesAreRead()
    {
        QFETCH(QImage, picture);
        QFETCH(QList<QByteArray>, contents);
        QList<QByteArray> found = readQrCodes(picture);
        std::sort(found.begin(), found.end());
        QCOMPARE(found, contents);
    }

    void thereIsNone_data()
    {
        QTest::addColumn<QImage>("picture");
        const auto filled = [](QSize size, int grey) {
            QImage image(size, QImage::Format_Grayscale8);
            image.fill(QColor(grey, grey, grey));
            return image;
        };
        QTest::newRow("no picture") << QImage();
        QTest::newRow("one pixel") << filled({1, 1}, 0);
        QTest::newRow("one line") << filled({640, 1}, 255);
        QTest::newRow("dark") << filled({640, 480}, 0);
        QTest::newRow("light") << filled({640, 480}, 255);
        QTest::newRow("a desk") << Scene().picture();
        QTest::newRow("noise") << noisy(Scene().picture(), 120);
        QTest::newRow("half a code") << Scene().add(code, 8, {}, {0, 240}).picture();
        QTest::newRow("too far away") << Scene().add(code, 0.7).picture();
    }
    void thereIsNone()
    {
        QFETCH(QImage, picture);
        QCOMPARE(readQrCodes(picture), QList<QByteArray>());
    }

    /// Whoever covers it with codes keeps nobody busy for long.
    void aPictureFullOfCodes()
    {
        Scene scene;
        for (int i = 0; i < 12; ++i)
            scene.add("code" + QByteArray::number(i), 3.5, {}, QPointF(90 + 145 * (i % 4), 90 + 145 * (i / 4)));
        const QList<QByteArray> found = readQrCodes(scene.picture());
        QVERIFY(!found.isEmpty());
        QVERIFY(found.size() <= maximumQrCodes);
    }
};

QTEST_GUILESS_MAIN(TestQrReader)
#include "test_qr_reader.moc"
