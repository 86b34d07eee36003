// What somebody need not be reminded of.
#pragma once

#include <QString>

#include <functional>

namespace teleconsult::ui {

/// What the person attends to already. Both are needed.
struct Attention
{
    std::function<bool()> isInCall;
    /// Whether this consultation is open in the window, which takes the person in by itself.
    std::function<bool(const QString &consultationId)> isAwaited;
};

} // namespace teleconsult::ui
