// The company of RestApi: settings, theme, backgrounds.
#include "core/domain/jpeg.h"
#include "core/domain/json.h"
#include "core/sandbox/identifiers.h"
#include "core/sandbox/rest_api.h"
#include "core/sandbox/rest_validation.h"

#include <QJsonArray>

namespace teleconsult::sandbox {

namespace {

// §2.8
constexpr int minimumBackgroundSide = 1280;
constexpr qint64 maximumBackgroundBytes = 16LL * 1024 * 1024;
constexpr int maximumBackgrounds = 10;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue describeColours(const ThemeColours &colours)
{
    if (colours.primary.isEmpty() && colours.accent.isEmpty())
        return {};
    return QJsonObject{{fields::primaryColor, orNull(colours.primary)}, {fields::accentColor, orNull(colours.accent)}};
}

Checked<QByteArray> readBackground(const HttpRequest &request)
{
    const auto refuse = [](int status, const QString &code, const QString &message) {
        return tl::unexpected<Refusal>({status, code, message});
    };
    const FormPart *file = nullptr;
    for (const FormPart &part : request.parts) {
        if (part.name != fields::virtualBackground)
            return refuse(422, QStringLiteral("unknown_field"),
                          part.name + QStringLiteral(" is not a field of this request"));
        file = &part;
    }
    if (!file || file->content.isEmpty())
        return refuse(400, QStringLiteral("file_not_found"), QStringLiteral("virtual_background is required"));
    const bool typeIsJpeg = file->contentType == "image/jpeg" || file->contentType == "image/jpg";
    const QSize size = jpegSize(file->content.toByteArray());
    if (!typeIsJpeg || !size.isValid())
        return refuse(422, QStringLiteral("invalid_file"), QStringLiteral("virtual_background must be a JPEG"));
    if (file->content.size() > maximumBackgroundBytes)
        return refuse(422, QStringLiteral("invalid_file"), QStringLiteral("virtual_background must not exceed 16 MB"));
    if (size.width() < minimumBackgroundSide || size.height() < minimumBackgroundSide)
        return refuse(422, QStringLiteral("wrong_file_dimension"),
                      QStringLiteral("virtual_background must be at least 1280 by 1280"));
    return file->content.toByteArray();
}

} // namespace

QJsonObject RestApi::describe(const Background &background) const
{
    QString date = dateText(background.createdAt);
    date.chop(1); // Backgrounds have no Z (§1.3).
    return {{fields::backgroundAlias, background.alias},
            {fields::url, m_context.backgroundUrl(background.alias)},
            {fields::creationDate, date}};
}

QJsonValue RestApi::defaultBackground() const
{
    const Background *background = m_context.state.background(m_context.state.company.defaultBackground);
    return background ? QJsonValue(describe(*background)) : QJsonValue();
}

HttpAnswer RestApi::getCompany() const
{
    const Company &company = m_context.state.company;
    return jsonAnswer({{fields::name, company.name},
                       {fields::defaultLanguage, company.defaultLanguage},
                       {fields::logos, QJsonObject{{fields::lightUrl, QJsonValue()}, {fields::darkUrl, QJsonValue()}}},
                       {fields::defaultBackground, defaultBackground()},
                       {fields::endCallRedirectUrl, orNull(m_context.endCallRedirectUrl())},
                       {fields::endCallRedirectTimeoutMs, company.endCallRedirectTimeoutMs},
                       {fields::userDetailsProviderUrl, orNull(company.userDetailsProviderUrl)}});
}

HttpAnswer RestApi::updateCompany(const HttpRequest &request)
{
    const Checked<CompanyInput> input = readObject(request).and_then(
        [this](const QJsonObject &body) { return readCompanyChange(body, m_context.state); });
    if (!input)
        return refusalAnswer(input.error());
    Company &company = m_context.state.company;
    company.name = input->name.value_or(company.name);
    company.defaultLanguage = input->defaultLanguage.value_or(company.defaultLanguage);
    company.defaultBackground = input->backgroundAlias.value_or(company.defaultBackground);
    if (input->endCallRedirectUrl) {
        company.redirectIsOwnPage = *input->endCallRedirectUrl == m_context.address(paths::ended);
        company.endCallRedirectUrl = company.redirectIsOwnPage ? QString() : *input->endCallRedirectUrl;
    }
    company.endCallRedirectTimeoutMs = input->endCallRedirectTimeoutMs.value_or(company.endCallRedirectTimeoutMs);
    company.userDetailsProviderUrl = input->userDetailsProviderUrl.value_or(company.userDetailsProviderUrl);
    const HttpAnswer answer = stored({});
    return answer.status == 200 ? getCompany() : answer;
}

HttpAnswer RestApi::getTheme() const
{
    const Company &company = m_context.state.company;
    return jsonAnswer({{fields::light, describeColours(company.light)}, {fields::dark, describeColours(company.dark)}});
}

HttpAnswer RestApi::updateTheme(const HttpRequest &request)
{
    const Checked<ThemeInput> input = readObject(request).and_then(readThemeChange);
    if (!input)
        return refusalAnswer(input.error());
    Company &company = m_context.state.company;
    company.light = input->light.value_or(company.light);
    company.dark = input->dark.value_or(company.dark);
    const HttpAnswer answer = stored({});
    return answer.status == 200 ? getTheme() : answer;
}

HttpAnswer RestApi::listBackgrounds() const
{
    QJsonArray array;
    const QList<Background> &backgrounds = m_context.state.company.backgrounds;
    for (auto background = backgrounds.rbegin(); background != backgrounds.rend(); ++background)
        array.append(describe(*background));
    return jsonAnswer({{fields::defaultBackground, defaultBackground()}, {fields::backgrounds, array}});
}

HttpAnswer RestApi::addBackground(const HttpRequest &request)
{
    const Checked<QByteArray> content = readBackground(request);
    if (!content)
        return refusalAnswer(content.error());
    if (m_context.state.company.backgrounds.size() >= maximumBackgrounds)
        return refusalAnswer({400, QStringLiteral("exceeded_background_limit"),
                              QStringLiteral("A company has at most 10 backgrounds.")});
    const Background background{randomText(20), m_context.clock->now()};
    if (!m_context.backgrounds.write(background.alias, *content))
        return refusalAnswer({400, QStringLiteral("upload_error"), QStringLiteral("The file cannot be stored.")});
    m_context.state.company.backgrounds.append(background);
    return stored(describe(background), 201);
}

HttpAnswer RestApi::deleteBackground(const HttpRequest &request)
{
    const Checked<QString> alias = readObject(request).and_then(readBackgroundAlias);
    if (!alias)
        return refusalAnswer(alias.error());
    const Background *found = m_context.state.background(*alias);
    if (!found)
        return refusalAnswer(
            {404, QStringLiteral("background_not_found"), QStringLiteral("There is no such background.")});
    const QJsonObject object = describe(*found);
    m_context.backgrounds.remove(*alias);
    Company &company = m_context.state.company;
    company.backgrounds.removeIf([&](const Background &background) { return background.alias == *alias; });
    if (company.defaultBackground == *alias)
        company.defaultBackground.clear();
    return stored(object);
}

} // namespace teleconsult::sandbox
