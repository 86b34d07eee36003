#include "ui/scanning/qr_reader.h"

#include <ZXing/ReadBarcode.h>

#include <exception>

namespace teleconsult::ui {

namespace {

// The library's options had another name before version 2.2 (Debian 12 has 1.4, Debian 13 has 2.3).
#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

/// How light is told from dark: by what is around each spot, which copes with shadows, and in the picture as a whole,
/// which copes with glare.
Options options(ZXing::Binarizer binarizer)
{
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setMaxNumberOfSymbols(maximumQrCodes);
    options.setBinarizer(binarizer);
    return options;
}

} // namespace

QList<QByteArray> readQrCodes(const QImage &picture)
{
    if (picture.isNull())
        return {};
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QList<QByteArray> contents;
    try {
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                    int(grey.bytesPerLine()));
        for (const ZXing::Binarizer binarizer : {ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram}) {
            for (const auto &found : ZXing::ReadBarcodes(view, options(binarizer))) {
                const auto &bytes = found.bytes();
                contents << QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
            }
            if (!contents.isEmpty())
                break;
        }
    } catch (const std::exception &) {
        // The picture is anybody's: one that the library cannot cope with holds no codes.
        contents.clear();
    }
    return contents;
}

} // namespace teleconsult::ui
