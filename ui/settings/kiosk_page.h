// The kiosk at the reception, as it is set up.
#pragma once

#include "core/checks/kiosk_setup.h"
#include "ui/settings/catalogue_page.h"

#include <QStringList>

namespace teleconsult::ui {

/// The catalogue's settings of a kiosk, and a test that finds what would keep one from doing its work before it is
/// started: values that are none, a screen that is not there, PINs that are missing, a key that cannot be read. The
/// settings must outlive it.
class KioskPage final : public CataloguePage
{
    Q_OBJECT
public:
    explicit KioskPage(config::Settings &settings, QWidget *parent = nullptr);

    bool canBeTested() const override { return true; }
    void test() override;

private:
    struct Findings
    {
        QStringList wrong;   ///< It cannot do its work as it is set up.
        QStringList missing; ///< It can, but not all of it.
    };

    /// In the language of the moment; each says what mends it.
    static Findings findingsIn(const config::SettingValues &entered, const config::Settings &settings);
    static void lookAtValues(const config::SettingValues &entered, Findings &findings);
    static QString textOf(const checks::KioskLack &lack);
};

} // namespace teleconsult::ui
