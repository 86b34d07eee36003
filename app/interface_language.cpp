#include "app/interface_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace teleconsult::app {

namespace {

/// Dates and numbers as the language writes them, in the system's country where that speaks the language.
QLocale localeFor(Language language)
{
    const QLocale::Language wanted = language == Language::Italian ? QLocale::Italian : QLocale::English;
    const QLocale system = QLocale::system();
    if (system.language() == wanted)
        return system;
    // Our users are in Europe: English with a 24-hour clock and the day before the month.
    return language == Language::Italian ? QLocale(QLocale::Italian, QLocale::Italy)
                                         : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

Language InterfaceLanguage::systemLanguage()
{
    for (const QString &name : QLocale::system().uiLanguages()) {
        if (const std::optional<Language> language = languageFromCode(QStringView(name).left(2)))
            return *language;
    }
    return Language::English;
}

void InterfaceLanguage::use(Language language)
{
    m_language = language;
    QLocale::setDefault(localeFor(language));

    const QString code = toCode(language);
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
    // English has a file as well: it holds the plural forms.
    if (m_ours.load(QStringLiteral(":/i18n/teleconsult_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_ours);
    if (language != Language::English &&
        m_qts.load(QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

} // namespace teleconsult::app
