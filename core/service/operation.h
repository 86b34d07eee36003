// Shared by the parts of service::Teleconsultations; nobody else includes it.
#pragma once

#include "core/service/teleconsultations.h"

namespace teleconsult::service {

/// Lives as long as an operation is under way.
class Teleconsultations::Operation
{
public:
    explicit Operation(Teleconsultations &owner) : m_owner(owner) { ++m_owner.m_operations; }
    ~Operation() { --m_owner.m_operations; }
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;

private:
    Teleconsultations &m_owner;
};

/// Whether the step that ended with this error may have been taken all the same: no answer came, none that could be
/// read, or one of a machine in between. A peer that refuses (4xx) has done nothing.
inline bool mayHaveHappened(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::BadAnswer:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::Server:
        return error.httpStatus >= 500 || error.httpStatus == 0;
    default:
        return false;
    }
}

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
