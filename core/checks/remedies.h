// What is wrong with an installation, and what mends it, in English sentences.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::checks {

/// What those are called who may fail.
namespace peers {
inline const QString kaleyra = QStringLiteral("Kaleyra");
inline const QString crud = QStringLiteral("The CRUD service");
inline const QString auth = QStringLiteral("The auth service");
inline const QString service = QStringLiteral("The Teleconsultation Service");
} // namespace peers

/// What an error means to whoever looks after a station, in English.
struct Remedy
{
    QString finding; ///< What is wrong.
    QString remedy;  ///< What to do; empty: nothing is known.
};

/// `peer`: who was asked, one of `peers`; for errors of this computer it does not matter.
Remedy remedyFor(const Error &error, const QString &peer);

} // namespace teleconsult::checks
