#include "app/signing_in.h"

#include "core/signin/sign_in_errors.h"
#include "ui/widgets/confirm_dialog.h"

#include <QCoreApplication>

namespace teleconsult::app {

using ui::SignInPage;

SigningIn::SigningIn(const config::SignIn &how, Parts parts, QWidget *window)
    : m_signIn(how, {.secrets = parts.secrets,
                     .clock = parts.clock,
                     .openBrowser = std::move(parts.openBrowser),
                     .words = tr("You can close this page and go back to Teleconsult.")}),
      m_page(new SignInPage(window))
{
    connect(m_page, &SignInPage::signInRequested, this, &SigningIn::begin);
    connect(m_page, &SignInPage::cancelRequested, &m_signIn, &signin::SignIn::cancel);
    connect(&m_signIn, &signin::SignIn::changed, this, &SigningIn::onChanged);
}

void SigningIn::start()
{
    whenDone(m_signIn.resume(), this, [this](const Result<void> &resumed) {
        const bool isNews = !resumed && resumed.error().code != signin::codes::needed;
        if (isNeeded() && !m_signIn.isWaiting())
            m_page->show(SignInPage::State::SignedOut, isNews ? std::optional(resumed.error()) : std::nullopt);
    });
}

void SigningIn::begin()
{
    whenDone(m_signIn.begin(), this, [this](const Result<void> &done) {
        const bool wasGivenUp = !done && done.error().kind == Error::Kind::Cancelled;
        if (isNeeded() && !m_signIn.isWaiting())
            m_page->show(SignInPage::State::SignedOut, done || wasGivenUp ? std::nullopt : std::optional(done.error()));
    });
}

void SigningIn::onChanged()
{
    if (!m_page)
        return; // The window is gone.
    if (m_signIn.isWaiting())
        m_page->show(SignInPage::State::InBrowser);
    else if (isNeeded())
        m_page->show(SignInPage::State::SignedOut);
    if (m_told == m_signIn.person())
        return;
    m_told = m_signIn.person();
    emit personChanged();
}

void SigningIn::askToSignOut(QWidget *window)
{
    const QString name = m_signIn.person() ? m_signIn.person()->fullName : QString();
    auto *dialog = new ui::ConfirmDialog(
        [name] {
            return ui::ConfirmDialog::Words{.title = tr("Sign out?"),
                                            .sentence = tr("Signed in as %1. After signing out the agenda is shown "
                                                           "again to who signs in next.")
                                                            .arg(name),
                                            .action = tr("Sign out"),
                                            .cancel = tr("Stay signed in")};
        },
        window);
    dialog->setObjectName(QStringLiteral("signOutDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { whenDone(m_signIn.end(), this, [](const Result<void> &) {}); });
    dialog->open();
}

void SigningIn::end()
{
    disconnect(&m_signIn, nullptr, this, nullptr);
    m_signIn.shutDown();
    while (!m_signIn.isIdle())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace teleconsult::app
