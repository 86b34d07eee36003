// What is wrong with an installation, and what mends it, in English sentences.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::ctl {

struct Remedy
{
    QString finding; ///< What is wrong.
    QString remedy;  ///< What to do; empty: nothing is known.
};

/// `peer`: who was asked, "Kaleyra" or "The CRUD service"; for errors of this computer it does not matter.
Remedy remedyFor(const Error &error, const QString &peer);

} // namespace teleconsult::ctl
