// Shared by the parts of KaleyraClient; nobody else includes it.
#pragma once

#include "core/kaleyra/kaleyra_names.h"

#include "core/domain/error.h"

#include <QUrlQuery>

namespace teleconsult::kaleyra {

inline constexpr int itemsPerPage = 100; ///< The largest page of a list (§1.6).
inline constexpr int mostPages = 100;    ///< Against a peer whose list never ends.

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

inline Error badAnswer(const QString &detail)
{
    return makeError(Error::Kind::BadAnswer, {}, detail);
}

/// An id that would turn the path into another one, or that Kaleyra cannot have given.
inline Result<void> checkId(const QString &id, const QString &field)
{
    if (id.trimmed().isEmpty() || id == QLatin1String(".") || id == QLatin1String(".."))
        return invalid(QStringLiteral("required"), field, field + QStringLiteral(" is required"));
    return {};
}

} // namespace teleconsult::kaleyra
