// The files shared in a call, of KaleyraClient (reference §2.5).
#include "core/kaleyra/kaleyra_answers.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/kaleyra/kaleyra_json.h"

namespace teleconsult::kaleyra {

namespace {

bool saysUploadIsGone(const Error &error)
{
    return isNotFound(error) || error.code == names::unknownUploadCode;
}

} // namespace

Task<QStringList> KaleyraClient::uploadKeys(QString roomId)
{
    QStringList keys;
    qsizetype seen = 0;
    for (int pages = 0; pages < maximumPages; ++pages) {
        QUrlQuery query = pageQuery(int(seen));
        query.addQueryItem(names::roomParameter, QString::fromLatin1(QUrl::toPercentEncoding(roomId)));
        Call get{"GET", path(names::uploads), {}, query, {}};
        Result<QJsonDocument> answer = co_await ask(std::move(get));
        const Result<Page<Upload>> page =
            readAnswer(answer, readUploadPage, QStringLiteral("the list of uploads has no uploads"));
        if (!page)
            co_return Result<QStringList>(failure(page.error()));
        seen += page->items.size();
        // That the list is held to the room is not certain (§2.5), and what is listed here gets deleted.
        for (const Upload &upload : page->items) {
            if (upload.roomId.value_or(roomId) == roomId)
                keys.append(upload.key);
        }
        if (isLast(*page))
            co_return Result<QStringList>(keys);
    }
    co_return Result<QStringList>(failure(badAnswer(QStringLiteral("the list of uploads does not end"))));
}

Task<void> KaleyraClient::deleteUpload(QString key)
{
    Result<void> keyCheck = checkId(key, QStringLiteral("key"));
    if (!keyCheck)
        co_return keyCheck;
    Call call{"DELETE", path(names::upload), key, {}, {}};
    Result<bool> deleted = co_await remove(std::move(call), saysUploadIsGone);
    co_return http::withoutValue(deleted);
}

} // namespace teleconsult::kaleyra
