#include "ui/widgets/settings_error_text.h"

#include "core/config/pin.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/service/company_settings.h"
#include "ui/widgets/logo.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsErrorText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsErrorText)
};

/// Of the file, before anything is sent.
QString fileSentence(const QString &code)
{
    if (code == QLatin1String("not_a_picture"))
        return SettingsErrorText::tr("This file is not a picture. Choose a photo or an image, best a JPEG.");
    if (code == QLatin1String("unreadable_heic"))
        return SettingsErrorText::tr(
            "This is a HEIC picture, as phones take them, and this computer cannot read it. Save it as "
            "JPEG there, or send it to yourself: most phones then make a JPEG of it.");
    if (code.startsWith(QLatin1String("unreadable_")))
        return SettingsErrorText::tr(
                   "This is a picture of the kind %1, which this computer cannot read. Save it as JPEG, then "
                   "choose that.")
            .arg(code.section(QLatin1Char('_'), 1).toUpper());
    if (code == QLatin1String("damaged"))
        return SettingsErrorText::tr("The picture is damaged or not complete. Copy it again from where it came from.");
    if (code == QLatin1String("too_small"))
        return SettingsErrorText::tr(
                   "The picture is too small: each side needs %1 pixels or more, or it would look blurred.")
            .arg(service::minimumBackgroundSide / 2);
    if (code == QLatin1String("too_many_pixels") || code == QLatin1String("too_many_bytes"))
        return SettingsErrorText::tr(
            "The picture is larger than this computer can handle. Save it smaller, best as a JPEG.");
    if (code == QLatin1String("file_unreadable"))
        return SettingsErrorText::tr("The file cannot be read. Check that it is still there and that you may open it.");
    return {};
}

/// What the service or Kaleyra says against a background (reference/kaleyra-video-api.md §4.1).
QString backgroundSentence(const QString &code)
{
    if (code == QLatin1String("exceeded_background_limit"))
        return SettingsErrorText::tr(
                   "The company has %1 pictures, and there is no room for another one. Delete one first.")
            .arg(kaleyra::maximumBackgrounds);
    if (code == QLatin1String("too_large"))
        return SettingsErrorText::tr("The picture does not fit into 10 MB, however it is saved. Choose a calmer one.");
    if (code == QLatin1String("not_a_jpeg") || code == QLatin1String("wrong_file_dimension") ||
        code == QLatin1String("invalid_file") || code == QLatin1String("error_processing_image"))
        return SettingsErrorText::tr("Kaleyra does not take this picture. Choose another one.");
    if (code == QLatin1String("upload_error"))
        return SettingsErrorText::tr("Kaleyra could not keep the picture. Try again in a few minutes.");
    if (code == QLatin1String("invalid_background_alias") || code == QLatin1String("background_not_found"))
        return SettingsErrorText::tr("This picture is no longer among the company's.");
    return {};
}

QString companySentence(const QString &field, const QString &code)
{
    if (code == QLatin1String("invalid_company_name") ||
        (field == QLatin1String("name") && code == QLatin1String("malformed")))
        return SettingsErrorText::tr("Use letters, digits, blanks and # & @ ’ . , ? ! only.");
    if (field == QLatin1String("name") && code == QLatin1String("required"))
        return SettingsErrorText::tr("Enter the company's name.");
    if (field == QLatin1String("default_language") || code == QLatin1String("invalid_language"))
        return SettingsErrorText::tr("Choose a language from the list.");
    if (field == QLatin1String("end_call_redirect_url") || code == QLatin1String("invalid_end_call_redirect_url"))
        return SettingsErrorText::tr("Enter an address that begins with https://, or nothing.");
    if (field == QLatin1String("end_call_redirect_timeout_ms") ||
        code == QLatin1String("invalid_end_call_redirect_timeout_ms"))
        return SettingsErrorText::tr("Choose a time between 0 and 60,000 milliseconds.");
    return {};
}

QString logoSentence(const QString &field, const QString &code)
{
    if (field != QLatin1String("logo"))
        return {};
    return code == QLatin1String("too_small")
               ? SettingsErrorText::tr("The logo is too small: its longer side needs %1 pixels or more.")
                     .arg(minimumLogoSide)
               : fileSentence(code);
}

QString pinSentence(const QString &field)
{
    return field == QLatin1String("settings.pin") || field == QLatin1String("kiosk.reception_pin")
               ? SettingsErrorText::tr("Choose %1 to %2 characters.")
                     .arg(config::minimumPinLength)
                     .arg(config::maximumPinLength)
               : QString();
}

} // namespace

QString movingSentence(const QString &code)
{
    if (code == QLatin1String("records_moved"))
        return SettingsErrorText::tr(
            "The records were moved to the CRUD service, and nothing is changed here any more. Start "
            "Teleconsult again; if it still says so, set the CRUD service in the settings.");
    if (code == QLatin1String("no_import"))
        return SettingsErrorText::tr(
            "The CRUD service takes no records with their ids. It has to be version 6.9 or newer, and a "
            "gateway has to let its import through.");
    if (code == QLatin1String("ids_of_another_kind"))
        return SettingsErrorText::tr(
            "The collection of consultations has ids of another kind. Choose one whose ids are ObjectIds.");
    if (code == QLatin1String("changed_there"))
        return SettingsErrorText::tr("It was changed here and in the CRUD service, and neither is overwritten.");
    if (code == QLatin1String("stored_differently"))
        return SettingsErrorText::tr(
            "The CRUD service keeps something else than it was sent. Check the collection's fields.");
    if (code == QLatin1String("person_known_otherwise"))
        return SettingsErrorText::tr(
            "The CRUD service knows the person, or one of the participants, as another user of Kaleyra.");
    if (code == QLatin1String("records_in_use"))
        return SettingsErrorText::tr("The records change all the time. Try again when less is going on.");
    return {};
}

QString settingsSentence(const QString &field, const QString &code)
{
    const bool isFile = field == QLatin1String("virtual_background");
    for (const QString &sentence : {isFile ? fileSentence(code) : QString(), backgroundSentence(code),
                                    companySentence(field, code), logoSentence(field, code), pinSentence(field)})
    {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

} // namespace teleconsult::ui
