// What it means when an HTTP exchange does not go well.
#pragma once

#include "core/domain/error.h"

#include <QNetworkReply>
#include <QSslError>
#include <QString>

namespace teleconsult::http {

/// Of a status of 400 or more.
Error::Kind kindOf(int status);

/// Qt's own error text holds the whole URL, so only the name of the error is used.
QString nameOf(QNetworkReply::NetworkError error);

/// Whether the connection failed, as opposed to the peer answering with a status we do not like.
bool isTransportError(QNetworkReply::NetworkError error);

/// Whether a certificate does not hold yet, or no longer, by this computer's clock. Whatever else is wrong: by a clock
/// that is far ahead, those who vouch for it are out of date as well, and Qt takes them for unknown.
bool areOfDate(const QList<QSslError> &errors);

} // namespace teleconsult::http
