#include "core/sandbox/validation_rules.h"

namespace teleconsult::sandbox {

tl::unexpected<Refusal> refuse(int status, const QString &code, const QString &message)
{
    return tl::unexpected<Refusal>({status, code, message});
}

tl::unexpected<Refusal> invalidField(const QString &field, const QString &rule)
{
    // The last part of the name is what the code is made of: participants[1].user_id → invalid_user_id.
    QString word = field.section(QLatin1Char('.'), -1);
    word = word.section(QLatin1Char('['), 0, 0);
    return refuse(422, QStringLiteral("invalid_") + word, QStringLiteral("%1 %2").arg(field, rule));
}

Checked<void> onlyKnown(const QJsonObject &object, std::initializer_list<QLatin1String> known, const QString &prefix)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (std::find(known.begin(), known.end(), entry.key()) == known.end())
            return refuse(422, QStringLiteral("unknown_field"),
                          QStringLiteral("%1%2 is not a field of this request").arg(prefix, entry.key()));
    }
    return {};
}

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace teleconsult::sandbox
