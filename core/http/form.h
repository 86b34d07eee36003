// Sending a file as a form does.
#pragma once

#include "core/files/content.h"

#include <QList>
#include <QUuid>

namespace teleconsult::http {

/// The body of a multipart/form-data request, and the header that says so.
struct Form
{
    QByteArray contentType;
    QList<files::Content> body; ///< One after another.
};

/// A form with one file in it. The boundary is random, so the file does not contain it.
inline Form formWithFile(const QByteArray &part, const QByteArray &fileName, const QByteArray &type,
                         const files::Content &file)
{
    const QByteArray boundary = QUuid::createUuid().toByteArray(QUuid::Id128);
    const QByteArray before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part +
                              "\"; filename=\"" + fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    const QByteArray after = "\r\n--" + boundary + "--\r\n";
    return {"multipart/form-data; boundary=" + boundary, {before, file, after}};
}

/// A form with one JPEG in it.
inline Form formWithJpeg(const QByteArray &part, const files::Content &jpeg)
{
    return formWithFile(part, "background.jpg", "image/jpeg", jpeg);
}

} // namespace teleconsult::http
