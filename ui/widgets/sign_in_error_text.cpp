#include "ui/widgets/sign_in_error_text.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SignInErrorText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SignInErrorText)
};

} // namespace

QString signInSentence(const Error &error)
{
    const auto is = [&error](const char *code) { return error.code == QLatin1String(code); };
    if (is("sign_in_refused"))
        return SignInErrorText::tr("Signing in was refused. Try again, or ask whoever looks after your account.");
    if (is("sign_in_ended"))
        return SignInErrorText::tr("Your sign-in has ended. Sign in again.");
    if (is("sign_in_needed"))
        return SignInErrorText::tr("Nobody has signed in here. Sign in, then try again.");
    if (is("sign_in_provider"))
        return SignInErrorText::tr("What answers for signing in is not what is set up. Ask whoever set Teleconsult up "
                                   "to check the address of the provider.");
    if (is("sign_in_forged"))
        return SignInErrorText::tr("The browser came back with an answer to another question. Close its page and sign "
                                   "in again.");
    if (is("sign_in_clock"))
        return SignInErrorText::tr("Signing in is not possible, most likely because this computer's clock is wrong. "
                                   "Check its date and time; if they are right, ask whoever set Teleconsult up.");
    if (is("sign_in_no_identity"))
        return SignInErrorText::tr("Your account does not tell under which id your records know you. Ask whoever set "
                                   "Teleconsult up to check the claim of the id.");
    if (is("sign_in_no_port"))
        return SignInErrorText::tr("Another program uses what the browser would come back to. Close other windows of "
                                   "Teleconsult, then try again.");
    if (is("sign_in_no_browser"))
        return SignInErrorText::tr("No browser could be opened. Ask whoever looks after this computer to set one up.");
    if (is("sign_in_issuer_malformed") || is("sign_in_client_not_set"))
        return SignInErrorText::tr("The setting %1 is not right, so nobody can sign in. Ask whoever set Teleconsult up "
                                   "to correct it and start Teleconsult again.")
            .arg(error.field);
    return {};
}

} // namespace teleconsult::ui
