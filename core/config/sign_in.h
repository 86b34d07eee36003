// How people sign in, as the settings say.
#pragma once

#include <QStringList>
#include <QUrl>

namespace teleconsult::config {

/// The clinic's OpenID provider, and what of its claims we understand. A value that is complete and well-formed.
struct SignIn
{
    QUrl issuer; ///< https, or http on this computer; below it is ".well-known/openid-configuration".
    QString clientId;
    QStringList scopes;       ///< "openid" among them.
    QString idClaim;          ///< The person's id in the clinic's records.
    QString nameClaim;        ///< The person's full name.
    QString groupsClaim;      ///< An array, or a text with blanks or commas; a dot leads into an object.
    quint16 redirectPort = 0; ///< On this computer; 0: any that is free.

    friend bool operator==(const SignIn &, const SignIn &) = default;
};

} // namespace teleconsult::config
