// The secrets of this installation.
#pragma once

#include "core/secrets/secret_store.h"

#include <functional>
#include <memory>
#include <optional>

namespace teleconsult::secrets {

enum class Secret {
    KaleyraApiKey,
    ServiceToken, ///< The bearer token for a Teleconsultation Service elsewhere.
    SignIn,       ///< What a person's sign-in is renewed with.
};

/// Under which a store keeps it, and a systemd credential is called: "kaleyra-api-key", "service-token", "sign-in".
QString nameOf(Secret which);
/// What an error's `field` says of it: "kaleyra/api_key", "service/token", "sign_in/tokens".
QString fieldOf(Secret which);

/// Each secret comes from where it is given to the program (a variable or a file that the settings name), else from
/// the store. What was read once is remembered while this lives, so that a keychain that is locked later stops nobody
/// at work; readAnew() is how a key that was changed is noticed. The API of the settings dialog as well, which never
/// gets to see a secret.
/// Lives on one thread. Errors are those of SecretStore with the secret's name in `field`, those of what is given, and
/// secret_given_elsewhere.
class Secrets : public QObject
{
    Q_OBJECT
public:
    /// What the settings give; nothing: the store has it.
    using Given = std::function<Result<std::optional<QByteArray>>(Secret which)>;

    /// What a person may know of a secret.
    struct State
    {
        enum class From {
            Nowhere,
            Given, ///< A variable or a file of the settings: to be changed there.
            Store,
        };
        From from = From::Nowhere;
        bool mayChange = false; ///< By write() and remove().
    };

    Secrets(std::unique_ptr<SecretStore> store, Given given);
    /// As shutDown().
    ~Secrets() override;

    Task<QByteArray> read(Secret which, Asking asking = Asking::Nobody);
    /// After a peer has refused this one: read again, unless that was done since. The same one comes back when it was
    /// not changed.
    Task<QByteArray> readAnew(Secret which, QByteArray refused);

    /// May ask the person to open the keychain.
    Task<State> state(Secret which);
    /// Sets or replaces it, for at once: nobody needs to start again. Error of kind Storage, code
    /// secret_given_elsewhere: what is given goes first, so this one would not hold.
    Task<void> write(Secret which, QByteArray secret);
    /// What is not there counts as removed; errors as write().
    Task<void> remove(Secret which);

    /// Ends every wait: what waits for a person's answer, and whatever is asked for later, is answered Cancelled.
    void shutDown();

signals:
    /// What failed may work now: a secret was set or removed here, or a keychain came or was opened.
    void changed();

private:
    struct Life;

    static Task<QByteArray> readFor(std::shared_ptr<Life> life, Secret which, Asking asking);
    static Task<State> stateFor(std::shared_ptr<Life> life, Secret which);
    static Task<void> writeFor(std::shared_ptr<Life> life, QPointer<Secrets> owner, Secret which, QByteArray secret);
    static Task<void> removeFor(std::shared_ptr<Life> life, QPointer<Secrets> owner, Secret which);

    std::shared_ptr<Life> m_life; ///< Shared with the coroutines, which may outlive this.
};

} // namespace teleconsult::secrets
