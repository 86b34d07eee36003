#include "core/config/setting_spec.h"

#include <QCoreApplication>

namespace teleconsult::config {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Setting", text);
}

const char *usualRange(SettingType type)
{
    switch (type) {
    case SettingType::Boolean:
        return QT_TRANSLATE_NOOP("Setting", "true or false");
    case SettingType::Integer:
        return QT_TRANSLATE_NOOP("Setting", "%1 to %2");
    case SettingType::Choice:
    case SettingType::Text:
    case SettingType::Paragraphs:
        return QT_TRANSLATE_NOOP("Setting", "a text");
    case SettingType::List:
        return QT_TRANSLATE_NOOP("Setting", "texts, separated by commas");
    case SettingType::Address:
        return QT_TRANSLATE_NOOP("Setting", "an http or https address");
    case SettingType::File:
        return QT_TRANSLATE_NOOP("Setting", "a file");
    case SettingType::Folder:
        return QT_TRANSLATE_NOOP("Setting", "an absolute path");
    }
    Q_UNREACHABLE();
}

} // namespace

QString titleOf(const SettingSpec &spec)
{
    return translated(spec.title);
}

QString explanationOf(const SettingSpec &spec)
{
    return translated(spec.explanation);
}

QString rangeOf(const SettingSpec &spec)
{
    if (spec.type == SettingType::Choice && !spec.range) {
        QStringList codes = spec.choices;
        codes.removeAll(QString());
        return codes.join(QStringLiteral(", "));
    }
    QString text = translated(spec.range ? spec.range : usualRange(spec.type));
    if (spec.type == SettingType::Integer)
        text = text.arg(spec.least).arg(spec.most);
    return text;
}

QString titleOf(SettingPage page)
{
    switch (page) {
    case SettingPage::Kaleyra:
        return QCoreApplication::translate("Setting", "Kaleyra");
    case SettingPage::Secrets:
        return QCoreApplication::translate("Setting", "Where secrets are kept");
    case SettingPage::Service:
        return QCoreApplication::translate("Setting", "A Teleconsultation Service elsewhere");
    case SettingPage::Consultations:
        return QCoreApplication::translate("Setting", "Consultations");
    case SettingPage::Roles:
        return QCoreApplication::translate("Setting", "Roles and tools");
    case SettingPage::Records:
        return QCoreApplication::translate("Setting", "Records");
    case SettingPage::People:
        return QCoreApplication::translate("Setting", "People");
    case SettingPage::SignIn:
        return QCoreApplication::translate("Setting", "Signing in");
    case SettingPage::Gateway:
        return QCoreApplication::translate("Setting", "Behind a gateway");
    case SettingPage::Station:
        return QCoreApplication::translate("Setting", "This station");
    case SettingPage::Interface:
        return QCoreApplication::translate("Setting", "Appearance");
    case SettingPage::Calls:
        return QCoreApplication::translate("Setting", "Calls");
    case SettingPage::Devices:
        return QCoreApplication::translate("Setting", "Camera, microphone and loudspeaker");
    case SettingPage::Reminders:
        return QCoreApplication::translate("Setting", "Reminders");
    case SettingPage::Access:
        return QCoreApplication::translate("Setting", "Who may change settings");
    case SettingPage::Kiosk:
        return QCoreApplication::translate("Setting", "Kiosk at the reception");
    case SettingPage::Demo:
        return QCoreApplication::translate("Setting", "Demo clinic");
    }
    Q_UNREACHABLE();
}

} // namespace teleconsult::config
