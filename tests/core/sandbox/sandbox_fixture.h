// A running sandbox and what tests ask it, over real HTTP and WebSocket.
#pragma once

#include "core/sandbox/sandbox.h"
#include "tests/support/manual_clock.h"

#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QWebSocket>

#include <memory>
#include <mutex>

namespace teleconsult::sandbox::test {

/// A ManualClock that the sandbox's threads may read while the test sets it.
class SharedClock final : public Clock
{
public:
    QDateTime now() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_clock.now();
    }

    void advance(std::chrono::milliseconds by)
    {
        const std::scoped_lock lock(m_mutex);
        m_clock.advance(by);
    }

private:
    mutable std::mutex m_mutex;
    teleconsult::test::ManualClock m_clock;
};

struct Answer
{
    int status = 0;
    QJsonObject json;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;

    QString code() const { return json.value(QLatin1String("code")).toString(); }
    QString text(const char *field) const { return json.value(QLatin1String(field)).toString(); }
    QByteArray header(const QByteArray &name) const;
};

/// Starts a sandbox in memory, or with the given options, and talks to it. Every call waits for its answer.
class Fixture
{
public:
    explicit Fixture(Options options = {});

    /// Ends the sandbox and starts it anew with the same options.
    void restart();
    void stop() { m_sandbox.reset(); }
    bool isRunning() const { return m_sandbox != nullptr; }
    const Sandbox &sandbox() const { return *m_sandbox; }
    Error startError() const { return m_error; }
    Endpoint endpoint() const { return m_endpoint; }
    SharedClock &clock() { return m_clock; }

    Answer get(const QString &path);
    Answer post(const QString &path, const QJsonObject &body);
    Answer put(const QString &path, const QJsonObject &body = {});
    Answer remove(const QString &path, const QJsonObject &body = {});
    /// Any request; the API key is sent unless the request has one.
    Answer send(const QByteArray &verb, QNetworkRequest request, const QByteArray &body);
    Answer sendFile(const QString &path, const QByteArray &field, const QByteArray &type, const QByteArray &content,
                    const QByteArray &token = {}, const QString &fileName = QStringLiteral("file"));
    /// A page as a browser asks for it.
    Answer page(const QUrl &url, const QByteArray &acceptLanguage = "it");
    /// A request of the call page.
    Answer asParticipant(const QString &path, const QString &token);
    QNetworkRequest request(const QString &path) const;

    /// The id of a new user.
    QString user(const QString &role = QStringLiteral("basic"));
    /// A room of one plus user and `others` basic ones; `more` goes into its body.
    QJsonObject room(const QJsonObject &more = {}, int others = 1);
    /// The same, with tools for everybody.
    QJsonObject roomWithTools(const QJsonObject &tools);

    quint16 signallingPort(const QString &token);

private:
    Answer take(QNetworkReply *reply);

    Options m_options;
    SharedClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    Endpoint m_endpoint;
    Error m_error;
    QNetworkAccessManager m_network;
};

/// The link and the token of a participant, in the order of the room's body.
QUrl linkOf(const QJsonObject &room, int participant);
QString tokenOf(const QJsonObject &room, int participant);

/// The call page of one participant, as far as signalling goes.
class Visitor
{
public:
    Visitor(Fixture &fixture, QString token);
    ~Visitor();

    /// Connects and joins; the answer to it (joined or ended).
    QJsonObject join(const QString &name = {});
    /// Connects again in the place of another, as its page does after a lost connection.
    QJsonObject resume(const Visitor &lost);
    void send(const QJsonObject &message);
    /// The next message of this type that has not been taken; waits for it. Empty: none came.
    QJsonObject take(const QString &type);
    bool hasReceived(const QString &type) const;
    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    /// Hangs up as a lost network does.
    void drop();
    /// From now on it does not hang up when it is told the end, as a page does.
    void stayOn() { m_staysOn = true; }
    QString id() const { return m_id; }
    QString token() const { return m_token; }

private:
    QJsonObject enter(QJsonObject message);

    Fixture &m_fixture;
    QString m_token;
    QString m_id;
    int m_received = 0;
    bool m_staysOn = false;
    std::unique_ptr<QWebSocket> m_socket;
    QList<QJsonObject> m_messages;
};

/// Enough of a JPEG to tell its dimensions.
QByteArray jpeg(int width, int height, int bytes = 0);

} // namespace teleconsult::sandbox::test
