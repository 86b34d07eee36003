#include "core/serving/secret.h"

namespace teleconsult::serving {

bool isSameSecret(const QByteArray &given, const QByteArray &expected)
{
    unsigned difference = given.size() == expected.size() ? 0U : 1U;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const char candidate = i < given.size() ? given.at(i) : '\0';
        difference |= static_cast<unsigned char>(candidate) ^ static_cast<unsigned char>(expected.at(i));
    }
    return difference == 0;
}

} // namespace teleconsult::serving
