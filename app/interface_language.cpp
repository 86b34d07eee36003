#include "app/interface_language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace teleconsult::app {

namespace {

/// Italian as it is written in the system's country, which may be Switzerland; English always as in Europe: a system
/// that speaks English often says it comes from America, wherever it stands.
QLocale formatsFor(Language language)
{
    const QLocale system = QLocale::system();
    const bool isItalian = language == Language::Italian && system.language() == QLocale::Italian;
    return isItalian ? system : localeOf(language);
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

Language InterfaceLanguage::wanted(const config::Settings &settings)
{
    return settings.language().value_or(systemLanguage());
}

void InterfaceLanguage::use(Language language)
{
    m_language = language;
    QLocale::setDefault(formatsFor(language));

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
