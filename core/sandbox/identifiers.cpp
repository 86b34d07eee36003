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

} // namespace teleconsult::sandbox
