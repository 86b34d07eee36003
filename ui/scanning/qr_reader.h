// Reads the QR codes in a picture.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

namespace teleconsult::ui {

/// More than these in one picture are not looked for.
inline constexpr int maximumQrCodes = 8;

/// What they hold, byte for byte, in whatever order they were found; turned and upside down ones too. A slip carries
/// two. Takes some milliseconds for a camera's picture, and may be called on any thread.
QList<QByteArray> readQrCodes(const QImage &picture);

} // namespace teleconsult::ui
