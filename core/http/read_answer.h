// What an answer's body means.
#pragma once

#include "core/domain/error.h"

#include <QJsonDocument>

#include <optional>

namespace teleconsult::http {

/// What `read` makes of an answer; `shapeless` when it makes nothing of it.
template <typename T>
Result<T> readAnswer(const Result<QJsonDocument> &answer, std::optional<T> (*read)(const QJsonDocument &body),
                     Error shapeless)
{
    if (!answer)
        return failure(answer.error());
    std::optional<T> found = read(*answer);
    if (!found)
        return failure(std::move(shapeless));
    return *std::move(found);
}

/// Whether it went well, for whoever asks for no more.
template <typename T>
Result<void> withoutValue(const Result<T> &answer)
{
    return answer ? Result<void>() : Result<void>(failure(answer.error()));
}

} // namespace teleconsult::http
