// The users of RestApi, and the access tokens made for them.
#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_api.h"
#include "core/sandbox/rest_pages.h"

#include <QMessageAuthenticationCode>

namespace teleconsult::sandbox {

namespace {

HttpAnswer unknownUser()
{
    // 400, not 404: §4.1.
    return refusalAnswer({400, QStringLiteral("invalid_user_id"), QStringLiteral("There is no such user.")});
}

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QJsonObject &claims, const QByteArray &secret)
{
    const QByteArray header = encoded(QByteArrayLiteral(R"({"alg":"HS256","typ":"JWT"})"));
    const QByteArray payload = header + '.' + encoded(compactJson(claims));
    return payload + '.' + encoded(QMessageAuthenticationCode::hash(payload, secret, QCryptographicHash::Sha256));
}

} // namespace

QJsonObject RestApi::describe(const User &user) const
{
    return {{fields::id, user.id},
            {fields::role, user.role},
            {fields::allowCamera, user.allowCamera},
            {fields::language, user.language},
            {fields::avatarUrl, QJsonValue()},
            {fields::creationDate, dateText(user.createdAt)}};
}

HttpAnswer RestApi::createUser(const HttpRequest &request)
{
    const Checked<UserInput> input = readObject(request).and_then(readNewUser);
    if (!input)
        return refusalAnswer(input.error());
    User user;
    user.id = input->id.value_or(QStringLiteral("usr_") + randomText(20));
    if (m_context.state.user(user.id))
        return refusalAnswer(
            {400, QStringLiteral("user_id_already_exists"), QStringLiteral("id is taken by another user")});
    user.role = *input->role;
    user.allowCamera = input->allowCamera.value_or(true);
    user.language = input->language.value_or(m_context.state.company.defaultLanguage);
    user.createdAt = m_context.clock->now();
    m_context.state.users.append(user);
    return stored(describe(user), 201);
}

HttpAnswer RestApi::listUsers(const HttpRequest &request) const
{
    const Checked<PageInput> page = readPage(request.query);
    if (!page)
        return refusalAnswer(page.error());
    return jsonAnswer(
        pageOf(m_context.state.users, *page, fields::users, [this](const User &user) { return describe(user); }));
}

HttpAnswer RestApi::getUser(const QString &id) const
{
    const User *user = m_context.state.user(id);
    return user ? jsonAnswer(describe(*user)) : unknownUser();
}

HttpAnswer RestApi::updateUser(const QString &id, const HttpRequest &request)
{
    const Checked<UserInput> input = readObject(request).and_then(readUserChange);
    if (!m_context.state.user(id))
        return unknownUser();
    if (!input)
        return refusalAnswer(input.error());
    for (User &user : m_context.state.users) {
        if (user.id != id)
            continue;
        user.role = input->role.value_or(user.role);
        user.allowCamera = input->allowCamera.value_or(user.allowCamera);
        user.language = input->language.value_or(user.language);
    }
    return stored(describe(*m_context.state.user(id)));
}

HttpAnswer RestApi::deleteUser(const QString &id)
{
    if (!m_context.state.user(id))
        return unknownUser();
    m_context.state.removeUser(id);
    m_context.calls->removeUser(id);
    return stored({{fields::id, id}, {fields::message, QStringLiteral("User deleted")}});
}

HttpAnswer RestApi::createCredentials(const HttpRequest &request) const
{
    const Checked<CredentialsInput> input = readObject(request).and_then(readCredentials);
    if (!input)
        return refusalAnswer(input.error());
    const User *user = m_context.state.user(input->userId);
    if (!user)
        return unknownUser();
    const QDateTime now = m_context.clock->now();
    const QDateTime expiresAt = now.addSecs(input->expiresIn);
    const QJsonObject claims{{QStringLiteral("user"), user->id},
                             {QStringLiteral("companyId"), m_context.state.company.id},
                             {QStringLiteral("allowCamera"), user->allowCamera},
                             {QStringLiteral("iat"), now.toSecsSinceEpoch()},
                             {QStringLiteral("exp"), expiresAt.toSecsSinceEpoch()},
                             {QStringLiteral("iss"), QStringLiteral("teleconsult-sandbox")},
                             {QStringLiteral("sub"), user->id}};
    return jsonAnswer({{fields::accessToken, QString::fromLatin1(signedToken(claims, m_context.state.tokenSecret))},
                       {fields::expiresAt, dateText(expiresAt)},
                       {fields::userId, user->id}});
}

} // namespace teleconsult::sandbox
