// Shared by the parts of KaleyraClient; nobody else includes it.
#pragma once

#include "core/domain/error.h"
#include "core/http/read_answer.h"
#include "core/kaleyra/kaleyra_json.h"
#include "core/kaleyra/kaleyra_names.h"

#include <QUrlQuery>

namespace teleconsult::kaleyra {

inline constexpr int itemsPerPage = 100; ///< The largest page of a list (§1.6).
inline constexpr int maximumPages = 100; ///< Against a peer whose list never ends.

inline QLatin1String path(const names::Path &path)
{
    return QLatin1String(path.pattern);
}

inline QUrlQuery pageQuery(int offset)
{
    QUrlQuery query;
    query.addQueryItem(names::offsetParameter, QString::number(offset));
    query.addQueryItem(names::limitParameter, QString::number(itemsPerPage));
    return query;
}

/// An answer that does not say whether there is more ends the list with a page that is not full. An empty page always
/// does: asking for what comes after it would ask for the same again.
template <typename Item>
bool isLast(const Page<Item> &page)
{
    return page.items.isEmpty() || !page.hasMore.value_or(page.items.size() >= itemsPerPage);
}

inline Error badAnswer(const QString &detail)
{
    return makeError(Error::Kind::BadAnswer, {}, detail);
}

/// What `read` makes of an answer; BadAnswer with `detail` when it makes nothing of it.
template <typename T>
Result<T> readAnswer(const Result<QJsonDocument> &answer, std::optional<T> (*read)(const QJsonDocument &body),
                     const QString &detail)
{
    return http::readAnswer(answer, read, badAnswer(detail));
}

/// An id that would turn the path into another one, or that Kaleyra cannot have given.
inline Result<void> checkId(const QString &id, const QString &field)
{
    if (id.trimmed().isEmpty() || id == QLatin1String(".") || id == QLatin1String(".."))
        return invalid(QStringLiteral("required"), field, field + QStringLiteral(" is required"));
    return {};
}

} // namespace teleconsult::kaleyra
