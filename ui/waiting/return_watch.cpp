#include "ui/waiting/return_watch.h"

#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds spread = std::chrono::seconds(2);

} // namespace

ReturnWatch::ReturnWatch(std::function<double()> random, QObject *parent) : QObject(parent), m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

void ReturnWatch::tellSoon()
{
    QTimer::singleShot(std::chrono::milliseconds(qint64(double(spread.count()) * m_random())), this, [this] {
        emit connectionsStale();
        emit returned();
    });
}

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
        tellSoon();
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
                    tellSoon();
            });
}

} // namespace teleconsult::ui
