// The head of a request, read strictly.
#pragma once

#include "core/serving/http_message.h"

namespace teleconsult::serving {

/// What a request says before its body.
struct RequestHead
{
    HttpRequest request;  ///< Without body and parts.
    QString host;         ///< Of the Host header, or of an absolute target, which comes before it.
    bool hasBody = false; ///< It says how long one is; a request that does not has none (RFC 9112, 6.3).
    /// As the library is to read the body: its framing and its kind, and whether the client waits to be asked for it.
    QByteArray framing;
};

inline constexpr qsizetype maximumHead = 16 * 1024; ///< In bytes, the request line included.
inline constexpr int maximumHeaders = 100;

/// The size of the head at the start of `received`, its empty line included; 0: it is not all there.
qsizetype headSize(const QByteArray &received);

/// Reads a whole head as RFC 9112 has it, and nothing that two programs may read in two ways: a length given twice, a
/// length beside chunks, lines that end in something else than CRLF, lines that go on in the next one, spaces before a
/// colon. Values are taken as they are. Answers the status to refuse with, or 0: 400, 431 (too many headers), 501 (a
/// method or coding that is not known), 505.
int readHead(const QByteArray &head, RequestHead &into);

} // namespace teleconsult::serving
