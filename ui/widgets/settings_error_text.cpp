#include "ui/widgets/settings_error_text.h"

#include "core/config/pin.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/service/company_settings.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsErrorText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsErrorText)
};

using Text = SettingsErrorText;

/// Of the file, before anything is sent.
QString fileSentence(const QString &code)
{
    if (code == QLatin1String("not_a_picture"))
        return Text::tr("This file is not a picture. Choose a photo or an image, best a JPEG.");
    if (code == QLatin1String("unreadable_kind"))
        return Text::tr("This computer cannot read pictures of this kind, such as HEIC from a phone. Save it as JPEG "
                        "there, or send it to yourself: most phones then make a JPEG of it.");
    if (code == QLatin1String("damaged"))
        return Text::tr("The picture is damaged or not complete. Copy it again from where it came from.");
    if (code == QLatin1String("too_small"))
        return Text::tr("The picture is too small: each side needs %1 pixels or more, or it would look blurred.")
            .arg(service::minimumBackgroundSide / 2);
    if (code == QLatin1String("too_many_pixels") || code == QLatin1String("too_many_bytes"))
        return Text::tr("The picture is larger than this computer can handle. Save it smaller, best as a JPEG.");
    if (code == QLatin1String("file_unreadable"))
        return Text::tr("The file cannot be read. Check that it is still there and that you may open it.");
    return {};
}

/// What the service or Kaleyra says against a background (reference/kaleyra-video-api.md §4.1).
QString backgroundSentence(const QString &code)
{
    if (code == QLatin1String("exceeded_background_limit"))
        return Text::tr("The company has %1 pictures, and there is no room for another one. Delete one first.")
            .arg(kaleyra::maximumBackgrounds);
    if (code == QLatin1String("too_large"))
        return Text::tr("The picture does not fit into 10 MB, however it is saved. Choose a calmer one.");
    if (code == QLatin1String("not_a_jpeg") || code == QLatin1String("wrong_file_dimension") ||
        code == QLatin1String("invalid_file") || code == QLatin1String("error_processing_image"))
        return Text::tr("Kaleyra does not take this picture. Choose another one.");
    if (code == QLatin1String("upload_error"))
        return Text::tr("Kaleyra could not keep the picture. Try again in a few minutes.");
    if (code == QLatin1String("invalid_background_alias") || code == QLatin1String("background_not_found"))
        return Text::tr("This picture is no longer among the company's.");
    return {};
}

QString companySentence(const QString &field, const QString &code)
{
    if (code == QLatin1String("invalid_company_name") ||
        (field == QLatin1String("name") && code == QLatin1String("malformed")))
        return Text::tr("Use letters, digits, blanks and # & @ ’ . , ? ! only.");
    if (field == QLatin1String("name") && code == QLatin1String("required"))
        return Text::tr("Enter the company's name.");
    if (field == QLatin1String("default_language") || code == QLatin1String("invalid_language"))
        return Text::tr("Choose a language of the list.");
    if (field == QLatin1String("end_call_redirect_url") || code == QLatin1String("invalid_end_call_redirect_url"))
        return Text::tr("Enter an address that begins with https://, or nothing.");
    if (field == QLatin1String("end_call_redirect_timeout_ms") ||
        code == QLatin1String("invalid_end_call_redirect_timeout_ms"))
        return Text::tr("Choose a time between 0 and 60,000 milliseconds.");
    return {};
}

QString pinSentence(const QString &field)
{
    return field == QLatin1String("settings.pin") || field == QLatin1String("kiosk.reception_pin")
               ? Text::tr("Choose %1 to %2 characters.").arg(config::shortestPin).arg(config::longestPin)
               : QString();
}

} // namespace

QString settingsSentence(const QString &field, const QString &code)
{
    const bool isFile = field == QLatin1String("virtual_background");
    for (const QString &sentence : {isFile ? fileSentence(code) : QString(), backgroundSentence(code),
                                    companySentence(field, code), pinSentence(field)})
    {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

} // namespace teleconsult::ui
