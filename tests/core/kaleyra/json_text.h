// JSON as the tests write it.
#pragma once

#include <QJsonDocument>

namespace teleconsult::kaleyra::test {

inline QJsonDocument json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, "json", text.constData());
    return document;
}

} // namespace teleconsult::kaleyra::test
