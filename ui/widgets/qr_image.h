// A text as the picture of a QR code.
#pragma once

#include <QByteArray>
#include <QImage>

namespace teleconsult::ui {

/// One pixel a module, dark on white, quiet zone of 4 modules included; error correction level M. Null for content that
/// is empty, or too long for a QR code.
QImage qrImage(const QByteArray &content);

} // namespace teleconsult::ui
