// Pictures of a phone where Qt has a plugin for them.
#include "core/domain/jpeg.h"
#include "core/service/company_settings.h"
#include "ui/settings/background_image.h"

#include <QBuffer>
#include <QImageIOPlugin>
#include <QPainter>
#include <QTest>
#include <QtPlugin>

using namespace teleconsult;
using namespace teleconsult::ui;

namespace {

/// The box that a HEIC file begins with, of this brand (ISO 23008-12).
QByteArray heicHead(const QByteArray &brand)
{
    return QByteArray("\0\0\0\x18", 4) + "ftyp" + brand + QByteArray("\0\0\0\0mif1heic", 12);
}

/// As the system's plugin behaves: it knows files by their brand, names them "heic", tells their size, and turns them
/// upright itself. HEVC is replaced by PNG; what is of the brand "heix" lacks its decoder, as where libheif has none.
class HeicHandler : public QImageIOHandler
{
public:
    static bool knows(QIODevice *device)
    {
        const QByteArray head = device->peek(12);
        return head.mid(4, 4) == "ftyp" && head.mid(8, 3) == "hei";
    }

    bool canRead() const override
    {
        setFormat("heic");
        return knows(device());
    }
    bool read(QImage *image) override
    {
        *image = decoded();
        return !image->isNull();
    }
    bool supportsOption(ImageOption option) const override { return option == Size; }
    QVariant option(ImageOption option) const override
    {
        const QImage image = option == Size ? decoded() : QImage();
        return image.isNull() ? QVariant() : QVariant(image.size());
    }

private:
    QImage decoded() const
    {
        const QByteArray file = device()->peek(device()->size());
        const QByteArray head = heicHead("heic");
        return file.startsWith(head) ? QImage::fromData(file.mid(head.size()), "png") : QImage();
    }
};

} // namespace

class HeicPlugin : public QImageIOPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QImageIOHandlerFactoryInterface_iid FILE "data/heic_plugin.json")

public:
    Capabilities capabilities(QIODevice *device, const QByteArray &format) const override
    {
        if (format == "heic")
            return CanRead;
        return format.isEmpty() && device && HeicHandler::knows(device) ? CanRead : Capabilities();
    }
    QImageIOHandler *create(QIODevice *device, const QByteArray &format) const override
    {
        auto *handler = new HeicHandler;
        handler->setDevice(device);
        handler->setFormat(format);
        return handler;
    }
};

Q_IMPORT_PLUGIN(HeicPlugin)

class TestBackgroundWithPlugin : public QObject
{
    Q_OBJECT

private slots:
    void whatTheSystemReadsBecomesAJpeg()
    {
        QImage photo(3024, 4032, QImage::Format_RGB32);
        photo.fill(Qt::blue);
        QPainter(&photo).fillRect(0, 0, 3024, 2016, Qt::red);
        const Result<BackgroundPicture> read = readPicture(heicHead("heic") + png(photo));
        QVERIFY2(read, read ? "" : qPrintable(read.error().code));
        QCOMPARE(read->original, QSize(3024, 4032));
        const BackgroundCut cut = cutOf(read->image.size(), BackgroundShape::Screen, 0.0);
        const Result<QByteArray> jpeg = toBackground(read->image, cut, service::maximumBackgroundBytes);
        QVERIFY(jpeg && isCompleteJpeg(*jpeg));
        const QImage made = QImage::fromData(*jpeg, "jpeg");
        QVERIFY(std::min(made.width(), made.height()) >= service::minimumBackgroundSide);
        const QColor top = made.pixelColor(made.width() / 2, 10);
        QVERIFY(top.red() > 200 && top.blue() < 60); // The upper part, the right way up.
    }

    /// The plugin knows the kind, and nothing decodes it.
    void whatNothingDecodesSaysItsKind()
    {
        QImage photo(1600, 1600, QImage::Format_RGB32);
        photo.fill(Qt::blue);
        QCOMPARE(readPicture(heicHead("heix") + png(photo)).error().code, QStringLiteral("unreadable_heic"));
    }

    void aSmallOneIsTooSmall()
    {
        QImage photo(320, 320, QImage::Format_RGB32);
        photo.fill(Qt::blue);
        QCOMPARE(readPicture(heicHead("heic") + png(photo)).error().code, QStringLiteral("too_small"));
    }

private:
    static QByteArray png(const QImage &image)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return bytes;
    }
};

QTEST_GUILESS_MAIN(TestBackgroundWithPlugin)
#include "test_background_with_plugin.moc"
