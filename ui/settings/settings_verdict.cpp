#include "ui/settings/settings_verdict.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingsVerdictText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingsVerdictText)
};

} // namespace

SettingsVerdict savedVerdict(bool waits)
{
    return {waits ? Tone::Info : Tone::Success, [waits] {
                return waits ? SettingsVerdictText::tr("Saved. It takes effect when Teleconsult starts again.")
                             : SettingsVerdictText::tr("Saved.");
            }};
}

SettingsVerdict valueNotRight()
{
    return {Tone::Danger, [] { return SettingsVerdictText::tr("A value is not right yet: see above."); }};
}

} // namespace teleconsult::ui
