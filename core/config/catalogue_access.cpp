// The settings of secrets and of signing in.
#include "core/config/setting_entry.h"
#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"

#include <QCoreApplication>

#include <limits>

namespace teleconsult::config {

namespace {

bool acceptsSafeAddress(const QVariant &value)
{
    const QString text = toText(value);
    return text.isEmpty() || toSafeBaseUrl(text).has_value();
}

Entry claim(const QString &key, const char *environment, const char *usual)
{
    return Entry::text(key, environment, QString::fromLatin1(usual))
        .range(QT_TRANSLATE_NOOP("Setting", "the name of a claim"))
        .accepts([](const QVariant &value) { return !toText(value).isEmpty(); });
}

QList<SettingSpec> secretSettings()
{
    return onPage(SettingPage::Secrets, Takes::Restart,
                  {Entry::choice(keys::secretStore, "TELECONSULT_SECRET_STORE",
                                 {QStringLiteral("keychain"), QStringLiteral("credentials"), QStringLiteral("file")},
                                 QStringLiteral("keychain"))
                       .says(QT_TRANSLATE_NOOP("Setting", "Store for secrets"),
                             QT_TRANSLATE_NOOP(
                                 "Setting", "Where secrets are kept that neither a variable nor a file of their own "
                                            "gives: in the desktop's keychain, in the credentials that systemd hands "
                                            "to a service, or in a private folder of the data folder."))
                       .mustBeRight()});
}

QList<SettingSpec> signInSettings()
{
    using namespace keys;
    return onPage(
        SettingPage::SignIn, Takes::Restart,
        {Entry::address(signInIssuer, "TELECONSULT_SIGN_IN_ISSUER")
             .says(QT_TRANSLATE_NOOP("Setting", "OpenID provider"),
                   QT_TRANSLATE_NOOP("Setting", "The provider with which people sign in. Not set: they do not, and the "
                                                "station's configured person holds."))
             .range(QT_TRANSLATE_NOOP("Setting", "an https address; http on this computer only"))
             .accepts(acceptsSafeAddress)
             .mustBeRight(),
         Entry::text(signInClient, "TELECONSULT_SIGN_IN_CLIENT_ID")
             .says(QT_TRANSLATE_NOOP("Setting", "Client id"),
                   QT_TRANSLATE_NOOP("Setting", "Teleconsult's client id at the provider; needed with one."))
             .mustBeRight(),
         Entry::text(signInScopes, "TELECONSULT_SIGN_IN_SCOPES", QStringLiteral("openid profile"))
             .says(QT_TRANSLATE_NOOP("Setting", "Scopes"),
                   QT_TRANSLATE_NOOP("Setting", "What the provider is asked for. Some want offline_access for a "
                                                "sign-in that outlives the program."))
             .range(QT_TRANSLATE_NOOP("Setting", "words, with blanks between")),
         claim(signInId, "TELECONSULT_SIGN_IN_ID_CLAIM", "sub")
             .says(QT_TRANSLATE_NOOP("Setting", "Claim of the id"),
                   QT_TRANSLATE_NOOP("Setting", "Which claim is the person's id in the clinic's records.")),
         claim(signInName, "TELECONSULT_SIGN_IN_NAME_CLAIM", "name")
             .says(QT_TRANSLATE_NOOP("Setting", "Claim of the name"),
                   QT_TRANSLATE_NOOP("Setting", "Which claim is the person's full name.")),
         claim(signInGroups, "TELECONSULT_SIGN_IN_GROUPS_CLAIM", "groups")
             .says(QT_TRANSLATE_NOOP("Setting", "Claim of the groups"),
                   QT_TRANSLATE_NOOP("Setting", "Which claim holds the person's groups, as an array or a text with "
                                                "blanks or commas; a dot leads into an object.")),
         Entry::integer(signInPort, "TELECONSULT_SIGN_IN_REDIRECT_PORT", 0, 0, std::numeric_limits<quint16>::max())
             .says(QT_TRANSLATE_NOOP("Setting", "Port of the redirect address"),
                   QT_TRANSLATE_NOOP("Setting", "The port of this computer at which the browser comes back. 0: any "
                                                "that is free."))});
}

} // namespace

QList<SettingSpec> accessSettings()
{
    return secretSettings() + signInSettings();
}

} // namespace teleconsult::config
