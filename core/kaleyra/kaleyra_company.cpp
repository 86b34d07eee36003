// The company of KaleyraClient and its backgrounds (reference §2.7, §2.8).
#include "core/http/form.h"
#include "core/kaleyra/background_picture.h"
#include "core/kaleyra/kaleyra_answers.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/kaleyra/kaleyra_json.h"

namespace teleconsult::kaleyra {

namespace {

/// 16 MB over a slow line: three minutes with the usual time-out.
constexpr int uploadPatience = 12;

} // namespace

Task<Company> KaleyraClient::company()
{
    Call get{"GET", path(names::company), {}, {}, {}};
    Result<QJsonDocument> answer = co_await ask(std::move(get));
    co_return readAnswer(answer, readCompany, QStringLiteral("the company is no JSON object"));
}

Task<Background> KaleyraClient::addBackground(files::Content jpeg, http::Transfer transfer)
{
    const http::Form form = http::formWithJpeg(names::backgroundPart, jpeg);
    Call post{"POST",           path(names::background), {}, {}, {}, http::Request::Repeat::Never,
              form.contentType, uploadPatience};
    post.stream = form.body;
    post.transfer = transfer;
    Result<QJsonDocument> answer = co_await ask(std::move(post));
    co_return readAnswer(answer, readBackground, QStringLiteral("the new background has no alias"));
}

Task<Backgrounds> KaleyraClient::backgrounds()
{
    Call get{"GET", path(names::backgrounds), {}, {}, {}};
    Result<QJsonDocument> answer = co_await ask(std::move(get));
    co_return readAnswer(answer, readBackgrounds, QStringLiteral("there is no list of backgrounds"));
}

Task<void> KaleyraClient::deleteBackground(QString alias)
{
    Call call{"DELETE", path(names::background), {}, {}, writeAlias(alias)};
    Result<bool> deleted = co_await remove(std::move(call), isNotFound);
    co_return http::withoutValue(deleted);
}

Task<QByteArray> KaleyraClient::picture(QUrl url)
{
    Result<QByteArray> fetched = co_await fetchPicture(m_http, url);
    co_return fetched;
}

Task<Company> KaleyraClient::setDefaultBackground(QString alias)
{
    Result<Company> changed = co_await putCompany(writeAlias(alias));
    co_return changed;
}

Task<Company> KaleyraClient::changeCompany(CompanyChange change)
{
    if (change == CompanyChange()) {
        Result<Company> read = co_await company();
        co_return read;
    }
    Result<Company> changed = co_await putCompany(writeCompanyChange(change));
    co_return changed;
}

Task<Company> KaleyraClient::putCompany(QByteArray body)
{
    Call put{"PUT", path(names::company), {}, {}, body};
    Result<QJsonDocument> answer = co_await ask(std::move(put));
    if (!answer)
        co_return Result<Company>(failure(std::move(answer).error()));
    std::optional<Company> changed = readCompany(*answer);
    if (changed && !changed->name.isEmpty())
        co_return Result<Company>(*std::move(changed));
    // What the update answers in version 2 is not known (§2.7).
    Result<Company> read = co_await company();
    co_return read;
}

} // namespace teleconsult::kaleyra
