// The language of the interface, switched while it runs.
#pragma once

#include "core/config/settings.h"
#include "core/domain/language.h"

#include <QLocale>
#include <QTranslator>

namespace teleconsult::app {

/// Installs our translations and Qt's own, and the locale for dates and numbers. Widgets learn of a change through
/// QEvent::LanguageChange. Made after QApplication.
class InterfaceLanguage
{
public:
    /// What the system prefers: Italian if it comes before English in its list, else English.
    static Language systemLanguage();
    /// What the settings name, else systemLanguage().
    static Language wanted(const config::Settings &settings);

    explicit InterfaceLanguage(Language language) { use(language); }

    void use(Language language);
    Language current() const { return m_language; }

private:
    Language m_language = Language::English;
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace teleconsult::app
