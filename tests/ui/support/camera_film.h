// A film for the engine's pretended camera, made of one picture.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSaveFile>

namespace teleconsult::test {

/// What the engine is to be started with, to see the film instead of a camera. No blanks in the path.
inline QByteArray cameraFlags(const QString &path)
{
    return "--use-fake-device-for-media-stream --use-file-for-fake-video-capture=" + QFile::encodeName(path);
}

/// As a camera sees it that is held still: YUV4MPEG2, without colours. Even width and height. A camera that is opened
/// afterwards shows it; one that is open reads the film before to its end.
inline bool writeFilm(const QString &path, const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray frame("FRAME\n");
    for (int y = 0; y < grey.height(); ++y)
        frame.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    frame.append(grey.width() * grey.height() / 2, char(128)); // both planes of colour, a quarter each
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write("YUV4MPEG2 W" + QByteArray::number(grey.width()) + " H" + QByteArray::number(grey.height()) +
                      " F15:1 Ip A1:1 C420mpeg2\n") > 0 &&
           file.write(frame + frame) == 2 * frame.size() && file.commit();
}

/// Whether a camera shows it just now, in whichever process the engine has its devices.
inline bool isFilmOpen(const QString &path)
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    const QDir processes(QStringLiteral("/proc"));
    for (const QString &process : processes.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile name(processes.filePath(process + QStringLiteral("/comm")));
        const bool mayBe = process.toLongLong() == QCoreApplication::applicationPid() ||
                           (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("QtWebEngine"));
        if (!mayBe)
            continue;
        const QDir open(processes.filePath(process + QStringLiteral("/fd")));
        for (const QFileInfo &file : open.entryInfoList(QDir::Files | QDir::System)) {
            if (file.symLinkTarget() == wanted)
                return true;
        }
    }
    return false;
}

} // namespace teleconsult::test
