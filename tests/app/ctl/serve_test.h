// A running `teleconsultctl serve`, and what tests ask it.
#pragma once

#include "tests/app/ctl/sandbox_test.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace teleconsult::test {

inline const QByteArray token = "token-of-the-clinic-0123456789";

/// Ends the server after each test.
class ServeTest : public SandboxTest
{
    Q_OBJECT

protected:
    std::unique_ptr<QProcess> m_server;
    QNetworkAccessManager m_client;
    QUrl m_url;

    /// Waits for the line that says where it serves.
    bool serve(const QStringList &more = {}, const QString &listen = QStringLiteral("127.0.0.1:0"))
    {
        m_server = m_ctl->start(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen} + more);
        if (!QTest::qWaitFor([this] { return m_server->canReadLine(); }, 30000))
            return false;
        const QString line = QString::fromUtf8(m_server->readLine()).trimmed();
        m_url = QUrl(line.section(QLatin1Char(' '), -1));
        return line.startsWith(QLatin1String("Listening on http://")) && m_url.port() > 0;
    }

    struct Reply
    {
        int status = 0; ///< 0: no answer.
        QByteArray body;
        QByteArray allow;
    };

    Reply send(const QByteArray &method, const QString &path, QHash<QByteArray, QByteArray> headers = {},
               const QByteArray &body = {})
    {
        QNetworkRequest request(m_url.resolved(QUrl(path)));
        if (!headers.contains("authorization"))
            headers.insert("authorization", "Bearer " + token);
        if (!body.isEmpty())
            headers.insert("content-type", "application/json");
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.setRawHeader(header.key(), header.value());
        const std::unique_ptr<QNetworkReply> reply(m_client.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                reply->rawHeader("allow")};
    }

    /// Under way: the answer is waited for by whoever calls.
    std::unique_ptr<QNetworkReply> askForCredentials()
    {
        QNetworkRequest request(m_url.resolved(QUrl(QStringLiteral("/credentials"))));
        request.setRawHeader("authorization", "Bearer " + token);
        request.setRawHeader("miauserid", "d");
        request.setRawHeader("miausergroups", "doctor");
        request.setRawHeader("content-type", "application/json");
        return std::unique_ptr<QNetworkReply>(m_client.post(request, "{}"));
    }

    /// What an examiner of the process sees.
    QByteArray proc(const char *file) const
    {
        QFile seen(QStringLiteral("/proc/%1/%2").arg(m_server->processId()).arg(QLatin1String(file)));
        return seen.open(QFile::ReadOnly) ? seen.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        SandboxTest::init();
        m_ctl->environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), QString::fromLatin1(token));
    }
    void cleanup()
    {
        if (m_server && m_server->state() != QProcess::NotRunning) {
            m_server->kill();
            m_server->waitForFinished();
        }
        m_server.reset();
        SandboxTest::cleanup();
    }
};

} // namespace teleconsult::test
