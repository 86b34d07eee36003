// Tells a JPEG by its content.
#pragma once

#include <QByteArray>
#include <QSize>

namespace teleconsult {

/// The dimensions in the frame header of a JPEG; invalid: not a JPEG, or a damaged one.
QSize jpegSize(const QByteArray &content);

} // namespace teleconsult
