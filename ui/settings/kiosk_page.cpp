#include "ui/settings/kiosk_page.h"

#include "core/config/pin.h"
#include "core/config/setting_keys.h"
#include "ui/widgets/error_text.h"

#include <QGuiApplication>

#include <memory>

namespace teleconsult::ui {

KioskPage::KioskPage(config::Settings &settings, QWidget *parent)
    : CataloguePage(settings, {config::SettingPage::Kiosk}, parent)
{}

void KioskPage::test()
{
    const config::SettingValues values = entered();
    const std::shared_ptr<const config::Settings> tried = settings().with(values);
    const Findings now = findingsIn(values, *tried);
    const Tone tone = !now.wrong.isEmpty() ? Tone::Danger : !now.missing.isEmpty() ? Tone::Warning : Tone::Success;
    emit told({tone, [values, tried] {
                   const Findings findings = findingsIn(values, *tried);
                   const QStringList all = findings.wrong + findings.missing;
                   if (all.isEmpty())
                       return tr("A kiosk can be started like this.");
                   // One thing to mend at a time, the worst first: all of them would not fit above large text.
                   return all.size() == 1 ? all.first() : QStringLiteral("%1 (1/%2)").arg(all.first()).arg(all.size());
               }});
}

KioskPage::Findings KioskPage::findingsIn(const config::SettingValues &entered, const config::Settings &settings)
{
    Findings findings;
    lookAtValues(entered, findings);
    const int screens = int(QGuiApplication::screens().size());
    if (settings.kiosk().screen > screens)
        findings.wrong << tr("This computer has %n screen(s). Connect the one that is meant, or choose another: the "
                             "kiosk would fill the first.",
                             nullptr, screens);
    const QList<checks::KioskLack> lacks = checks::lacksOfKiosk(settings);
    for (const checks::KioskLack &lack : lacks)
        (lack.isGrave() ? findings.wrong : findings.missing) << textOf(lack);
    return findings;
}

void KioskPage::lookAtValues(const config::SettingValues &entered, Findings &findings)
{
    for (const config::SettingSpec &spec : config::Settings::catalogue()) {
        if (!entered.contains(spec.key) || spec.mustBeRight || spec.accepts(entered.value(spec.key)))
            continue;
        findings.wrong << tr("%1: this is not possible. Expected: %2.", "a setting's name, its range")
                              .arg(titleOf(spec), rangeOf(spec));
    }
}

QString KioskPage::textOf(const checks::KioskLack &lack)
{
    using What = checks::KioskLack::What;
    switch (lack.what) {
    case What::NoKey:
        return tr("No appointment key file is named: no code opens a call. Make one and name it here and on "
                  "every computer that hands out codes.");
    case What::BadKey:
        return errorText(lack.error);
    case What::NoReceptionPin:
        return tr("The reception has no PIN: nobody can open the agenda at the kiosk. Set one on the page “PIN of the "
                  "reception”.");
    case What::NoSettingsPin:
        return tr("The settings have no PIN: nobody can leave the kiosk at its screen. Set one on the page “PIN”.");
    case What::NoSupport:
        return tr("No support contact is set: when the kiosk keeps failing, it cannot say whom to call.");
    case What::UnreachableSupport:
        return tr("The support contact is no telephone number, mail or web address: its QR code leads "
                  "nowhere.");
    }
    Q_UNREACHABLE();
}

} // namespace teleconsult::ui
