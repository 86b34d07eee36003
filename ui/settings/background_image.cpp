#include "ui/settings/background_image.h"

#include "core/domain/jpeg.h"
#include "core/service/company_settings.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int minimumSide = service::minimumBackgroundSide;
/// Enlarged to twice its size a picture behind a person still looks right.
constexpr int minimumSource = minimumSide / 2;
/// Larger than a call page ever shows it.
constexpr QSize maximumScreen(2560, 1440);
constexpr int maximumSide = 4096;
/// A telephone's picture has up to 200 million pixels; as JPEG it can be decoded smaller at once. Others are decoded
/// whole: four bytes a pixel have to fit into Qt's limit.
constexpr qint64 maximumPixels = 60LL * 1000 * 1000;
constexpr int allocationMegabytes = 256;
constexpr qint64 maximumBytes = 200LL * 1024 * 1024;

Error flaw(const QString &code)
{
    return invalid(code, QStringLiteral("virtual_background"), code).value();
}

bool isPhotoFormat(const QByteArray &format)
{
    // Not SVG, which may name other files, and no documents.
    static const QList<QByteArray> known{"jpeg", "jpg", "png",  "webp", "bmp",  "gif",
                                         "tiff", "tif", "heic", "heif", "avif", "jp2"};
    return known.contains(format.toLower());
}

/// Of kinds that people have and Qt reads with a plugin only: "heic", "avif", "webp", "tiff" or "jp2"; empty: another.
QString pluginKindOf(const QByteArray &file)
{
    if (file.mid(4, 4) == "ftyp") { // ISO 14496-12: HEIC and AVIF begin so, with the brand.
        static const QList<QByteArray> heic{"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"};
        static const QList<QByteArray> avif{"avif", "avis"};
        const QByteArray brand = file.mid(8, 4);
        return heic.contains(brand)   ? QStringLiteral("heic")
               : avif.contains(brand) ? QStringLiteral("avif")
                                      : QString();
    }
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return QStringLiteral("webp");
    if (file.startsWith(QByteArray("II*\0", 4)) || file.startsWith(QByteArray("MM\0*", 4)))
        return QStringLiteral("tiff");
    return file.startsWith(QByteArray("\0\0\0\x0CjP  ", 8)) ? QStringLiteral("jp2") : QString();
}

/// What to say of a file that nothing here reads. A plugin may know a kind and lack what decodes it, as HEVC: the
/// answer is the same then.
Error unreadable(const QByteArray &file, const QString &otherwise)
{
    const QString kind = pluginKindOf(file);
    return flaw(kind.isEmpty() ? otherwise : QStringLiteral("unreadable_") + kind);
}

/// How large to decode a JPEG of this size; invalid: as it is.
QSize decodedSize(const QSize &size)
{
    const int needed = 2 * maximumScreen.height();
    if (std::min(size.width(), size.height()) <= needed)
        return {};
    return size.scaled(needed, needed, Qt::KeepAspectRatioByExpanding);
}

/// In sRGB, opaque, and without the texts that a file may hold.
QImage plain(QImage image)
{
    const QColorSpace space = image.colorSpace();
    const QPixelFormat::ColorModel model = image.pixelFormat().colorModel();
    const bool converts = model == QPixelFormat::RGB || model == QPixelFormat::Grayscale;
    const bool hasAlpha = image.hasAlphaChannel();
    image = image.convertToFormat(hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (converts && space.isValid() && space != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    QImage made(image.size(), QImage::Format_RGB32);
    made.fill(Qt::white);
    QPainter(&made).drawImage(0, 0, image);
    return made;
}

bool isTooSmall(const QSize &size)
{
    return std::min(size.width(), size.height()) < minimumSource;
}

} // namespace

Result<BackgroundPicture> readPicture(const QByteArray &file)
{
    QImageReader::setAllocationLimit(allocationMegabytes);
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format.isEmpty() || !isPhotoFormat(format))
        return failure(unreadable(file, QStringLiteral("not_a_picture")));
    const bool isJpeg = format == "jpeg" || format == "jpg";
    const QSize stored = reader.size();
    if (!stored.isValid())
        return failure(unreadable(file, QStringLiteral("damaged")));
    if (isJpeg && !isCompleteJpeg(file))
        return failure(flaw(QStringLiteral("damaged")));
    if (isTooSmall(stored))
        return failure(flaw(QStringLiteral("too_small")));
    if (isJpeg && decodedSize(stored).isValid())
        reader.setScaledSize(decodedSize(stored));
    else if (qint64(stored.width()) * stored.height() > maximumPixels)
        return failure(flaw(QStringLiteral("too_many_pixels")));

    const QImageIOHandler::Transformations turned = reader.transformation();
    QImage image = reader.read();
    if (image.isNull())
        return failure(flaw(QStringLiteral("damaged")));
    const bool liesDown = turned & QImageIOHandler::TransformationRotate90;
    return BackgroundPicture{plain(std::move(image)), liesDown ? stored.transposed() : stored};
}

Result<BackgroundPicture> readPictureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(flaw(QStringLiteral("file_unreadable")));
    if (file.size() > maximumBytes)
        return failure(flaw(QStringLiteral("too_many_bytes")));
    return readPicture(file.readAll());
}

Result<BackgroundPicture> takePicture(const QImage &image)
{
    if (isTooSmall(image.size()))
        return failure(flaw(QStringLiteral("too_small")));
    return BackgroundPicture{plain(image), image.size()};
}

bool mayStayWhole(const QSize &picture)
{
    const int longer = std::max(picture.width(), picture.height());
    const int shorter = std::min(picture.width(), picture.height());
    return longer * minimumSide <= shorter * maximumSide;
}

BackgroundCut cutOf(const QSize &picture, BackgroundShape shape, double position)
{
    if (shape == BackgroundShape::Whole) {
        const int shorter = std::min(picture.width(), picture.height());
        const int longer = std::max(picture.width(), picture.height());
        // As it is, but for what is too small or larger than any use.
        const double factor = std::max(double(minimumSide) / shorter, std::min(1.0, double(maximumSide) / longer));
        const QSize to(std::max(minimumSide, qRound(picture.width() * factor)),
                       std::max(minimumSide, qRound(picture.height() * factor)));
        return {QRect(QPoint(), picture), to};
    }
    const QSize cut = maximumScreen.scaled(picture, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QSize spare = picture - cut;
    const QPoint corner(qRound(spare.width() * position), qRound(spare.height() * position));
    const QSize least = maximumScreen.scaled(minimumSide, minimumSide, Qt::KeepAspectRatioByExpanding);
    const QSize to = cut.height() > maximumScreen.height() ? maximumScreen
                     : cut.height() < least.height()       ? least
                                                           : cut;
    return {QRect(corner, cut), to};
}

Result<QByteArray> toBackground(const QImage &picture, const BackgroundCut &cut, qint64 largest)
{
    QSize to = cut.to;
    while (true) {
        const QImage made = picture.copy(cut.from).scaled(to, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        for (const int quality : {92, 85, 78, 70, 60, 50}) {
            QByteArray jpeg;
            QBuffer buffer(&jpeg);
            buffer.open(QIODevice::WriteOnly);
            QImageWriter writer(&buffer, "jpeg");
            writer.setQuality(quality);
            if (writer.write(made) && jpeg.size() <= largest)
                return jpeg;
        }
        // Finer than any picture needs: smaller, as long as Kaleyra takes it.
        const QSize smaller = to * 0.8;
        if (std::min(smaller.width(), smaller.height()) < minimumSide)
            return failure(flaw(QStringLiteral("too_large")));
        to = smaller;
    }
}

} // namespace teleconsult::ui
