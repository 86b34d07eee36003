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

/// A form with one JPEG in it. The boundary is random, so the file does not contain it.
inline Form formWithJpeg(const QByteArray &part, const files::Content &jpeg)
{
    const QByteArray boundary = QUuid::createUuid().toByteArray(QUuid::Id128);
    const QByteArray before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part +
                              "\"; filename=\"background.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
    const QByteArray after = "\r\n--" + boundary + "--\r\n";
    return {"multipart/form-data; boundary=" + boundary, {before, jpeg, after}};
}

} // namespace teleconsult::http
