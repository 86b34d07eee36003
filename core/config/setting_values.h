// What a settings file and an environment variable hold is text: how the kinds of value are read from it.
#pragma once

#include "core/domain/error.h"

#include <QStringList>
#include <QUrl>
#include <QVariant>

#include <optional>

namespace teleconsult::config {

/// A setting that cannot be used as it is: kind Storage, `field` its key. Never holds the value, which may be a secret
/// that somebody put into the wrong place.
tl::unexpected<Error> settingError(const QString &code, const QString &key);

/// Without blanks around it. A list, which is how the settings file reads an unquoted comma, is one text again.
QString toText(const QVariant &value);
/// Comma-separated; empty entries are left out.
QStringList toList(const QVariant &value);
/// "true", "1", "false" or "0", whatever case.
std::optional<bool> toBool(const QVariant &value);

/// The address of a service below which its resources are: http or https, no user, query or fragment; without slashes
/// at its end. Nothing: the text is none. Whether it may be plain http is for the caller to say
/// (core/http/secure_url.h).
std::optional<QUrl> toBaseUrl(const QString &text);

/// Kaleyra's, without the version "/v2" that it may end in, which our own paths begin with. The API key travels there:
/// https, or http on this computer (core/http/secure_url.h). Nothing: the text is none.
std::optional<QUrl> toKaleyraUrl(const QString &text);
/// Of a service that secrets are sent to: https, or http on this computer. Nothing: the text is none.
std::optional<QUrl> toSafeBaseUrl(const QString &text);
/// Of a service that may be given by its host's name alone (http). Nothing: the text is neither.
std::optional<QUrl> toNamedBaseUrl(const QString &text);

/// Whether a header may be called so, and is not one of those that say something about the message itself
/// ("content-length") or that our own client sets ("x-request-id").
bool isHeaderForUs(const QString &name);

} // namespace teleconsult::config
