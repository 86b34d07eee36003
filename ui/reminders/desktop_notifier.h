// Notifications of the desktop.
#pragma once

#include "ui/reminders/notifier.h"

#include <QDBusConnection>
#include <QHash>

#include <functional>
#include <optional>

class QDBusPendingCall;

namespace teleconsult::ui {

/// Shows notices through org.freedesktop.Notifications (Desktop Notifications Specification 1.2) on a bus. Nothing here
/// blocks: a desktop that does not answer costs nothing but the notice. A notice that nobody shows is handed to the
/// fallback. What the desktop says about notifications of other programs is not listened to.
class DesktopNotifier : public Notifier
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QDBusConnection bus, QObject *parent = nullptr);
    ~DesktopNotifier() override;

    void setFallback(std::function<void(const Notice &)> fallback) { m_fallback = std::move(fallback); }

    void show(const Notice &notice) override;
    void withdraw(const QString &consultationId) override;

private slots:
    void onActivationToken(uint number, const QString &token);
    void onActionInvoked(uint number, const QString &action);
    void onClosed(uint number, uint reason);

private:
    void askCapabilities(const Notice &notice);
    void send(const Notice &notice);
    void close(uint number);
    void giveToFallback(const Notice &notice) const;

    QDBusConnection m_bus;
    std::function<void(const Notice &)> m_fallback;
    std::optional<QStringList> m_capabilities; ///< Of the server; nothing: not known yet.
    QHash<QString, uint> m_numbers;            ///< The server's number of what stands, by consultation.
    QHash<QString, int> m_latest;              ///< Counts what was shown or taken back, by consultation.
};

} // namespace teleconsult::ui
