// On which line of a JSON text a property stands, for people who have to mend it.
#pragma once

#include <QByteArray>
#include <QString>

namespace teleconsult::config {

/// `json` is well-formed. `path`: "privileges.basic.tools", "steps[1].from". The line from 1 on; of a property that is
/// not there, that of the object it belongs into.
int jsonLineOf(const QByteArray &json, const QString &path);

} // namespace teleconsult::config
