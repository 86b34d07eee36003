// What may be said in a log or an error about a request.
#pragma once

#include <QString>
#include <QUrl>

namespace teleconsult::http {

/// Scheme, host, port and path: no user, password, query or fragment. A path segment that could be an id or a token
/// (anything but a word in lower case or a version such as "v2") is shown as "…".
QString redactedUrl(const QUrl &url);

/// A peer's own words, fit for an error: at most 200 characters on one line, with links, e-mail addresses and whatever
/// could be a key, an id or a token taken out.
QString redactedText(const QString &text);

/// A peer's error code or name of a field if it looks like one (letters, digits, '_', '-', '.', '/', '[', ']'; at most
/// 64), else empty.
QString safeCode(const QString &code);

} // namespace teleconsult::http
