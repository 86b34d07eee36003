#include "ui/settings/value_text.h"

#include "core/config/setting_values.h"

#include <QCoreApplication>
#include <QHash>

namespace teleconsult::ui {

namespace {

QString choiceText(const QString &code)
{
    static const QHash<QString, const char *> words{
        {QString(), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Not set")},
        {QStringLiteral("none"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Never")},
        {QStringLiteral("manual"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "When somebody starts it")},
        {QStringLiteral("automatic"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Always, by itself")},
        {QStringLiteral("keychain"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "The desktop's keychain")},
        {QStringLiteral("credentials"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Credentials of systemd")},
        {QStringLiteral("file"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "A file")},
        {QStringLiteral("it"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Italian")},
        {QStringLiteral("en"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "English")},
        {QStringLiteral("system"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "As the system")},
        {QStringLiteral("light"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Light")},
        {QStringLiteral("dark"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Dark")},
        {QStringLiteral("due"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Before the next call")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "When a device is missing")},
        {QStringLiteral("auto"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Where there is one")},
        {QStringLiteral("always"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Always")},
        {QStringLiteral("never"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Never")},
        {QStringLiteral("desktop"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "Somebody's computer")},
        {QStringLiteral("kiosk"), QT_TRANSLATE_NOOP("teleconsult::ui::ChoiceText", "A kiosk for patients")},
    };
    const char *text = words.value(code);
    return text ? QCoreApplication::translate("teleconsult::ui::ChoiceText", text) : code;
}

} // namespace

QString valueText(const config::SettingSpec &spec, const QString &value)
{
    if (value.isEmpty())
        return choiceText(value);
    if (spec.type == config::SettingType::Boolean)
        return config::toBool(value).value_or(false) ? QCoreApplication::translate("teleconsult::ui::ChoiceText", "Yes")
                                                     : QCoreApplication::translate("teleconsult::ui::ChoiceText", "No");
    return spec.type == config::SettingType::Choice ? choiceText(value) : value;
}

} // namespace teleconsult::ui
