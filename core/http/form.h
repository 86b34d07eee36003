// Sending a file as a form does.
#pragma once

#include <QByteArray>
#include <QUuid>

namespace teleconsult::http {

/// The body of a multipart/form-data request, and the header that says so.
struct Form
{
    QByteArray contentType;
    QByteArray body;
};

/// A form with one JPEG in it. The boundary is random, so the file does not contain it.
inline Form formWithJpeg(const QByteArray &part, const QByteArray &jpeg)
{
    const QByteArray boundary = QUuid::createUuid().toByteArray(QUuid::Id128);
    return {"multipart/form-data; boundary=" + boundary,
            "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part +
                "\"; filename=\"background.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" + jpeg + "\r\n--" + boundary +
                "--\r\n"};
}

} // namespace teleconsult::http
