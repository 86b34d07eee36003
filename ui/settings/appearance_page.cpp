#include "ui/settings/appearance_page.h"

#include "core/config/setting_keys.h"
#include "ui/settings/logo_control.h"
#include "ui/settings/settings_verdict.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/logo.h"

namespace teleconsult::ui {

namespace {

CataloguePage::MakeControl logoIn(const QString &dataDir)
{
    return [dataDir](const config::SettingSpec &spec, QWidget *parent) -> OwnControl * {
        return spec.key == config::keys::interfaceLogo ? new LogoControl(dataDir, parent) : nullptr;
    };
}

} // namespace

AppearancePage::AppearancePage(config::Settings &settings, const QString &dataDir, QWidget *parent)
    : CataloguePage(settings, {config::SettingPage::Interface}, parent, logoIn(dataDir)),
      m_logo(findChild<LogoControl *>())
{
    connect(m_logo, &LogoControl::told, this, &SettingsPage::told);
}

AppearancePage::~AppearancePage()
{
    // Something stronger may hide what the file names.
    const config::Settings &saved = settings();
    m_logo->removeCopiesBut({saved.text(config::keys::interfaceLogo),
                             saved.sources().userFile().value(config::keys::interfaceLogo).toString()});
}

void AppearancePage::test()
{
    if (!check()) {
        emit told(valueNotRight());
        return;
    }
    const QString path = entered(config::keys::interfaceLogo);
    const Result<QImage> logo = path.isEmpty() ? Result<QImage>(QImage()) : readLogo(path);
    if (logo) {
        emit told({Tone::Success, [] { return tr("This can be shown. Save uses it at once."); }});
        return;
    }
    const Error error = logo.error();
    emit told({Tone::Danger, [error] { return fieldErrorText(error); }});
}

} // namespace teleconsult::ui
