// From a file that somebody has to a picture that Kaleyra takes. Pure functions; slow ones, for another thread.
#pragma once

#include "core/domain/error.h"

#include <QImage>

namespace teleconsult::ui {

/// A picture as a person sees it: upright, opaque, in sRGB, whatever its file was.
struct BackgroundPicture
{
    QImage image;   ///< What was larger than is ever needed has been made smaller.
    QSize original; ///< As in the file, upright.
};

/// What of a picture is used.
enum class BackgroundShape {
    Screen, ///< As wide as a call page, 16 to 9.
    Whole,
};

/// What is cut out of a picture, and how large it is made.
struct BackgroundCut
{
    QRect from;
    QSize to;
};

/// Errors of kind Invalid, field virtual_background; codes: not_a_picture; unreadable_heic, …_avif, …_webp, …_tiff
/// and …_jp2 (a picture of that kind, which no plugin of Qt's can decode on this computer); damaged (cut off, or
/// decoding failed), too_small (enlarging it would be seen), too_many_pixels.
Result<BackgroundPicture> readPicture(const QByteArray &file);
/// As readPicture(); also file_unreadable, and too_many_bytes for what is larger than any picture.
Result<BackgroundPicture> readPictureFile(const QString &path);
/// What was pasted. Error: too_small.
Result<BackgroundPicture> takePicture(const QImage &image);

/// Whether the whole picture may be used: not when it is so long that Kaleyra's smallest side makes it huge.
bool mayStayWhole(const QSize &picture);

/// `position`: which part, from 0 (top or left) to 1, where the shape leaves a choice. No side of the result is
/// shorter than Kaleyra's smallest.
BackgroundCut cutOf(const QSize &picture, BackgroundShape shape, double position);

/// Cut out, scaled and written as a JPEG of at most `largest` bytes, with as much quality as that allows, and without
/// anything that a camera noted in it, such as the place. Error of kind Invalid: too_large.
Result<QByteArray> toBackground(const QImage &picture, const BackgroundCut &cut, qint64 largest);

} // namespace teleconsult::ui
