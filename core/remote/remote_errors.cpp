// How the errors of the contract are read: readError().
#include "core/remote/remote_json.h"
#include "core/service/contract_names.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace teleconsult::remote {

namespace names = service::names;

namespace {

/// The field that a message begins with; empty: it begins with none.
QString fieldIn(const QString &message)
{
    static const QRegularExpression field(
        QStringLiteral("^(participants(?:\\.number|\\.data(?:\\[\\d+\\](?:\\.\\w+)?)?)?|start_date|end_date|"
                       "duration_in_seconds|userExternalId|groups|fullName|language|useBackground|expiresIn|"
                       "virtual_background|background_alias|body|from|until|text|limit|offset)\\b"));
    const QRegularExpressionMatch match = field.match(message);
    return match.hasMatch() ? match.captured(1) : QString();
}

/// The rule that was broken, as far as our own messages tell; empty: they do not.
QString ruleIn(const QString &message)
{
    static const std::array<std::pair<QLatin1String, QLatin1String>, 9> rules{{
        {QLatin1String("is required"), QLatin1String("required")},
        {QLatin1String("names a participant twice"), QLatin1String("duplicate")},
        {QLatin1String("must leave at least"), QLatin1String("too_short")},
        {QLatin1String("must leave at most"), QLatin1String("too_long")},
        {QLatin1String("must be at least 2"), QLatin1String("too_few")},
        {QLatin1String("must be at most 25"), QLatin1String("too_many")},
        {QLatin1String("must not exceed participants.number"), QLatin1String("too_many")},
        {QLatin1String("must be between"), QLatin1String("out_of_range")},
        {QLatin1String("must be a valid date"), QLatin1String("invalid_date")},
    }};
    for (const auto &[words, rule] : rules) {
        if (message.contains(words))
            return rule;
    }
    return {};
}

/// Told by the two kinds of service: ours, and the original one.
bool isUnknownPath(const QString &message)
{
    return message == names::nothingHere || message.startsWith(QLatin1String("Route "));
}

QString codeFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return error.message == names::unauthorizedUser ? QStringLiteral("not_allowed")
                                                        : QStringLiteral("token_refused");
    case Error::Kind::NotFound:
        return isUnknownPath(error.message) ? QStringLiteral("no_such_path") : QString();
    case Error::Kind::Conflict:
        if (error.message == names::changedMeanwhile)
            return QStringLiteral("changed_meanwhile");
        return error.message == names::tooLate ? QStringLiteral("immutable") : QStringLiteral("conflict");
    case Error::Kind::Invalid:
        return ruleIn(error.message);
    default:
        return {};
    }
}

} // namespace

void readError(const QJsonDocument &body, Error &error)
{
    const QJsonObject object = body.object();
    const QString message = object.value(names::message).toString();
    error.message = message.isEmpty() ? object.value(names::error).toString() : message;
    error.code = codeFor(error);
    if (error.code == QLatin1String("immutable"))
        error.kind = Error::Kind::Immutable;
    if (error.kind != Error::Kind::Invalid)
        return;
    error.field = fieldIn(error.message);
    if (error.message.endsWith(QLatin1String("no plus user in room"))) {
        error.code = QStringLiteral("no_plus_user");
        error.field = QStringLiteral("participants.data");
    }
}

} // namespace teleconsult::remote
