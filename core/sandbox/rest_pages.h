// Lists in pages (reference §1.6).
#pragma once

#include "core/sandbox/rest_names.h"
#include "core/sandbox/rest_validation.h"

#include <QJsonArray>

namespace teleconsult::sandbox {

/// The wanted page of a list that is kept oldest first; an answer has the newest first. `count` is that of the page.
template <typename T, typename Describe>
QJsonObject pageOf(const QList<T> &items, const PageInput &page, QLatin1String collection, Describe describe)
{
    QJsonArray array;
    for (qsizetype i = page.offset; i < items.size() && array.size() < page.limit; ++i)
        array.append(describe(items.at(items.size() - 1 - i)));
    return {{fields::offset, page.offset},
            {fields::limit, page.limit},
            {fields::hasMore, page.offset + array.size() < items.size()},
            {fields::count, array.size()},
            {collection, array}};
}

} // namespace teleconsult::sandbox
