// The one error type, and the result of everything that can fail.
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>

namespace teleconsult {

/// What went wrong, for a program and for a person. A value; cheap to copy.
/// `kind` is what code branches on; a person is told what ui/widgets/error_text.h makes of kind, code and field.
/// None of the members ever holds an API key, an access link, a token or the name of a participant.
struct Error
{
    enum class Kind {
        Invalid,      ///< The request is wrong: `field` names the culprit, `code` the rule (domain codes below).
        NotFound,     ///< The thing asked for does not exist (any more).
        Unauthorized, ///< The caller may not see it, or the key was refused.
        Conflict,     ///< Something of the same identity exists already.
        Immutable,    ///< The consultation can no longer be changed (seed 004, PATCH).
        RateLimited,  ///< The peer asks us to slow down (429).
        Unreachable,  ///< No answer: refused, reset, timed out, name not resolved.
        BadAnswer,    ///< An answer that is no answer: truncated, not JSON, fields missing.
        Server,       ///< The peer failed (5xx), or refused for a reason of its own.
        Storage,      ///< The local database or file system failed.
        Cancelled,    ///< Given up: its owner went away, or wants it no more.
    };

    Kind kind = Kind::Server;
    int httpStatus = 0; ///< The peer's status, or the one our own API answers with; 0: none.
    QString code;       ///< Precise machine-readable reason, e.g. "no_plus_user"; Kaleyra's own code where it gave one.
    QString field;      ///< The offending field, in the API's spelling ("start_date"); empty: none.
    QString message;    ///< Documented English text of the API where one exists (seed 004).
    QString detail;     ///< Technical detail for the log; already redacted.
    QString requestId;  ///< Id under which the request stands in the logs of both sides.
    bool retryable = false; ///< The same request may succeed later.
    /// How long the peer asks not to be asked again (Retry-After); 0: it did not say.
    std::chrono::seconds retryAfter{0};

    /// One line for a log: kind, status, code, field, detail, request id.
    QString toLogLine() const;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Makes the failed side of a Result: `return failure({.kind = …})`.
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// An error of this kind; what else is known of it can be added.
Error makeError(Error::Kind kind, const QString &code = {}, const QString &detail = {});

/// A rule of the domain is broken: kind Invalid, status 400.
tl::unexpected<Error> invalid(const QString &code, const QString &field, const QString &message);

/// Who asks is nobody, or has no part in it (seed 004, GET and POST /credentials).
Error unauthorizedUser(const QString &code);

inline bool isNotFound(const Error &error)
{
    return error.kind == Error::Kind::NotFound;
}

/// Whether the peer has told, in its contract's words, that the thing does not exist. With a 404 that has none a
/// gateway may have answered in its place, or another server, or the answer was cut short.
inline bool isToldNotFound(const Error &error)
{
    return isNotFound(error) && !error.message.isEmpty();
}

/// Whether the step that ended with this error may have been taken all the same: no answer came, none that could be
/// read, or one of a machine in between. A peer that refuses (4xx) has done nothing.
bool mayHaveHappened(const Error &error);

/// The English name of a kind, for logs and tests. Not called toString: QCOMPARE would take it for its own.
QString nameOf(Error::Kind kind);

} // namespace teleconsult
