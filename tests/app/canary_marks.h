// Marks that must not be found where they do not belong, and how they are looked for.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>

namespace teleconsult::test {

inline const QByteArray markedKey = "ak_live_CANARYKEY7f3a9";
inline const QByteArray markedCodeKey =
    "CANARYCODEKEY-5d21b8e07c94a36f1b02"; ///< That codes for the kiosk are made with.
inline const QByteArray markedName = "Canarina";
inline const QByteArray markedId = "canary.person";

/// As it stands in files and on wires: plain, as UTF-16, in base64 wherever it begins, and as hexadecimal digits.
inline bool holds(const QByteArray &content, const QByteArray &mark)
{
    const QString text = QString::fromLatin1(mark);
    QByteArrayList shapes{
        mark, mark.toHex(),
        QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)))};
    for (const QByteArray &before : {QByteArray(), QByteArray("x"), QByteArray("xx")}) {
        // What stands beside the mark changes the first and the last of its digits.
        const QByteArray digits = (before + mark).toBase64(QByteArray::OmitTrailingEquals);
        shapes << digits.mid(4, digits.size() - 8);
    }
    return std::any_of(shapes.begin(), shapes.end(),
                       [&content](const QByteArray &shape) { return content.contains(shape); });
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace teleconsult::test
