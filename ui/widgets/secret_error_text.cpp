#include "ui/widgets/secret_error_text.h"

#include "core/secrets/secret_store.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct SecretErrorText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SecretErrorText)
};

/// The API key in a variable or in a file of its own.
QString givenKeySentence(const QString &code)
{
    if (code == QLatin1String("api_key_file_missing"))
        return SecretErrorText::tr(
            "The file with the API key is not there or cannot be read. Put it back, then try again.");
    if (code == QLatin1String("api_key_file_open_to_others"))
        return SecretErrorText::tr("Others on this computer can read the file with the API key. Let only its owner "
                                   "read it, then try again.");
    if (code == QLatin1String("api_key_file_empty") || code == QLatin1String("api_key_file_malformed"))
        return SecretErrorText::tr("The file with the API key holds no usable key. Put the key into it, then try "
                                   "again.");
    if (code == QLatin1String("api_key_malformed"))
        return SecretErrorText::tr("The API key that is set up is not a key. Ask whoever set Teleconsult up to correct "
                                   "it and start Teleconsult again.");
    if (code == QLatin1String("api_key_set_twice"))
        return SecretErrorText::tr("The API key is set up both as a value and as a file. Ask whoever set Teleconsult "
                                   "up to leave one of them and start Teleconsult again.");
    return {};
}

QString keychainSentence(const QString &code)
{
    using namespace secrets;
    if (code == codes::locked)
        return SecretErrorText::tr("The keychain of this computer is locked. Unlock it, then try again.");
    if (code == codes::denied)
        return SecretErrorText::tr("The keychain was not opened for Teleconsult. Start Teleconsult again, and enter "
                                   "the keychain's password when it asks.");
    if (code == codes::noKeychain)
        return SecretErrorText::tr("No keychain is running on this computer, and the API key is kept in one. Log in to "
                                   "the desktop, or ask whoever set Teleconsult up to keep the key elsewhere.");
    if (code == codes::keychainFailed)
        return SecretErrorText::tr("The keychain of this computer does not answer as it should. Log out and in again; "
                                   "if it stays like this, ask whoever looks after this computer.");
    return {};
}

QString storeSentence(const QString &code)
{
    using namespace secrets;
    if (code == codes::readOnly)
        return SecretErrorText::tr("Secrets are handed to Teleconsult by the system and cannot be changed here. Ask "
                                   "whoever looks after this computer.");
    if (code == codes::noCredentials)
        return SecretErrorText::tr("The system has handed no secrets to Teleconsult. Ask whoever set it up to start it "
                                   "with its credentials.");
    if (code == QLatin1String("secret_given_elsewhere"))
        return SecretErrorText::tr("This secret is set up in a variable or in a file, which holds before what is "
                                   "entered here. Ask whoever set Teleconsult up to change it there.");
    if (code == QLatin1String("secret_open_to_others"))
        return SecretErrorText::tr("Others on this computer can read the stored secret. Let only its owner read it, "
                                   "then try again.");
    if (code == QLatin1String("secret_missing"))
        return SecretErrorText::tr("The stored secret cannot be read. Check whose file it is, then try again.");
    if (code == codes::malformed || code == QLatin1String("secret_empty"))
        return SecretErrorText::tr("This is no usable secret: it has to be one word without blanks. Enter it again.");
    return {};
}

} // namespace

QString secretSentence(const QString &field, const QString &code)
{
    if (code == secrets::codes::notFound)
        return SecretErrorText::tr("No API key is set up. Ask whoever set Teleconsult up to enter it.");
    if (code == QLatin1String("secret_store_unknown"))
        return SecretErrorText::tr("The setting %1 names no place for secrets. Ask whoever set Teleconsult up to "
                                   "correct it and start Teleconsult again.")
            .arg(field);
    for (const QString &sentence : {givenKeySentence(code), keychainSentence(code), storeSentence(code)}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

} // namespace teleconsult::ui
