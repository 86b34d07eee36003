// How a call came to its end, and what became of it.
#pragma once

#include "ui/call/call_record.h"

#include <chrono>
#include <optional>

namespace teleconsult::ui {

/// How a call came to its end.
enum class CallEnding {
    Left,       ///< By the person, or by the page: redirect, or its window closed.
    RoomClosed, ///< Kaleyra has closed the room, or has none any more.
    TimeUsedUp, ///< The room's own time is over.
};

/// What is known of a call that has ended.
struct CallOutcome
{
    CallEnding ending = CallEnding::Left;
    CallRecord::State record = CallRecord::State::Writing;
    bool recordIsTriedAgain = false; ///< Once it has failed.
    CallRecord::Uploads uploads = CallRecord::Uploads::Kept;
    int uploadsLeft = 0;                           ///< 0: not known.
    std::optional<std::chrono::seconds> used = {}; ///< What Kaleyra has counted; nothing: not known yet.
    bool mayReenter = true;
};

} // namespace teleconsult::ui
