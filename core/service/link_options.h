// What is added to an access link.
#pragma once

#include "core/domain/participant.h"

namespace teleconsult::service {

/// Options of a link (seed 004, GET, query parameters; reference/kaleyra-video-api.md §3.2).
struct LinkOptions
{
    std::optional<Language> language; ///< Of the call page; nothing: the participant's own, else the company's default.
    bool useBackground = false;       ///< Start with the company's default background.
    QString theme;                    ///< "light", "dark" or empty.
};

/// The link with the participant's name and the options in its query; what the query held already stays. Who has no
/// name is "Participant" in the language of the link, unless the link names somebody; for Participant() nobody is
/// named. An empty link stays empty.
QUrl withOptions(const QUrl &link, const Participant &participant, const LinkOptions &options);

} // namespace teleconsult::service
