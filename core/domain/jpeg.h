// Tells a JPEG by its content.
#pragma once

#include <QByteArray>
#include <QSize>

#include <functional>

namespace teleconsult {

/// Reads up to `size` bytes from `offset` on; fewer: there are no more.
using ByteSource = std::function<QByteArray(qint64 offset, qint64 size)>;

/// The dimensions in the frame header of a JPEG; invalid: not a JPEG, or a damaged one. Reads no more than the heads of
/// its segments.
QSize jpegSize(const ByteSource &content);
QSize jpegSize(const QByteArray &content);

/// Whether the picture is there to its end: decoders show what is cut off as if nothing were missing.
bool isCompleteJpeg(const QByteArray &content);

} // namespace teleconsult
