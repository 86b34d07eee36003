#include "app/start_trouble.h"

#include "app/service_manager.h"
#include "app/termination.h"
#include "core/config/settings.h"
#include "core/domain/crash_loop.h"
#include "ui/kiosk/kiosk_screen.h"
#include "ui/kiosk/trouble_page.h"
#include "ui/theme/theme.h"

#include <QEventLoop>

namespace teleconsult::app {

bool tellAtKiosk(const CommandLine &line, const config::SettingValues &policy, const QString &reason)
{
    const Termination termination;
    const SystemClock clock;
    const config::Settings settings(settingInputs(line, policy));
    const ui::Theme theme;
    ui::TroublePage page({.clock = clock,
                          .until = clock.now().addMSecs(std::chrono::milliseconds(crash_loop::firstWait).count()),
                          .supportAddress = settings.upkeep().supportAddress,
                          .reason = reason,
                          .textScale = settings.textScale()});
    QEventLoop loop;
    QObject::connect(&page, &ui::TroublePage::tryAgain, &loop, [&loop] { loop.exit(true); });
    QObject::connect(&termination, &Termination::requested, &loop, [&loop] { loop.exit(false); });
    ui::fillScreen(page, settings.kiosk().screen);
    ServiceManager manager;
    manager.ready();
    const bool isAgain = loop.exec() != 0;
    isAgain ? manager.restarting() : manager.stopping();
    return isAgain;
}

} // namespace teleconsult::app
