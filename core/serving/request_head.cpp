#include "core/serving/request_head.h"

#include <algorithm>

namespace teleconsult::serving {

namespace {

const QByteArray lineEnd = QByteArrayLiteral("\r\n");
const QByteArray headEnd = QByteArrayLiteral("\r\n\r\n");
constexpr qsizetype maximumDigits = 15; // Of a length: more than any that is served, and no overflow.

bool isTokenChar(char c)
{
    const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return isAlphanumeric || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

/// Tabs are spaces; other control characters would end a line for somebody.
bool isValue(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\t' || (quint8(c) >= 0x20 && c != '\x7f'); });
}

bool isTarget(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '#'; });
}

bool isKnownMethod(const QByteArray &method)
{
    static const QList<QByteArray> known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return known.contains(method);
}

/// Makes a path of "http://host/path", which names a host of its own.
bool takeAuthority(QByteArray &target, QString &host)
{
    const qsizetype scheme = target.indexOf("://");
    const QByteArray name = target.left(std::max<qsizetype>(scheme, 0)).toLower();
    if (name != "http" && name != "https")
        return false;
    const QByteArray rest = target.mid(scheme + 3);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const QByteArray authority = rest.left(end - rest.begin());
    target = rest.mid(authority.size());
    if (!target.startsWith('/'))
        target.prepend('/');
    host = QString::fromLatin1(authority);
    return !authority.isEmpty() && !authority.contains('@');
}

int readRequestLine(const QByteArray &line, RequestHead &into)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || words.at(1).isEmpty() || !isTarget(words.at(1)))
        return 400;
    if (words.at(2) != "HTTP/1.1" && words.at(2) != "HTTP/1.0")
        return words.at(2).startsWith("HTTP/") ? 505 : 400;
    if (!isKnownMethod(words.at(0)))
        return 501;
    QByteArray target = words.at(1);
    if (!target.startsWith('/') && !takeAuthority(target, into.host))
        return 400;
    const QString text = QString::fromLatin1(target);
    into.request.method = words.at(0);
    into.request.path = text.section(QLatin1Char('?'), 0, 0);
    into.request.query = QUrlQuery(text.section(QLatin1Char('?'), 1));
    return 0;
}

int readHeaders(const QByteArrayList &lines, HttpRequest &into)
{
    if (lines.size() > maximumHeaders)
        return 431;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (!isToken(name) || !isValue(value))
            return 400;
        const auto earlier = into.headers.find(name);
        if (earlier == into.headers.end()) {
            into.headers.insert(name, value);
            continue;
        }
        into.repeatedHeaders.insert(name);
        *earlier += (name == "cookie" ? "; " : ", ") + value;
    }
    return 0;
}

/// How long the body is, which everybody between the client and us must understand in the same way.
int readFraming(bool isOldVersion, RequestHead &into)
{
    const HttpRequest &request = into.request;
    static const QByteArray length = QByteArrayLiteral("content-length");
    static const QByteArray coding = QByteArrayLiteral("transfer-encoding");
    for (const QByteArray &name : {length, coding, QByteArrayLiteral("host"), QByteArrayLiteral("content-type")}) {
        if (request.repeatedHeaders.contains(name))
            return 400;
    }
    const bool isChunked = request.headers.contains(coding);
    const bool hasLength = request.headers.contains(length);
    if (isChunked && (hasLength || isOldVersion))
        return 400;
    if (isChunked && request.header(coding).toLower() != "chunked")
        return 501;
    const QByteArray digits = request.header(length);
    const bool isNumber = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (hasLength && (digits.isEmpty() || digits.size() > maximumDigits || !isNumber))
        return 400;
    into.hasBody = isChunked || hasLength;
    if (isChunked)
        into.framing += "Transfer-Encoding: chunked\r\n";
    if (hasLength)
        into.framing += "Content-Length: " + digits + lineEnd;
    if (request.headers.contains("content-type"))
        into.framing += "Content-Type: " + request.header("content-type") + lineEnd;
    if (request.header("expect").toLower() == "100-continue")
        into.framing += "Expect: 100-continue\r\n";
    return 0;
}

} // namespace

qsizetype headSize(const QByteArray &received)
{
    const qsizetype end = received.indexOf(headEnd);
    return end < 0 ? 0 : end + headEnd.size();
}

int readHead(const QByteArray &head, RequestHead &into)
{
    QByteArrayList lines;
    qsizetype begin = 0;
    while (begin < head.size() - lineEnd.size()) {
        const qsizetype end = head.indexOf(lineEnd, begin);
        if (end < 0)
            return 400;
        lines << head.mid(begin, end - begin);
        begin = end + lineEnd.size();
    }
    if (lines.isEmpty())
        return 400;
    const QByteArray requestLine = lines.takeFirst();
    if (const int refused = readRequestLine(requestLine, into))
        return refused;
    if (const int refused = readHeaders(lines, into.request))
        return refused;
    const bool isOldVersion = requestLine.endsWith("/1.0");
    if (!isOldVersion && !into.request.headers.contains("host"))
        return 400;
    if (into.host.isEmpty())
        into.host = QString::fromLatin1(into.request.header("host"));
    return readFraming(isOldVersion, into);
}

} // namespace teleconsult::serving
