#include "core/sandbox/identifiers.h"

#include <QRandomGenerator>

namespace teleconsult::sandbox {

QString randomText(int length)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QString text;
    text.reserve(length);
    for (int i = 0; i < length; ++i)
        text.append(QLatin1Char(alphabet[QRandomGenerator::system()->bounded(int(sizeof(alphabet)) - 1)]));
    return text;
}

QString toApiDate(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

bool isSameSecret(const QByteArray &given, const QByteArray &expected)
{
    unsigned difference = given.size() == expected.size() ? 0U : 1U;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const char candidate = i < given.size() ? given.at(i) : '\0';
        difference |= static_cast<unsigned char>(candidate) ^ static_cast<unsigned char>(expected.at(i));
    }
    return difference == 0;
}

} // namespace teleconsult::sandbox
