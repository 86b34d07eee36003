// Whom a station names when it needs help.
#pragma once

#include <QByteArray>
#include <QString>

namespace teleconsult {

/// What a telephone makes of the address when it sees it as a QR code: "tel:", "mailto:" or the web address itself;
/// whatever else somebody wrote is only shown, as it is. Empty: there is none.
QByteArray supportLink(const QString &address);

/// Whether a telephone can do something with it: a telephone number, a mail address or a web address.
bool isSupportReachable(const QString &address);

} // namespace teleconsult
