// A room as Kaleyra keeps it, in words.
#pragma once

#include "core/kaleyra/kaleyra_client.h"

#include <QCoreApplication>

namespace teleconsult::ui {

/// Ask again after a change of language.
class RoomText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::RoomText)
public:
    /// "Nobody is in the room", "A call is going on in the room", "The room is closed"; another word of Kaleyra's as
    /// it is.
    static QString status(const kaleyra::Room &room);
    /// "12 min of 30 min used"; empty: no time is counted and none is set.
    static QString used(const kaleyra::Room &room);
    /// "Not recorded", or when it is and how that stands.
    static QString recording(const kaleyra::Room &room);
    /// All of it, a line each.
    static QString lines(const kaleyra::Room &room);
};

} // namespace teleconsult::ui
