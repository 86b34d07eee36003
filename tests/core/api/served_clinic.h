// The backend's API as a program of the clinic meets it: over HTTP, with real records and the stand-in for Kaleyra.
#pragma once

#include "core/api/api_server.h"
#include "tests/core/service/clinic.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>

namespace teleconsult::test {

inline const QByteArray apiToken = "token-of-the-clinic";

class ServedClinic : public Clinic
{
public:
    struct Reply
    {
        int status = 0; ///< 0: no answer.
        QByteArray body;
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    /// `kaleyraAt`: as for a Clinic.
    explicit ServedClinic(const QUrl &kaleyraAt = {}) : Clinic(kaleyraAt) { serve(); }

    ~ServedClinic()
    {
        http.shutDown();
        server.reset();
        if (!waitUntil([this] { return credentials->isIdle() && company->isIdle(); }))
            qFatal("an operation never ends");
    }

    /// Anew, after policy or path have changed.
    void serve()
    {
        server.reset();
        restart();
        credentials = std::make_unique<service::Credentials>(*kaleyra, store, policy.privileges, directory);
        company = std::make_unique<service::CompanySettings>(*kaleyra);
        api = std::make_unique<api::Api>(api::Api::Parts{*service, *credentials, *company, callerPath});
        server = std::make_unique<api::ApiServer>(*api);
        const Result<quint16> port = server->start(
            {.port = 0, .token = apiToken, .trustsGateway = trustsGateway, .version = QStringLiteral("1.2.3")});
        if (!port)
            qFatal("the API cannot be served");
        url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    }

    Reply send(const QByteArray &method, const QString &path, const QByteArray &body = {},
               QHash<QByteArray, QByteArray> headers = {})
    {
        QNetworkRequest request(url.resolved(QUrl(path)));
        if (!headers.contains("authorization"))
            headers.insert("authorization", "Bearer " + apiToken);
        if (!body.isEmpty() && !headers.contains("content-type"))
            headers.insert("content-type", "application/json");
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.setRawHeader(header.key(), header.value());
        std::unique_ptr<QNetworkReply> answer(client.sendCustomRequest(request, method, body));
        if (!waitUntil([&] { return answer->isFinished(); })) // A large body takes hundreds of turns of the loop.
            return {};
        Reply reply;
        reply.status = answer->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply.body = answer->readAll();
        for (const auto &[name, value] : answer->rawHeaderPairs())
            reply.headers.insert(name.toLower(), value);
        return reply;
    }

    /// As somebody the gateway knows.
    Reply sendAs(const QByteArray &caller, const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        return send(method, path, body, {{"miauserid", caller}, {"miausergroups", "doctor"}});
    }

    QNetworkAccessManager client;
    bool trustsGateway = false;
    api::CallerPath callerPath;
    std::unique_ptr<service::Credentials> credentials;
    std::unique_ptr<service::CompanySettings> company;
    std::unique_ptr<api::Api> api;
    std::unique_ptr<api::ApiServer> server;
    QUrl url;
};

/// Writes as is, {host} and {token} filled in, and reads until the server hangs up.
inline QByteArray talk(const ServedClinic &clinic, QByteArray text)
{
    text.replace("{host}", "127.0.0.1:" + QByteArray::number(clinic.url.port()));
    text.replace("{token}", "Authorization: Bearer " + apiToken);
    QTcpSocket socket;
    socket.connectToHost(clinic.url.host(), quint16(clinic.url.port()));
    socket.write(text);
    const bool isOver = waitUntil([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; });
    return isOver ? socket.readAll() : "still there";
}

} // namespace teleconsult::test
