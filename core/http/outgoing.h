// How a request leaves the house: Qt's network manager, and what it is told. Only HttpClient uses this.
#pragma once

#include "core/http/http_client.h"

#include <QNetworkReply>

#include <memory>

namespace teleconsult::http {

/// A manager that follows no redirect. A child of `parent`; deleted from the event
/// loop when nobody holds it any more, or with its parent.
std::shared_ptr<QNetworkAccessManager> makeNetwork(QObject *parent);

/// Of what a request carries, in bytes.
qint64 bodySize(const Request &request);

/// The id that a request came with ("x-request-id"), if it is fit for a log, else a new one.
QByteArray requestIdFor(const Request &request);

/// One of these managers for one more request, which holds it while it is under way. Qt opens no more than six
/// connections to one host for each manager, and lets other requests wait: when all are busy there is one more, so that
/// a consultation of 25 people is not made in five rounds. `networks` grows to at most eight, and is kept: its idle
/// connections are used again.
std::shared_ptr<QNetworkAccessManager> freeNetwork(QList<std::shared_ptr<QNetworkAccessManager>> &networks,
                                                   QObject *parent);

/// Sends a request over HTTP/1.1, without cookies, cache or compression. The reply is a child of the manager.
/// Repeat::Never: Qt cannot send it a second time; the manager should be one of its own, so that it has a connection of
/// its own.
QNetworkReply *startRequest(QNetworkAccessManager &network, const Request &request, const QByteArray &requestId);

} // namespace teleconsult::http
