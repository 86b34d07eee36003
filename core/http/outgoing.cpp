#include "core/http/outgoing.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace teleconsult::http {

namespace {

/// A body that can be read once. Qt cannot rewind it, and so cannot do what it otherwise does unasked: send a request a
/// second time when the connection closes before the answer (measured with Qt 6.4.2).
class OneTimeBody final : public QIODevice
{
public:
    OneTimeBody(QList<files::Content> pieces, QObject *parent) : QIODevice(parent), m_pieces(std::move(pieces))
    {
        for (const files::Content &piece : std::as_const(m_pieces))
            m_size += piece.size();
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 length() const { return m_size; }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override { return m_size - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        qint64 before = 0;
        for (const files::Content &piece : std::as_const(m_pieces)) {
            const qint64 offset = m_read - before;
            before += piece.size();
            if (offset >= piece.size())
                continue;
            const qint64 taken = piece.read(offset, data, maxSize);
            m_read += std::max<qint64>(taken, 0);
            return taken;
        }
        return -1;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QList<files::Content> m_pieces;
    qint64 m_size = 0;
    qint64 m_read = 0;
};

} // namespace

std::shared_ptr<QNetworkAccessManager> makeNetwork(QObject *parent)
{
    auto *network = new QNetworkAccessManager(parent);
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return {network, [](QNetworkAccessManager *unused) { unused->deleteLater(); }};
}

std::shared_ptr<QNetworkAccessManager> freeNetwork(QList<std::shared_ptr<QNetworkAccessManager>> &networks,
                                                   QObject *parent)
{
    constexpr long connectionsEach = 6; // Of HTTP/1.1, to one host.
    constexpr qsizetype maximumNetworks = 8;
    // One of the holders is the list itself.
    const auto isIdler = [](const auto &one, const auto &other) { return one.use_count() < other.use_count(); };
    const auto idlest = std::min_element(networks.cbegin(), networks.cend(), isIdler);
    if (idlest != networks.cend() && (idlest->use_count() <= connectionsEach || networks.size() >= maximumNetworks))
        return *idlest;
    networks.append(makeNetwork(parent));
    return networks.last();
}

namespace {

QNetworkRequest describe(const Request &request, const QByteArray &requestId)
{
    QNetworkRequest outgoing(request.url);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    outgoing.setRawHeader("Accept", "application/json");
    // Uncompressed, so that the length of the body can be held against Content-Length.
    outgoing.setRawHeader("Accept-Encoding", "identity");
    if (!request.body.isEmpty())
        outgoing.setRawHeader("Content-Type", "application/json");
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        outgoing.setRawHeader(header.key(), header.value());
    outgoing.setRawHeader("x-request-id", requestId);
    return outgoing;
}

} // namespace

qint64 bodySize(const Request &request)
{
    qint64 size = request.body.size();
    for (const files::Content &piece : request.stream)
        size += piece.size();
    return size;
}

QByteArray requestIdFor(const Request &request)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9._:-]{1,64}\\z"));
    const QByteArray given = request.headers.value("x-request-id");
    return shape.match(QString::fromLatin1(given)).hasMatch() ? given
                                                              : QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QNetworkReply *startRequest(QNetworkAccessManager &network, const Request &request, const QByteArray &requestId)
{
    QNetworkRequest outgoing = describe(request, requestId);
    if (request.repeat == Request::Repeat::Never) {
        outgoing.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body =
            new OneTimeBody(request.stream.isEmpty() ? QList<files::Content>{request.body} : request.stream, &network);
        outgoing.setHeader(QNetworkRequest::ContentLengthHeader, body->length());
        // Nothing else will come over this connection: the peer need not keep it, nor a thread for it.
        outgoing.setRawHeader("Connection", "close");
        QNetworkReply *reply = network.sendCustomRequest(outgoing, request.method, body);
        body->setParent(reply);
        return reply;
    }
    if (request.method == "GET")
        return network.get(outgoing);
    if (request.method == "DELETE" && request.body.isEmpty())
        return network.deleteResource(outgoing);
    return network.sendCustomRequest(outgoing, request.method, request.body);
}

} // namespace teleconsult::http
