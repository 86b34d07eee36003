#include "ui/waiting/return_watch.h"

#include <QNetworkInformation>

namespace teleconsult::ui {

void ReturnWatch::start(QDBusConnection bus)
{
    // Without a bus this does nothing.
    bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                SLOT(onPrepareForSleep(bool)));
    watchNetwork();
}

void ReturnWatch::onPrepareForSleep(bool isGoing)
{
    if (!isGoing)
        emit returned();
}

void ReturnWatch::watchNetwork()
{
    using Reachability = QNetworkInformation::Reachability;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](Reachability reachability) {
                // A clinic's own services need no more than its own site.
                if (reachability == Reachability::Online || reachability == Reachability::Site)
                    emit returned();
            });
}

} // namespace teleconsult::ui
