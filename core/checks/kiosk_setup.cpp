#include "core/checks/kiosk_setup.h"

#include "core/domain/support_address.h"

namespace teleconsult::checks {

QList<KioskLack> lacksOfKiosk(const config::Settings &settings)
{
    using What = KioskLack::What;
    QList<KioskLack> lacks;
    const Result<std::optional<QByteArray>> key = settings.appointmentKey();
    if (!key)
        lacks.append({What::BadKey, key.error()});
    else if (!*key)
        lacks.append({What::NoKey});
    if (settings.pinHash(config::Pin::Reception).isEmpty())
        lacks.append({What::NoReceptionPin});
    if (settings.pinHash(config::Pin::Settings).isEmpty())
        lacks.append({What::NoSettingsPin});
    const QString support = settings.upkeep().supportAddress;
    if (support.isEmpty())
        lacks.append({What::NoSupport});
    else if (!isSupportReachable(support))
        lacks.append({What::UnreachableSupport});
    return lacks;
}

} // namespace teleconsult::checks
