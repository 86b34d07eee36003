#include "ui/widgets/setting_lock.h"

namespace teleconsult::ui {

void lockIfHeld(QWidget *control, const config::Settings &settings, const QString &key)
{
    const QString reason = settings.lockText(key);
    if (reason.isEmpty())
        return;
    control->setEnabled(false);
    control->setToolTip(reason);
    control->setAccessibleDescription(reason);
}

void lockIfHeld(QAction *action, const config::Settings &settings, const QString &key)
{
    const QString reason = settings.lockText(key);
    if (reason.isEmpty())
        return;
    action->setEnabled(false);
    action->setToolTip(reason);
}

} // namespace teleconsult::ui
