// How long to wait after wrong tries of something that is kept secret.
#pragma once

#include "core/domain/backoff.h"

#include <QDateTime>

namespace teleconsult {

/// After `free` wrong tries in a row there is a pause, which doubles with every further one.
struct TryRule
{
    int free = 0;
    std::chrono::seconds first{0};
    std::chrono::seconds longest{0};

    /// `failures`: how many tries were wrong, the last one at `last` (null: not known when). 0: a try is allowed now. A
    /// clock that was set back does not make the pause longer than it is.
    std::chrono::seconds wait(int failures, const QDateTime &last, const QDateTime &now) const
    {
        if (failures < free)
            return std::chrono::seconds(0);
        const auto pause = std::chrono::duration_cast<std::chrono::seconds>(doubled(first, failures - free, longest));
        if (!last.isValid())
            return pause;
        return std::clamp(pause - std::chrono::seconds(last.secsTo(now)), std::chrono::seconds(0), pause);
    }
};

} // namespace teleconsult
