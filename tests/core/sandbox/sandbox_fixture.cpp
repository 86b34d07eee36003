#include "tests/core/sandbox/sandbox_fixture.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace teleconsult::sandbox::test {

namespace {

constexpr int answerLimitMs = 30000;

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Fixture::Fixture(Options options) : m_options(std::move(options))
{
    m_options.clock = &m_clock;
    m_network.setProxy(QNetworkProxy::NoProxy);
    restart();
}

void Fixture::restart()
{
    m_sandbox.reset();
    Result<std::unique_ptr<Sandbox>> started = sandbox::start(m_options);
    if (!started) {
        m_error = started.error();
        return;
    }
    m_sandbox = *std::move(started);
    m_endpoint = m_sandbox->endpoint();
}

QNetworkRequest Fixture::request(const QString &path) const
{
    QNetworkRequest request(QUrl(m_endpoint.baseUrl.toString() + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

Answer Fixture::take(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    Answer answer;
    // Not qWaitFor(): its pauses make a large upload slow.
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(answerLimitMs, &loop, &QEventLoop::quit);
    loop.exec();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    answer.headers = reply->rawHeaderPairs();
    return answer;
}

Answer Fixture::send(const QByteArray &verb, QNetworkRequest request, const QByteArray &body)
{
    if (!request.hasRawHeader("apikey"))
        request.setRawHeader("apikey", m_endpoint.apiKey);
    if (!request.header(QNetworkRequest::ContentTypeHeader).isValid())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return take(m_network.sendCustomRequest(request, verb, body));
}

Answer Fixture::get(const QString &path)
{
    return send("GET", request(path), {});
}

Answer Fixture::post(const QString &path, const QJsonObject &body)
{
    return send("POST", request(path), QJsonDocument(body).toJson());
}

Answer Fixture::put(const QString &path, const QJsonObject &body)
{
    return send("PUT", request(path), QJsonDocument(body).toJson());
}

Answer Fixture::remove(const QString &path, const QJsonObject &body)
{
    return send("DELETE", request(path), body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson());
}

Answer Fixture::sendFile(const QString &path, const QByteArray &field, const QByteArray &type,
                         const QByteArray &content, const QByteArray &token, const QString &fileName)
{
    QHttpMultiPart form(QHttpMultiPart::FormDataType);
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
    part.setRawHeader("Content-Disposition",
                      "form-data; name=\"" + field + "\"; filename=\"" + fileName.toUtf8() + '"');
    part.setBody(content);
    form.append(part);
    QNetworkRequest toSend = request(path);
    if (token.isEmpty())
        toSend.setRawHeader("apikey", m_endpoint.apiKey);
    else
        toSend.setRawHeader("Authorization", "Bearer " + token);
    return take(m_network.post(toSend, &form));
}

Answer Fixture::page(const QUrl &url, const QByteArray &acceptLanguage)
{
    QNetworkRequest toSend(url);
    toSend.setRawHeader("Accept-Language", acceptLanguage);
    return take(m_network.get(toSend));
}

Answer Fixture::asParticipant(const QString &path, const QString &token)
{
    QNetworkRequest toSend = request(path);
    toSend.setRawHeader("Authorization", "Bearer " + token.toLatin1());
    return take(m_network.get(toSend));
}

QString Fixture::user(const QString &role)
{
    return post(QStringLiteral("/v2/users"), {{QStringLiteral("role"), role}}).text("id");
}

QJsonObject Fixture::room(const QJsonObject &more, int others)
{
    QJsonArray participants{QJsonObject{{QStringLiteral("user_id"), user(QStringLiteral("plus"))}}};
    for (int i = 0; i < others; ++i)
        participants.append(QJsonObject{{QStringLiteral("user_id"), user()}});
    QJsonObject body = more;
    body.insert(QStringLiteral("participants"), participants);
    return post(QStringLiteral("/v2/rooms"), body).json;
}

QJsonObject Fixture::roomWithTools(const QJsonObject &tools)
{
    QJsonArray participants;
    for (const QString &role : {QStringLiteral("plus"), QStringLiteral("basic")})
        participants.append(QJsonObject{{QStringLiteral("user_id"), user(role)}, {QStringLiteral("tools"), tools}});
    return post(QStringLiteral("/v2/rooms"), {{QStringLiteral("participants"), participants}}).json;
}

quint16 Fixture::signallingPort(const QString &token)
{
    return quint16(QUrl(asParticipant(QStringLiteral("/call/session"), token).text("signalling_url")).port(0));
}

QUrl linkOf(const QJsonObject &room, int participant)
{
    const QJsonArray participants = room.value(QLatin1String("participants")).toArray();
    return QUrl(participants.at(participant).toObject().value(QLatin1String("url")).toString());
}

QString tokenOf(const QJsonObject &room, int participant)
{
    return linkOf(room, participant).fileName();
}

Visitor::Visitor(Fixture &fixture, QString token)
    : m_fixture(fixture), m_token(std::move(token)), m_socket(std::make_unique<QWebSocket>())
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, m_socket.get(), [this](const QString &text) {
        m_messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
        m_received = m_messages.last().take(QLatin1String("n")).toInt();
        if (!m_staysOn && m_messages.last().value(QLatin1String("type")) == QLatin1String("ended"))
            m_socket->close();
    });
}

Visitor::~Visitor()
{
    m_socket->abort();
}

QJsonObject Visitor::join(const QString &name)
{
    return enter({{QStringLiteral("name"), name}});
}

QJsonObject Visitor::resume(const Visitor &lost)
{
    return enter({{QStringLiteral("resume"), lost.m_id}, {QStringLiteral("received"), lost.m_received}});
}

QJsonObject Visitor::enter(QJsonObject message)
{
    static quint16 port = 0; // A dead link cannot ask for it any more.
    if (const quint16 told = m_fixture.signallingPort(m_token))
        port = told;
    m_socket->open(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port)));
    if (!QTest::qWaitFor([this] { return isConnected(); }, answerLimitMs))
        return {};
    message.insert(QStringLiteral("type"), QStringLiteral("join"));
    message.insert(QStringLiteral("token"), m_token);
    send(message);
    const QString joined = QStringLiteral("joined");
    const QString ended = QStringLiteral("ended");
    if (!QTest::qWaitFor([&] { return hasReceived(joined) || hasReceived(ended); }, answerLimitMs))
        return {};
    const QJsonObject answer = take(hasReceived(joined) ? joined : ended);
    m_id = answer.value(QLatin1String("id")).toString();
    return answer;
}

void Visitor::send(const QJsonObject &message)
{
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

bool Visitor::hasReceived(const QString &type) const
{
    return std::any_of(m_messages.cbegin(), m_messages.cend(),
                       [&](const QJsonObject &message) { return message.value(QLatin1String("type")) == type; });
}

QJsonObject Visitor::take(const QString &type)
{
    if (!QTest::qWaitFor([&] { return hasReceived(type); }, answerLimitMs))
        return {};
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        if (m_messages.at(i).value(QLatin1String("type")) == type)
            return m_messages.takeAt(i);
    }
    return {};
}

void Visitor::drop()
{
    m_socket->abort();
}

QByteArray jpeg(int width, int height, int bytes)
{
    QByteArray content = QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffc0000b08");
    for (const int side : {height, width}) {
        content.append(char(side >> 8));
        content.append(char(side & 0xff));
    }
    content.append(QByteArray::fromHex("01011100"));
    if (content.size() + 2 < bytes)
        content.append(QByteArray(bytes - content.size() - 2, '\0'));
    return content.append(QByteArray::fromHex("ffd9"));
}

} // namespace teleconsult::sandbox::test
