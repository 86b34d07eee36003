// Keeps the screen from going dark while somebody looks at it without touching anything.
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>

#include <functional>

class QDBusMessage;

namespace teleconsult::ui {

/// Asks the session's screen saver (org.freedesktop.ScreenSaver) not to come, and where there is none the desktop
/// portal (org.freedesktop.portal.Inhibit). A web page could not: the engine refuses navigator.wakeLock. Asks without
/// waiting; where nobody answers, the screen does what it always does. What was asked for is withdrawn with release(),
/// with this object, and by the bus when the program ends.
class KeepAwake : public QObject
{
    Q_OBJECT
public:
    explicit KeepAwake(const QDBusConnection &bus, QObject *parent = nullptr);
    ~KeepAwake() override;

    /// `reason`: for the desktop's list of those who keep it awake; without anybody's name.
    void hold(const QString &reason);
    void release();
    /// Whether somebody has promised to keep awake.
    bool isHeld() const { return m_withdraw != nullptr; }

signals:
    void changed();

private:
    using Withdrawal = std::function<void()>;

    void askScreenSaver(const QString &reason);
    void askPortal(const QString &reason);
    /// `onAnswer` makes what withdraws the promise, or nothing when there is none. A late promise is withdrawn at once.
    void ask(const QDBusMessage &question, std::function<Withdrawal(const QDBusMessage &answer)> onAnswer,
             std::function<void()> onError);

    QDBusConnection m_bus;
    Withdrawal m_withdraw;
    int m_wish = 0; ///< Counts hold() and release(): an answer to an earlier one is late.
};

} // namespace teleconsult::ui
