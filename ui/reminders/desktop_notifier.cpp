#include "ui/reminders/desktop_notifier.h"

#include "ui/widgets/window_activation.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcNotifier, "teleconsult.reminders")

const QString name = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString joinAction = QStringLiteral("join");
/// The specification's name for choosing the notification itself.
const QString showAction = QStringLiteral("default");

QDBusMessage call(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(name, path, name, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DesktopNotifier::DesktopNotifier(QDBusConnection bus, QObject *parent) : Notifier(parent), m_bus(std::move(bus))
{
    m_bus.connect(name, path, name, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(name, path, name, QStringLiteral("ActivationToken"), this, SLOT(onActivationToken(uint, QString)));
    m_bus.connect(name, path, name, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

DesktopNotifier::~DesktopNotifier()
{
    // A button that nobody listens to any more misleads.
    for (const uint number : std::as_const(m_numbers))
        close(number);
}

void DesktopNotifier::show(const Notice &notice)
{
    ++m_latest[notice.consultationId];
    if (m_capabilities)
        send(notice);
    else
        askCapabilities(notice);
}

void DesktopNotifier::askCapabilities(const Notice &notice)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice, which = m_latest.value(notice.consultationId)](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<QStringList> reply = *done;
                if (reply.isValid())
                    m_capabilities = reply.value();
                if (which != m_latest.value(notice.consultationId))
                    return; // Taken back, or another has taken its place.
                if (reply.isValid())
                    send(notice);
                else
                    giveToFallback(notice);
            });
}

void DesktopNotifier::send(const Notice &notice)
{
    QStringList actions;
    if (m_capabilities->contains(QStringLiteral("actions"))) {
        actions << showAction << notice.showText;
        if (!notice.join.isEmpty())
            actions << joinAction << notice.join;
    }
    const QString body =
        m_capabilities->contains(QStringLiteral("body-markup")) ? notice.body.toHtmlEscaped() : notice.body;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("teleconsult")}};
    constexpr int asTheServerLikes = -1;
    const uint replaced = m_numbers.value(notice.consultationId, 0);
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(
            call(QStringLiteral("Notify"), {QStringLiteral("Teleconsult"), replaced, QStringLiteral("teleconsult"),
                                            notice.title, body, actions, hints, asTheServerLikes})),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice, which = m_latest.value(notice.consultationId)](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<uint> reply = *done;
                const bool isWanted = which == m_latest.value(notice.consultationId);
                if (!reply.isValid()) {
                    qCWarning(lcNotifier) << "A notification could not be shown:" << reply.error().name();
                    m_capabilities.reset(); // Another server may come.
                    if (isWanted)
                        giveToFallback(notice);
                } else if (isWanted) {
                    m_numbers.insert(notice.consultationId, reply.value());
                } else {
                    // Taken back meanwhile, or another was sent before this one had its number.
                    close(reply.value());
                }
            });
}

void DesktopNotifier::giveToFallback(const Notice &notice) const
{
    if (m_fallback)
        m_fallback(notice);
}

void DesktopNotifier::withdraw(const QString &consultationId)
{
    ++m_latest[consultationId];
    if (const uint number = m_numbers.take(consultationId))
        close(number);
}

void DesktopNotifier::close(uint number)
{
    m_bus.asyncCall(call(QStringLiteral("CloseNotification"), {number}));
}

/// Comes before the action that it belongs to.
void DesktopNotifier::onActivationToken(uint number, const QString &token)
{
    if (!m_numbers.key(number).isEmpty())
        keepActivationToken(token.toLatin1());
}

void DesktopNotifier::onActionInvoked(uint number, const QString &action)
{
    const QString id = m_numbers.key(number);
    if (id.isEmpty())
        return;
    withdraw(id);
    if (action == joinAction)
        emit joinRequested(id);
    else if (action == showAction)
        emit showRequested(id);
}

void DesktopNotifier::onClosed(uint number, uint)
{
    if (const QString id = m_numbers.key(number); !id.isEmpty())
        m_numbers.remove(id);
}

} // namespace teleconsult::ui
