// On whose behalf something is done.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QStringList>

namespace teleconsult {

/// What other services must know of the request at hand. A value; without a request (a person sits at this computer, or
/// the program mends what was cut off) it is empty.
struct RequestContext
{
    QString callerId = {};                      ///< External id; empty: nobody is known to ask.
    QStringList callerGroups = {};              ///< As the gateway tells them.
    QHash<QByteArray, QByteArray> headers = {}; ///< Of the request, names in lower case. Never logged.

    /// Those of the headers that the request has.
    QHash<QByteArray, QByteArray> only(const QByteArrayList &names) const
    {
        QHash<QByteArray, QByteArray> some;
        for (const QByteArray &name : names) {
            const QByteArray value = headers.value(name);
            if (!value.isEmpty())
                some.insert(name, value);
        }
        return some;
    }
};

} // namespace teleconsult
