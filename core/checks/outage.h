// Why a station cannot do its work just now.
#pragma once

#include "core/async/task.h"
#include "core/domain/clock.h"
#include "core/http/http_client.h"

#include <QDateTime>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace teleconsult::checks {

/// A clock that is off by more makes codes and opening hours hold at other times than everybody else's.
inline constexpr std::chrono::minutes greatestOffsetInUse{2};

/// What is wrong, as far as whoever stands before the station can do something about it. A value.
struct Outage
{
    enum class What {
        Network, ///< Whoever carries the calls, or keeps everything elsewhere, cannot be reached.
        Records, ///< The records cannot be read.
        Calls,   ///< Whoever carries the calls answers, but refuses.
        /// This computer's clock is off, or who carries the calls has a certificate that is out of date by it.
        Clock,
    };

    What what = What::Network;
    /// What::Clock: by how much it is slow, to the second; negative: fast. Nothing: nobody could tell.
    std::optional<std::chrono::seconds> clockOffset = {};
    /// What::Clock, when nobody could tell: what this computer's clock says, to the minute, for somebody to look at.
    QDateTime clockSays = {};

    friend bool operator==(const Outage &, const Outage &) = default;
};

/// Whom a station cannot do without. Does not own what it names, all of which must outlive the question.
struct OutagePeers
{
    const Clock &clock;
    const http::HttpClient &http;
    std::function<Task<void>()> askRecords;
    std::function<Task<void>()> askCalls; ///< Empty: whoever keeps the records carries the calls.
    QList<QUrl> clocks;                   ///< Whose time this computer's is held against, if they have told it.
};

/// Asks them, at once; nothing: all is well. Never an error.
Task<std::optional<Outage>> findOutage(OutagePeers peers);

} // namespace teleconsult::checks
