#include "ui/call/keep_awake.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>
#include <QVariantMap>

#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcAwake, "teleconsult.call.awake")

const QString screenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const QString screenSaverPath = QStringLiteral("/org/freedesktop/ScreenSaver");
const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInhibit = QStringLiteral("org.freedesktop.portal.Inhibit");
const QString portalRequest = QStringLiteral("org.freedesktop.portal.Request");

constexpr uint portalSuspend = 4;
constexpr uint portalIdle = 8;

} // namespace

KeepAwake::KeepAwake(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus) {}

KeepAwake::~KeepAwake()
{
    release();
}

void KeepAwake::hold(const QString &reason)
{
    if (m_wish % 2 != 0)
        return;
    ++m_wish;
    askScreenSaver(reason);
}

void KeepAwake::release()
{
    if (m_wish % 2 == 0)
        return;
    ++m_wish;
    if (const Withdrawal withdraw = std::exchange(m_withdraw, nullptr)) {
        withdraw();
        emit changed();
    }
}

void KeepAwake::askScreenSaver(const QString &reason)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver, QStringLiteral("Inhibit"));
    question << QStringLiteral("Teleconsult") << reason;
    const auto promised = [bus = m_bus](const QDBusMessage &answer) -> Withdrawal {
        return [bus, cookie = answer.arguments().value(0)] {
            QDBusMessage thanks =
                QDBusMessage::createMethodCall(screenSaver, screenSaverPath, screenSaver, QStringLiteral("UnInhibit"));
            thanks << cookie;
            bus.call(thanks, QDBus::NoBlock);
        };
    };
    ask(question, promised, [this, reason] { askPortal(reason); });
}

void KeepAwake::askPortal(const QString &reason)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(portal, portalPath, portalInhibit, QStringLiteral("Inhibit"));
    question << QString() << (portalSuspend | portalIdle) << QVariantMap{{QStringLiteral("reason"), reason}};
    const auto promised = [bus = m_bus](const QDBusMessage &answer) -> Withdrawal {
        return [bus, handle = answer.arguments().value(0).value<QDBusObjectPath>()] {
            bus.call(QDBusMessage::createMethodCall(portal, handle.path(), portalRequest, QStringLiteral("Close")),
                     QDBus::NoBlock);
        };
    };
    ask(question, promised, [] { qCInfo(lcAwake) << "Nobody keeps the screen awake here"; });
}

void KeepAwake::ask(const QDBusMessage &question, std::function<Withdrawal(const QDBusMessage &)> onAnswer,
                    std::function<void()> onError)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, wish = m_wish, onAnswer = std::move(onAnswer), onError = std::move(onError)](auto *call) {
                call->deleteLater();
                const QDBusMessage answer = call->reply();
                const bool isLate = wish != m_wish;
                if (answer.type() != QDBusMessage::ReplyMessage) {
                    if (!isLate)
                        onError();
                    return;
                }
                const Withdrawal withdraw = onAnswer(answer);
                if (isLate) {
                    withdraw();
                    return;
                }
                m_withdraw = withdraw;
                emit changed();
            });
}

} // namespace teleconsult::ui
