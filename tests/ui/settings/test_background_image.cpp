// Ordinary files that people have, and what is made of them.
#include "core/domain/jpeg.h"
#include "core/service/company_settings.h"
#include "tests/ui/support/company_scene.h"
#include "ui/settings/background_image.h"
#include "ui/widgets/error_text.h"

#include <QImageReader>
#include <QImageWriter>
#include <QRandomGenerator>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

QByteArray written(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return QImageWriter(&buffer, format).write(image) ? bytes : QByteArray();
}

/// As a telephone held upright writes it: the picture lies on its side, and a note (EXIF, orientation 6) says so.
QByteArray lying(const QImage &image)
{
    static const QByteArray note("\xFF\xE1\x00\x22"
                                 "Exif\0\0"
                                 "MM\0\x2A\0\0\0\x08"
                                 "\0\x01"
                                 "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                                 "\0\0\0\0",
                                 36);
    return written(image, "jpg").insert(2, note);
}

/// Left half red, right half blue.
QImage halves(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter(&image).fillRect(size.width() / 2, 0, size.width(), size.height(), Qt::blue);
    return image;
}

/// What no compression makes small.
QImage noise(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), size.width());
    return image;
}

/// The first bytes of a file of this box (ISO 14496-12).
QByteArray begun(const char *box)
{
    return QByteArray("\0\0\0\x18", 4) + box + QByteArray("\0\0\0\0mif1heic", 12);
}

/// A PNG of this size, as far as its head goes.
QByteArray pngHead(quint32 width, quint32 height)
{
    QByteArray png = written(halves({8, 8}), "png");
    const auto put = [&png](int at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            png[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    quint32 sum = 0xFFFFFFFF; // CRC-32 of the head, which decoders check.
    for (const char byte : png.mid(12, 17)) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
    }
    put(29, ~sum);
    return png;
}

} // namespace

class TestBackgroundImage : public QObject
{
    Q_OBJECT

private slots:
    void ordinaryFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QSize>("size");
        const QImage wide = halves({1920, 1280});
        QTest::newRow("jpeg that fits") << written(wide, "jpg") << QSize(1920, 1280);
        QTest::newRow("jpeg that is too low") << written(halves({1920, 1080}), "jpg") << QSize(1920, 1080);
        QTest::newRow("png") << written(wide, "png") << QSize(1920, 1280);
        QTest::newRow("bmp") << written(halves({1300, 1300}), "bmp") << QSize(1300, 1300);
        QTest::newRow("turned by its EXIF note") << lying(wide) << QSize(1280, 1920);
        QTest::newRow("grey jpeg") << written(wide.convertToFormat(QImage::Format_Grayscale8), "jpg")
                                   << QSize(1920, 1280);
        QFile cmyk(QFINDTESTDATA("settings/data/cmyk.jpg"));
        QVERIFY(cmyk.open(QFile::ReadOnly));
        QTest::newRow("cmyk, as from a printer's shop") << cmyk.readAll() << QSize(1400, 1300);
        QTest::newRow("48 million pixels") << written(halves({8000, 6000}), "jpg") << QSize(8000, 6000);
    }
    void ordinaryFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QSize, size);
        const Result<BackgroundPicture> picture = readPicture(file);
        QVERIFY2(picture, picture ? "" : qPrintable(picture.error().code));
        QCOMPARE(picture->original, size);
        QCOMPARE(picture->image.format(), QImage::Format_RGB32);
        // What is made of it is what Kaleyra takes, whatever it was.
        for (const BackgroundShape shape : {BackgroundShape::Screen, BackgroundShape::Whole}) {
            const BackgroundCut cut = cutOf(picture->image.size(), shape, 0.5);
            const Result<QByteArray> jpeg = toBackground(picture->image, cut, service::maximumBackgroundBytes);
            QVERIFY(jpeg);
            QVERIFY(service::checkBackground(*jpeg));
            QCOMPARE(jpegSize(*jpeg), cut.to);
        }
    }

    void othersAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        const QByteArray jpeg = written(halves({1600, 1400}), "jpg");
        const QByteArray png = written(noise({700, 700}), "png");
        QTest::newRow("text") << QByteArray("hello, I am no picture") << "not_a_picture";
        QTest::newRow("nothing") << QByteArray() << "not_a_picture";
        QTest::newRow("svg, which may name other files")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='2000'/>") << "not_a_picture";
        QTest::newRow("pdf") << QByteArray("%PDF-1.7 and so on") << "not_a_picture";
        QTest::newRow("jpeg cut off") << jpeg.left(jpeg.size() * 2 / 3) << "damaged";
        QTest::newRow("png cut off") << png.left(png.size() / 2) << "damaged";
        QTest::newRow("jpeg's first bytes") << jpeg.left(20) << "damaged";
        QTest::newRow("small") << written(halves({1920, 639}), "jpg") << "too_small";
        QTest::newRow("huge png") << pngHead(30000, 30000) << "too_many_pixels";
        // Whether there is a plugin for these or not: their beginning alone decodes nowhere.
        QTest::newRow("heic") << begun("ftypheic") << "unreadable_heic";
        QTest::newRow("heic, as one of a kind") << begun("ftypmif1") << "unreadable_heic";
        QTest::newRow("avif") << begun("ftypavif") << "unreadable_avif";
        QTest::newRow("video") << begun("ftypisom") << "not_a_picture";
        QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << "unreadable_webp";
        QTest::newRow("tiff") << QByteArray("II*\0\0\0\0\0", 8) << "unreadable_tiff";
    }
    void othersAreToldApart()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, code);
        const Result<BackgroundPicture> picture = readPicture(file);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, code);
        QCOMPARE(picture.error().field, QStringLiteral("virtual_background"));
        const Error other = invalid(QStringLiteral("of_no_kind"), QString(), QString()).value();
        QVERIFY2(fieldErrorText(picture.error()) != fieldErrorText(other), "there are no words for it");
        if (code.startsWith(QLatin1String("unreadable_"))) {
            const QString words = fieldErrorText(picture.error());
            QVERIFY2(words.contains(code.section(u'_', 1).toUpper()) && words.contains(QStringLiteral("JPEG")),
                     qPrintable(words));
        }
    }

    void aFileThatIsNotThere()
    {
        QCOMPARE(readPictureFile(QStringLiteral("/nowhere/picture.jpg")).error().code,
                 QStringLiteral("file_unreadable"));
    }

    void itIsUpright()
    {
        const Result<BackgroundPicture> picture = readPicture(lying(halves({1400, 1300})));
        QVERIFY(picture);
        // Turned by a quarter, left and right are above and below.
        QVERIFY(picture->image.pixelColor(650, 20).red() > 200);
        QVERIFY(picture->image.pixelColor(650, 1380).blue() > 200);
    }

    void cmykHasItsColours()
    {
        const Result<BackgroundPicture> picture = readPictureFile(QFINDTESTDATA("settings/data/cmyk.jpg"));
        QVERIFY(picture);
        const QColor top = picture->image.pixelColor(700, 10);
        const QColor bottom = picture->image.pixelColor(700, 1290);
        QVERIFY2(top.red() > top.blue() + 80, qPrintable(top.name()));
        QVERIFY2(bottom.blue() > bottom.red() + 80, qPrintable(bottom.name()));
    }

    void whatIsTransparentBecomesWhite()
    {
        QImage glass(1300, 1300, QImage::Format_ARGB32);
        glass.fill(Qt::transparent);
        const Result<BackgroundPicture> picture = readPicture(written(glass, "png"));
        QVERIFY(picture);
        QCOMPARE(picture->image.pixelColor(5, 5), QColor(Qt::white));
    }

    void aVeryLargePhotoTakesLittleMemory()
    {
        const Result<BackgroundPicture> picture = readPicture(written(halves({9000, 8000}), "jpg"));
        QVERIFY(picture);
        QCOMPARE(picture->original, QSize(9000, 8000));
        QVERIFY(picture->image.width() < 4000);
    }

    void cuts_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<bool>("screen");
        QTest::addColumn<double>("position");
        QTest::addColumn<QRect>("from");
        QTest::addColumn<QSize>("to");
        QTest::newRow("a screen's own shape")
            << QSize(2560, 1440) << true << 0.5 << QRect(0, 0, 2560, 1440) << QSize(2560, 1440);
        QTest::newRow("larger than is seen")
            << QSize(5120, 2880) << true << 0.5 << QRect(0, 0, 5120, 2880) << QSize(2560, 1440);
        QTest::newRow("full HD, enlarged")
            << QSize(1920, 1080) << true << 0.5 << QRect(0, 0, 1920, 1080) << QSize(2275, 1280);
        QTest::newRow("upright, its middle")
            << QSize(3000, 4000) << true << 0.5 << QRect(0, 1157, 3000, 1687) << QSize(2560, 1440);
        QTest::newRow("upright, its top")
            << QSize(3000, 4000) << true << 0.0 << QRect(0, 0, 3000, 1687) << QSize(2560, 1440);
        QTest::newRow("panorama, its right end")
            << QSize(8000, 2000) << true << 1.0 << QRect(4445, 0, 3555, 2000) << QSize(2560, 1440);
        QTest::newRow("whole, as it is") << QSize(1600, 1300) << false << 0.5 << QRect(0, 0, 1600, 1300)
                                         << QSize(1600, 1300);
        QTest::newRow("whole, enlarged") << QSize(1280, 640) << false << 0.5 << QRect(0, 0, 1280, 640)
                                         << QSize(2560, 1280);
        QTest::newRow("whole, made smaller")
            << QSize(8192, 4096) << false << 0.5 << QRect(0, 0, 8192, 4096) << QSize(4096, 2048);
    }
    void cuts()
    {
        QFETCH(QSize, picture);
        QFETCH(bool, screen);
        QFETCH(double, position);
        const BackgroundCut cut = cutOf(picture, screen ? BackgroundShape::Screen : BackgroundShape::Whole, position);
        QTEST(cut.from, "from");
        QTEST(cut.to, "to");
    }

    void aStripIsAlwaysCut()
    {
        QVERIFY(mayStayWhole({4000, 1280}));
        QVERIFY(!mayStayWhole({1000, 4000}));
    }

    void qualityIsLoweredUntilItFits()
    {
        const QImage picture = noise({1400, 1400});
        const BackgroundCut cut = cutOf(picture.size(), BackgroundShape::Whole, 0);
        const Result<QByteArray> best = toBackground(picture, cut, service::maximumBackgroundBytes);
        QVERIFY(best);
        const Result<QByteArray> smaller = toBackground(picture, cut, best->size() / 2);
        QVERIFY(smaller);
        QVERIFY(smaller->size() <= best->size() / 2);
        const Result<QByteArray> none = toBackground(picture, cut, 1000);
        QVERIFY(!none);
        QCOMPARE(none.error().code, QStringLiteral("too_large"));
    }

    void whatTheCameraNotedIsLeftOut()
    {
        QImage noted = halves({1400, 1300});
        noted.setText(QStringLiteral("Description"), QStringLiteral("Via Roma 1, at home"));
        const QByteArray file = written(noted, "jpg");
        QVERIFY(file.contains("Via Roma"));
        const Result<BackgroundPicture> picture = readPicture(file);
        QVERIFY(picture);
        const BackgroundCut cut = cutOf(picture->image.size(), BackgroundShape::Whole, 0);
        const Result<QByteArray> jpeg = toBackground(picture->image, cut, service::maximumBackgroundBytes);
        QVERIFY(jpeg && !jpeg->contains("Via Roma"));
    }
};

QTEST_MAIN(TestBackgroundImage)
#include "test_background_image.moc"
