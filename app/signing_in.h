// Signing in, wired together: the page, the browser, and who then uses the station.
#pragma once

#include "core/signin/sign_in.h"
#include "ui/sign_in/sign_in_page.h"

namespace teleconsult::app {

/// There is one where people sign in. Does not own its parts, which must outlive it.
class SigningIn : public QObject
{
    Q_OBJECT
public:
    /// What it works with; all of it must outlive it. `openBrowser`: as SignIn::Parts.
    struct Parts
    {
        secrets::Secrets &secrets;
        const Clock &clock;
        std::function<bool(const QUrl &)> openBrowser;
    };

    /// `window`: whose page it will be.
    SigningIn(const config::SignIn &how, Parts parts, QWidget *window);

    /// To stand in the agenda's place while nobody is signed in.
    ui::SignInPage &page() { return *m_page; }
    /// Whether the page has to be shown.
    bool isNeeded() const { return !m_signIn.person(); }
    std::optional<StationIdentity> person() const { return m_signIn.person(); }

    /// Lets whoever was signed in before be so again. To be called once.
    void start();
    /// Asks whoever is signed in whether to sign out.
    void askToSignOut(QWidget *window);

    /// Ends what waits, and waits for what is under way; handles events meanwhile, but no input.
    void end();

    Task<QByteArray> accessToken(QByteArray refused) { return m_signIn.accessToken(std::move(refused)); }

signals:
    /// Another person is signed in, or none any more.
    void personChanged();

private:
    void begin();
    void onChanged();

    signin::SignIn m_signIn;
    QPointer<ui::SignInPage> m_page; ///< Owned by the window that shows it.
    std::optional<StationIdentity> m_told;
};

} // namespace teleconsult::app
