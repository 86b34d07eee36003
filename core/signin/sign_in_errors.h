// What can go wrong when somebody signs in, besides what HttpClient and Secrets answer.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::signin::codes {

inline const QString refused = QStringLiteral("sign_in_refused");      ///< Unauthorized: the provider, or the person.
inline const QString ended = QStringLiteral("sign_in_ended");          ///< Unauthorized: the provider ended it.
inline const QString needed = QStringLiteral("sign_in_needed");        ///< Unauthorized: nobody has signed in.
inline const QString badProvider = QStringLiteral("sign_in_provider"); ///< BadAnswer: it is not what the settings say.
inline const QString forged = QStringLiteral("sign_in_forged");        ///< BadAnswer: not the answer to our question.
inline const QString clock = QStringLiteral("sign_in_clock"); ///< BadAnswer: over already, by this computer's clock.
inline const QString noIdentity = QStringLiteral("sign_in_no_identity"); ///< BadAnswer: the id's claim is missing.
inline const QString unknownClient = QStringLiteral("sign_in_client_unknown"); ///< Unauthorized: to the provider.
inline const QString noPort = QStringLiteral("sign_in_no_port");       ///< Storage: another program has the port.
inline const QString noBrowser = QStringLiteral("sign_in_no_browser"); ///< Storage: none can be opened.

} // namespace teleconsult::signin::codes
