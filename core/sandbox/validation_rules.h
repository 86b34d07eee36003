// Words and checks that the validation of every kind of request shares.
#pragma once

#include "core/sandbox/rest_validation.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

namespace teleconsult::sandbox {

tl::unexpected<Refusal> refuse(int status, const QString &code, const QString &message);

/// 422 with the code invalid_<field> and a message that names the field in full.
tl::unexpected<Refusal> invalidField(const QString &field, const QString &rule);

/// Refuses a field that the request does not have; `prefix` is what stands before its name in the message.
Checked<void> onlyKnown(const QJsonObject &object, std::initializer_list<QLatin1String> known,
                        const QString &prefix = QString());

template <std::size_t Count>
bool isOneOf(const QLatin1String (&words)[Count], const QString &word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What a text must match from its first character to its last; with "^…$" a final line break would pass.
QRegularExpression whole(const QString &pattern);

} // namespace teleconsult::sandbox
