#include "core/domain/privacy_notice.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

namespace teleconsult {

QString PrivacyNotice::clinicText(Language language) const
{
    const bool isItalian = language == Language::Italian;
    const QString &wanted = isItalian ? clinicTextItalian : clinicTextEnglish;
    return wanted.isEmpty() ? (isItalian ? clinicTextEnglish : clinicTextItalian) : wanted;
}

QString PrivacyNotice::version(const QString &recording) const
{
    const QString recorded =
        recording.isEmpty() || recording == QLatin1String("none") ? QString() : QLatin1Char('-') + recording;
    const QString number = QString::number(builtInNoticeVersion);
    if (clinicTextEnglish.isEmpty() && clinicTextItalian.isEmpty())
        return number + recorded;
    constexpr int enough = 16; // Hexadecimal digits: told apart, not kept secret.
    const QByteArray words = clinicTextEnglish.toUtf8() + '\0' + clinicTextItalian.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex().left(enough);
    return number + QLatin1Char('-') + QString::fromLatin1(hash) + recorded;
}

bool PrivacyNotice::isCoveredBy(const QString &agreedVersion, const QString &recording) const
{
    const QStringList kinds{QString(), QStringLiteral("manual"), QStringLiteral("automatic")}; // each says more
    const qsizetype now = std::max<qsizetype>(kinds.indexOf(recording), 0);
    return std::any_of(kinds.begin() + now, kinds.end(),
                       [&](const QString &kind) { return version(kind) == agreedVersion; });
}

} // namespace teleconsult
