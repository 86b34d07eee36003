#include "ui/settings/setting_origin.h"

#include "core/config/setting_values.h"
#include "ui/settings/value_text.h"
#include "ui/widgets/field.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SettingOrigin
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingOrigin)
};

QString setHere(const config::SettingSpec &spec)
{
    const QString usual = config::toText(spec.defaultValue);
    return usual.isEmpty()
               ? SettingOrigin::tr("Set at this computer; by default it is not set.")
               : SettingOrigin::tr("Set at this computer; the default is “%1”.").arg(valueText(spec, usual));
}

} // namespace

void showOrigin(Field &field, const config::Settings &settings, const QString &key, const QString &hint)
{
    const QString lock = settings.lockText(key);
    field.control()->setEnabled(lock.isEmpty());
    field.setHint(lock.isEmpty() ? hint : lock);
    if (!lock.isEmpty())
        field.setOrigin({}, Field::Origin::Quiet);
    else if (settings.origin(key).source == config::ValueSource::User)
        field.setOrigin(setHere(*config::Settings::spec(key)), Field::Origin::InWords);
    else
        field.setOrigin(SettingOrigin::tr("This is the default."), Field::Origin::Quiet);
}

} // namespace teleconsult::ui
