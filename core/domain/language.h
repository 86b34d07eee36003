// The languages of the call page.
#pragma once

#include <QString>

#include <optional>

namespace teleconsult {

/// Kaleyra's page fully supports these two only (seed 003, Company).
enum class Language { Italian, English };

inline QString toCode(Language language)
{
    return language == Language::Italian ? QStringLiteral("it") : QStringLiteral("en");
}

/// "it" or "en"; anything else is no language of ours.
inline std::optional<Language> languageFromCode(QStringView code)
{
    if (code == QLatin1String("it"))
        return Language::Italian;
    if (code == QLatin1String("en"))
        return Language::English;
    return std::nullopt;
}

} // namespace teleconsult
