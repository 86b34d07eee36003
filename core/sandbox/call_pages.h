// What a browser gets: the call page, its parts, what it asks for while it runs, and the page after the call.
#pragma once

#include "core/sandbox/context.h"
#include "core/sandbox/http_message.h"

namespace teleconsult::sandbox {

/// Largest file that can be shared in a call.
inline constexpr qint64 maximumSharedFile = 25LL * 1024 * 1024;

/// Answers everything that is not under /v2. Lives on the owner thread; does not own the context, which outlives it.
/// A participant is who holds a link's token: the call page sends it as "Authorization: Bearer …".
class CallPages
{
public:
    /// `signallingPort` is where the page finds the other participants.
    CallPages(Context &context, quint16 signallingPort);

    HttpAnswer answer(const HttpRequest &request);

private:
    HttpAnswer callPage(const QString &token, const HttpRequest &request);
    HttpAnswer endedPage(const HttpRequest &request) const;
    HttpAnswer asset(const QString &name) const;
    HttpAnswer background(const QString &alias) const;
    HttpAnswer download(const QString &secret) const;

    /// What the page of this participant needs to know.
    HttpAnswer session(const HttpRequest &request);
    HttpAnswer listFiles(const HttpRequest &request);
    HttpAnswer shareFile(const HttpRequest &request);
    HttpAnswer deadLink(const QString &token) const;

    Context &m_context;
    quint16 m_signallingPort;
};

} // namespace teleconsult::sandbox
