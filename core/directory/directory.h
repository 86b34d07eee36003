// Who people are to the clinic.
#pragma once

#include "core/async/task.h"
#include "core/domain/request_context.h"

#include <QHash>
#include <QStringList>

namespace teleconsult::directory {

/// What the clinic knows of a person.
struct Person
{
    QString fullName;   ///< Empty: it knows none.
    QStringList groups; ///< Those that Privileges may know, and others.

    friend bool operator==(const Person &, const Person &) = default;
};

/// By the external id they were asked for by.
using People = QHash<QString, Person>;

/// Knows people by their external ids. Implementations must outlive their operations.
class Directory
{
public:
    virtual ~Directory() = default;

    /// Those of them who are known; others are absent from the answer. An empty list asks nobody.
    virtual Task<People> find(QStringList externalIds, RequestContext context) = 0;
};

} // namespace teleconsult::directory
