// Pages that only say something: the call is over, the link is dead.
#pragma once

#include "core/sandbox/http_message.h"

namespace teleconsult::sandbox {

/// What a page says, in the languages of the call page.
struct Notice
{
    int status;
    const char *testId;
    const char *italianTitle;
    const char *italianText;
    const char *englishTitle;
    const char *englishText;
};

namespace notice {
inline constexpr Notice ended = {200,
                                 "notice-ended",
                                 "La chiamata è terminata",
                                 "Questa pagina può essere chiusa.",
                                 "The call has ended",
                                 "You can close this page."};
inline constexpr Notice deadLink = {
    410,
    "notice-dead-link",
    "Questo collegamento non è più valido",
    "La stanza è stata chiusa o il suo tempo è finito. Chiedere un nuovo collegamento a chi ha mandato l’invito.",
    "This link is no longer valid",
    "The room has been closed, or its time is over. Ask whoever invited you for a new link."};
inline constexpr Notice unknownLink = {404,
                                       "notice-unknown-link",
                                       "Questo collegamento non esiste",
                                       "Controllare di averlo copiato per intero.",
                                       "This link does not exist",
                                       "Check that you have copied all of it."};
} // namespace notice

/// The page in the language that the query asks for (`language`, `l`), else the browser's first that is Italian or
/// English, else the company's. Works without a script.
HttpAnswer noticePage(const Notice &notice, const HttpRequest &request, const QString &companyLanguage);

} // namespace teleconsult::sandbox
