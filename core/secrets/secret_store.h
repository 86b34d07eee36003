// Where secrets are kept.
#pragma once

#include "core/async/task.h"

#include <QByteArray>
#include <QObject>

namespace teleconsult::secrets {

/// Whether somebody is there who may be asked to open the store.
enum class Asking {
    Nobody, ///< What is locked is answered as locked.
    Person, ///< The keychain may show its own window, and is waited for.
};

/// Codes of the errors of a store, all of kind Storage, `field` empty.
namespace codes {
inline const QString notFound = QStringLiteral("secret_not_found");         ///< The store holds no such secret.
inline const QString locked = QStringLiteral("keychain_locked");            ///< And nobody was asked to open it.
inline const QString noKeychain = QStringLiteral("keychain_missing");       ///< This session has none.
inline const QString denied = QStringLiteral("keychain_denied");            ///< The person, or the desktop, said no.
inline const QString keychainFailed = QStringLiteral("keychain_failed");    ///< Anything else; `detail` says more.
inline const QString readOnly = QStringLiteral("secret_store_read_only");   ///< Others put secrets there.
inline const QString noCredentials = QStringLiteral("credentials_missing"); ///< Not started with any by systemd.
inline const QString malformed = QStringLiteral("secret_malformed");        ///< Not one word of ASCII.
} // namespace codes

/// An error of a store; errors never hold a secret.
Error storeError(const QString &code, const QString &detail = {});
bool isSecretNotFound(const Error &error);

/// Keeps secrets, each one word of ASCII, by a name of ours. Lives on one thread with an event loop.
/// Errors: those of `codes`, file_unwritable, those of files::makePrivateFolder, and those of files::readSecretFile
/// with the prefix "secret"; Cancelled after shutDown().
class SecretStore : public QObject
{
    Q_OBJECT
public:
    /// Called often: asks nobody unless told to.
    virtual Task<QByteArray> read(QString name, Asking asking) = 0;
    /// Takes the place of what was there. Only on a person's word, so it may ask that person.
    virtual Task<void> write(QString name, QByteArray secret, Asking asking) = 0;
    /// What is not there counts as removed.
    virtual Task<void> remove(QString name, Asking asking) = 0;

    virtual bool isReadOnly() const { return false; }
    /// Ends every wait; what waits then, and later, is answered Cancelled.
    virtual void shutDown() {}

signals:
    /// What could not be read before may be readable now, or the other way round: a keychain came, went, was opened or
    /// locked.
    void changed();
};

} // namespace teleconsult::secrets
