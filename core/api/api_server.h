// The API as a server.
#pragma once

#include "core/api/api.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace teleconsult::api {

/// Serves an Api, on 127.0.0.1 unless told otherwise, at / and under /api/v1/telecons-be (where the reference's gateway
/// mounts it), to whoever brings the token. Requests are taken on threads of the server's own and answered by the Api
/// on the thread that this object lives on, which must run an event loop. `GET /-/healthz` (somebody answers) and `GET
/// /-/ready` (503 while nothing could be done) need no token, nor does the OpenAPI document at `GET
/// /documentation/json`.
class ApiServer : public QObject
{
    Q_OBJECT
public:
    /// Where it listens, whom it answers, and what it says of itself.
    struct Options
    {
        QString address = QStringLiteral("127.0.0.1"); ///< serving::HttpServer::Options has more about these two.
        QStringList hostNames = {};
        quint16 port = 0; ///< 0: any.
        /// What "Authorization: Bearer …" must hold. Empty only with `trustsGateway`.
        QByteArray token = {};
        /// A gateway in front of it has checked who calls: no token is asked for.
        bool trustsGateway = false;
        QString version = {}; ///< Of the program, for the health routes and the document.
        /// Whether what the operations need is there, cheaply; any error: it is not. Asked on this object's thread,
        /// once a second at most, and must outlive it. Empty: it is.
        std::function<Task<void>()> readiness = {};
    };

    /// `api` must outlive it.
    explicit ApiServer(Api &api, QObject *parent = nullptr);
    /// Requests under way are answered 503; returns when no thread of the server is left.
    ~ApiServer() override;

    /// Begins to serve; answers the port. Errors: Invalid (field token, code required) without token or gateway;
    /// Storage (code no_port) when the port is taken or the address is none of
    /// this computer's.
    Result<quint16> start(const Options &options);

    /// Takes no more requests, and says finished() when those under way are answered, or `limit` is over.
    void finish(std::chrono::milliseconds limit);

signals:
    void finished(); ///< At least once.

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace teleconsult::api
