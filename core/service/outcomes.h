// What the backend's operations make of errors and records. Shared by the sources of core/service; nobody else includes
// it.
#pragma once

#include "core/domain/teleconsultation.h"

namespace teleconsult::service {

inline bool isNotFound(const Error &error)
{
    return error.kind == Error::Kind::NotFound;
}

inline Teleconsultation withoutLinks(Teleconsultation consultation)
{
    for (Participant &participant : consultation.participants)
        participant.accessLink.clear();
    return consultation;
}

/// Who asks is nobody, or has no part in it (seed 004, GET and POST /credentials).
inline Error unauthorizedUser(const QString &code)
{
    Error error;
    error.kind = Error::Kind::Unauthorized;
    error.httpStatus = 401;
    error.code = code;
    error.message = QStringLiteral("Unauthorized user");
    return error;
}

/// The documented text of seed 004, GET; other errors stay as they are.
inline Error onLookingFor(const QString &id, Error error)
{
    if (isNotFound(error)) {
        error.httpStatus = 404;
        error.message = QStringLiteral("Room with id %1 not found on CRUD").arg(id);
    }
    return error;
}

} // namespace teleconsult::service
