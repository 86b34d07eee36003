// Text in a header.
#pragma once

#include <QByteArray>
#include <QString>

namespace teleconsult::http {

/// As the value of a header: UTF-8 on one line.
inline QByteArray headerValue(const QString &text)
{
    QByteArray value = text.toUtf8();
    value.removeIf([](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
    return value;
}

} // namespace teleconsult::http
