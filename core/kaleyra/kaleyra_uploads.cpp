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
    for (int pages = 0; pages < mostPages; ++pages) {
        QUrlQuery query = pageQuery(int(keys.size()));
        query.addQueryItem(names::roomParameter, QString::fromLatin1(QUrl::toPercentEncoding(roomId)));
        Call get{"GET", path(names::uploads), {}, query, {}};
        Result<QJsonDocument> answer = co_await ask(std::move(get));
        if (!answer)
            co_return Result<QStringList>(failure(std::move(answer).error()));
        const std::optional<Page<QString>> page = readUploadPage(*answer);
        if (!page)
            co_return Result<QStringList>(failure(badAnswer(QStringLiteral("the list of uploads has no uploads"))));
        keys += page->items;
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
    call.expects = saysUploadIsGone;
    Result<QJsonDocument> answer = co_await ask(std::move(call));
    if (answer || saysUploadIsGone(answer.error()))
        co_return Result<void>();
    co_return Result<void>(failure(std::move(answer).error()));
}

} // namespace teleconsult::kaleyra
