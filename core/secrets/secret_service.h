// The desktop's keychain, asked whether it is there and open.
#pragma once

#include "core/secrets/secret_store.h"

#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QPointer>

#include <optional>

namespace teleconsult::secrets {

class KeychainPrompt;

/// The Secret Service of the session (org.freedesktop.secrets: GNOME Keyring, KWallet, KeePassXC), for what QtKeychain
/// cannot tell: it answers "not found" for an item that is locked as well, and some other error when nobody is there.
/// Secrets themselves never pass through here. Errors are codes::noKeychain, locked, denied and keychainFailed;
/// Cancelled after shutDown().
class SecretService : public QObject
{
    Q_OBJECT
public:
    /// Objects of the service that hold an item, by their D-Bus paths.
    struct Found
    {
        QStringList open;
        QStringList locked;
    };

    SecretService();
    ~SecretService() override;

    /// Whether the service is there; one that the session can start is started.
    Task<void> reach();
    /// The items that QtKeychain has stored under this name.
    Task<Found> search(QString application, QString name);
    /// The collection into which new items go, if it is there and locked.
    Task<std::optional<QString>> lockedCollection();
    /// Opens items or collections. The service asks the person, if need be, for as long as the person takes.
    Task<void> unlock(QStringList objects, Asking asking);

    void shutDown();

signals:
    /// A service came or went, or one of its collections was opened, locked or changed.
    void changed();
    /// The service went, or another one came.
    void ownerChanged();

private slots:
    void onCollectionChanged() { emit changed(); }

private:
    Task<QDBusMessage> call(QString path, QString interface, QString method, QVariantList arguments);
    Task<void> showPrompt(QString path);

    QDBusServiceWatcher m_watcher;
    QPointer<KeychainPrompt> m_prompt; ///< The newest one that is shown.
    bool m_isShutDown = false;
};

} // namespace teleconsult::secrets
