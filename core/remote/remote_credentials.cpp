#include "core/remote/remote_credentials.h"

#include "core/http/form.h"
#include "core/kaleyra/background_picture.h"
#include "core/service/contract_names.h"

namespace teleconsult::remote {

namespace names = service::names;

namespace {

Question forToken(const ParticipantData &person, std::optional<std::chrono::seconds> lifetime)
{
    QJsonObject body;
    if (lifetime)
        body.insert(names::expiresIn, qint64(lifetime->count()));
    // A second token does no harm.
    Question asked = withBody(repeatable(question("POST", names::credentials)), body);
    asked.asker = StationIdentity{person.externalId, person.fullName, person.groups};
    return asked;
}

Question withBackground(const files::Content &jpeg, const http::Transfer &transfer)
{
    const http::Form form = http::formWithJpeg(QByteArray(names::background.data(), names::background.size()), jpeg);
    Question asked = question("POST", names::backgroundImage);
    asked.stream = form.body;
    asked.transfer = transfer;
    asked.contentType = form.contentType;
    return asked;
}

Question withAlias(const QString &alias)
{
    return withBody(repeatable(question("PATCH", names::settingsUpdate)), {{names::backgroundAlias, alias}});
}

} // namespace

Task<kaleyra::AccessToken> RemoteCredentials::issue(ParticipantData person,
                                                    std::optional<std::chrono::seconds> lifetime, RequestContext)
{
    const service::Operations::Scope operation(m_operations);
    person.externalId = person.externalId.trimmed();
    if (person.externalId.isEmpty())
        co_return failure(unauthorizedUser(QStringLiteral("no_identity")));
    Result<QJsonDocument> answer = co_await m_connection.ask(forToken(person, lifetime));
    co_return readAnswer<kaleyra::AccessToken>(answer, readToken);
}

Task<kaleyra::Company> RemoteCompany::company()
{
    const service::Operations::Scope operation(m_operations);
    Result<QJsonDocument> answer = co_await m_connection.ask(extension(question("GET", names::company)));
    co_return readAnswer<kaleyra::Company>(answer, readCompany);
}

Task<kaleyra::Company> RemoteCompany::change(kaleyra::CompanyChange)
{
    co_return failure(notOffered());
}

Task<kaleyra::Theme> RemoteCompany::theme()
{
    co_return failure(notOffered());
}

Task<kaleyra::Theme> RemoteCompany::setTheme(kaleyra::Theme)
{
    co_return failure(notOffered());
}

Task<kaleyra::Backgrounds> RemoteCompany::backgrounds()
{
    co_return failure(notOffered());
}

Task<void> RemoteCompany::deleteBackground(QString)
{
    co_return failure(notOffered());
}

Task<QByteArray> RemoteCompany::picture(QUrl url)
{
    const service::Operations::Scope operation(m_operations);
    Result<QByteArray> fetched = co_await kaleyra::fetchPicture(m_connection.http(), url);
    co_return fetched;
}

Task<kaleyra::Background> RemoteCompany::addBackground(files::Content jpeg, http::Transfer transfer)
{
    const service::Operations::Scope operation(m_operations);
    const Result<void> acceptable = service::checkBackground(jpeg);
    if (!acceptable)
        co_return failure(acceptable.error());
    Result<QJsonDocument> answer = co_await m_connection.ask(withBackground(jpeg, transfer));
    co_return readAnswer<kaleyra::Background>(answer, readBackground);
}

Task<kaleyra::Company> RemoteCompany::setDefaultBackground(QString alias)
{
    const service::Operations::Scope operation(m_operations);
    const Result<QString> wanted = service::checkedAlias(alias);
    if (!wanted)
        co_return failure(wanted.error());
    Result<QJsonDocument> answer = co_await m_connection.ask(withAlias(*wanted));
    co_return readAnswer<kaleyra::Company>(answer, readCompany);
}

} // namespace teleconsult::remote
