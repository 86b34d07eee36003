#include "ui/widgets/qr_image.h"

#include <qrencode.h>

#include <memory>

namespace teleconsult::ui {

namespace {

constexpr int quietZone = 4;

} // namespace

QImage qrImage(const QByteArray &content)
{
    if (content.isEmpty())
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(content.size()), reinterpret_cast<const unsigned char *>(content.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    QImage image(code->width + 2 * quietZone, code->width + 2 * quietZone, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.setPixel(x + quietZone, y + quietZone, qRgb(0, 0, 0));
        }
    }
    return image;
}

} // namespace teleconsult::ui
