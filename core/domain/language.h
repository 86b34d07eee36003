// The languages of the call page.
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace teleconsult {

/// Kaleyra's page fully supports these two only (seed 003, Company).
enum class Language { Italian, English };

inline QString toCode(Language language)
{
    return language == Language::Italian ? QStringLiteral("it") : QStringLiteral("en");
}

/// How the language writes dates and numbers. Our users are in Europe: English too has a clock of 24 hours, and the day
/// before the month.
inline QLocale localeOf(Language language)
{
    return language == Language::Italian ? QLocale(QLocale::Italian, QLocale::Italy)
                                         : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

/// The language of a page that is shown in this locale.
inline Language languageOf(const QLocale &locale)
{
    return locale.language() == QLocale::Italian ? Language::Italian : Language::English;
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
