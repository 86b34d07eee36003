// Who has signed in at this station.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/participant.h"
#include "core/secrets/secrets.h"
#include "core/service/operations.h"
#include "core/signin/identity.h"
#include "core/signin/redirect.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace teleconsult::signin {

/// Signs a person in through the clinic's OpenID provider: authorization code with PKCE, in the system's browser, where
/// the program never sees a password (RFC 8252). The refresh token is kept with the secrets, so that who has signed in
/// stays so over a restart until signing out, or until the provider ends it. Where secrets cannot be kept, it holds
/// until the program ends.
///
/// A provider that cannot be reached ends nobody's session. Does not own its parts, which must outlive it. Errors are
/// those of sign_in_errors.h, HttpClient and Secrets.
class SignIn : public QObject
{
    Q_OBJECT
public:
    /// What it works with; all of it must outlive it.
    struct Parts
    {
        secrets::Secrets &secrets;
        const Clock &clock;
        /// Opens it in the person's browser, and on no command line; false: there is none.
        std::function<bool(const QUrl &)> openBrowser;
        QString words; ///< What a person reads in the browser at the end.
    };

    SignIn(config::SignIn how, Parts parts);
    /// As shutDown(). What is under way must have ended, see isIdle().
    ~SignIn() override;

    /// Nothing: nobody has signed in.
    const std::optional<StationIdentity> &person() const { return m_person; }
    /// Whether the browser has it.
    bool isWaiting() const { return !m_redirect.isNull(); }

    /// Whoever was signed in when the program ended is again. Error: sign_in_needed.
    Task<void> resume();
    /// Opens the browser and waits until it comes back, for ten minutes. Ends what was waiting before.
    Task<void> begin();
    /// Gives up waiting: begin() is answered Cancelled.
    void cancel();
    /// Signs out: here at once and for good; at the provider as far as it offers that. Never fails.
    Task<void> end();

    /// The person's access token for a service that takes the provider's; one that was refused is renewed, once for all
    /// who ask. Cancelled: the person has signed out meanwhile, or another one has signed in.
    Task<QByteArray> accessToken(QByteArray refused);

    void shutDown();
    bool isIdle() const { return m_operations.areDone(); }

signals:
    /// Somebody has signed in or out, or the browser was opened or came back.
    void changed();

private:
    Task<Provider> provider();
    Task<Code> askInBrowser(Provider provider, QByteArray nonce);
    Task<void> takeCode(Provider provider, Code code, QByteArray nonce);
    void take(const Tokens &tokens, const Who &who);
    Task<void> renew(QByteArray refreshToken);
    Task<void> renewKept();
    Task<void> keep();
    void renewInTime(std::chrono::seconds lifetime);
    void onRenewed(const Result<void> &renewed);
    Task<void> withdraw(Provider provider, QByteArray refreshToken);
    void beginSession();
    void forget();

    config::SignIn m_how;
    Parts m_parts;
    http::HttpClient m_http;
    OidcClient m_client;
    std::optional<Provider> m_provider; ///< Once it has described itself.
    Tokens m_tokens;
    QString m_subject; ///< Of who has signed in, or had when the program ended.
    std::optional<StationIdentity> m_person;
    int m_session = 0; ///< Another one once somebody else is in, or nobody: what was begun before then comes too late.
    std::optional<QFuture<Result<void>>> m_renewing; ///< While this session is renewed.
    QPointer<Redirect> m_redirect;                   ///< While the browser has it.
    bool m_asksAnew = false; ///< Who has signed out is not to be in again with one click of the next person.
    QTimer m_renewal;
    service::Operations m_operations;
};

} // namespace teleconsult::signin
