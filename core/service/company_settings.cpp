#include "core/service/company_settings.h"

#include "core/domain/jpeg.h"
#include "core/domain/web_address.h"

#include <QHash>
#include <QRegularExpression>
#include <QSize>

#include <algorithm>

namespace teleconsult::service {

namespace {

tl::unexpected<Error> refused(int status, const QString &code, const QString &message)
{
    tl::unexpected<Error> error = invalid(code, QStringLiteral("virtual_background"), message);
    error.value().httpStatus = status;
    return error;
}

/// Kaleyra's refusal of an alias is told of the request's field: whoever asked can mend it.
Error onUnknownAlias(Error error)
{
    if (error.code != QLatin1String("invalid_background_alias"))
        return error;
    return invalid(error.code, QStringLiteral("background_alias"),
                   QStringLiteral("background_alias is not one of the company's backgrounds"))
        .value();
}

/// Kaleyra's refusal of a picture (reference/kaleyra-video-api.md §4.1), likewise.
Error onRefusedPicture(Error error)
{
    static const QHash<QString, QString> reasons{
        {QStringLiteral("invalid_file"), QStringLiteral("is not a picture that Kaleyra takes")},
        {QStringLiteral("wrong_file_dimension"), QStringLiteral("has dimensions that Kaleyra does not take")},
        {QStringLiteral("error_processing_image"), QStringLiteral("cannot be read by Kaleyra: it may be damaged")},
        {QStringLiteral("exceeded_background_limit"), QStringLiteral("is one too many: delete a background first")}};
    const auto reason = reasons.constFind(error.code);
    if (reason == reasons.cend())
        return error;
    return refused(400, error.code, QStringLiteral("virtual_background ") + *reason).value();
}

} // namespace

Result<void> checkBackground(const files::Content &file)
{
    if (file.isEmpty())
        return refused(400, QStringLiteral("required"), QStringLiteral("virtual_background is required"));
    if (file.size() > maximumBackgroundBytes)
        return refused(413, QStringLiteral("too_large"), QStringLiteral("virtual_background must not exceed 10 MB"));
    const QSize size = jpegSize([&file](qint64 offset, qint64 wanted) {
        QByteArray bytes(qsizetype(wanted), Qt::Uninitialized);
        bytes.resize(qsizetype(std::max<qint64>(file.read(offset, bytes.data(), wanted), 0)));
        return bytes;
    });
    if (!size.isValid())
        return refused(415, QStringLiteral("not_a_jpeg"), QStringLiteral("virtual_background must be a JPEG"));
    if (size.width() < minimumBackgroundSide || size.height() < minimumBackgroundSide) {
        return refused(400, QStringLiteral("too_small"),
                       QStringLiteral("virtual_background is %1 by %2 pixels and must be at least %3 by %3")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(minimumBackgroundSide));
    }
    return {};
}

Result<QString> checkedAlias(const QString &alias)
{
    const QString text = alias.trimmed();
    if (text.isEmpty())
        return invalid(QStringLiteral("required"), QStringLiteral("background_alias"),
                       QStringLiteral("background_alias is required"));
    return text;
}

Result<void> checkChange(const kaleyra::CompanyChange &change)
{
    static const QRegularExpression goodName(QStringLiteral("^[\\p{L}\\p{N} #&@’'.,?!]{1,100}\\z"));
    const QString name = QStringLiteral("name");
    if (change.name && change.name->trimmed().isEmpty())
        return invalid(QStringLiteral("required"), name, QStringLiteral("name is required"));
    if (change.name && !goodName.match(*change.name).hasMatch())
        return invalid(QStringLiteral("malformed"), name,
                       QStringLiteral("name must be letters, digits, blanks and # & @ ’ ' . , ? !"));
    const auto &languages = kaleyra::companyLanguages;
    if (change.defaultLanguage &&
        std::find(languages.begin(), languages.end(), *change.defaultLanguage) == languages.end())
        return invalid(QStringLiteral("unknown_value"), QStringLiteral("default_language"),
                       QStringLiteral("default_language must be one of en, it, de, fr, pl"));
    if (change.endCallRedirectUrl && !change.endCallRedirectUrl->isEmpty() && !isWebAddress(*change.endCallRedirectUrl))
        return invalid(QStringLiteral("malformed"), QStringLiteral("end_call_redirect_url"),
                       QStringLiteral("end_call_redirect_url must be an http or https address"));
    const auto timeout = change.endCallRedirectTimeout.value_or(std::chrono::milliseconds(0));
    if (timeout.count() < 0 || timeout > kaleyra::longestRedirectTimeout)
        return invalid(QStringLiteral("out_of_range"), QStringLiteral("end_call_redirect_timeout_ms"),
                       QStringLiteral("end_call_redirect_timeout_ms must be 0 to 60000"));
    return {};
}

Result<void> checkTheme(const kaleyra::Theme &theme)
{
    static const QRegularExpression shape(QStringLiteral("^#[0-9A-Fa-f]{6}\\z"));
    const auto check = [](const kaleyra::ThemeColours &mode, const QString &name) -> Result<void> {
        for (const auto &[colour, member] : {std::pair(mode.primary, QStringLiteral("primary_color")),
                                             std::pair(mode.accent, QStringLiteral("accent_color"))})
        {
            const QString field = name + QLatin1Char('.') + member;
            if (mode.areSet() && !shape.match(colour).hasMatch())
                return invalid(QStringLiteral("malformed_color"), field,
                               field + QStringLiteral(" must be a colour as #rrggbb"));
        }
        return {};
    };
    return check(theme.light, QStringLiteral("light")).and_then([&] {
        return check(theme.dark, QStringLiteral("dark"));
    });
}

CompanySettings::CompanySettings(kaleyra::KaleyraClient &kaleyra) : m_kaleyra(kaleyra) {}

Task<kaleyra::Company> CompanySettings::company()
{
    const Operations::Scope operation(m_operations);
    Result<kaleyra::Company> company = co_await m_kaleyra.company();
    co_return company;
}

Task<kaleyra::Company> CompanySettings::change(kaleyra::CompanyChange change)
{
    const Operations::Scope operation(m_operations);
    if (const Result<void> acceptable = checkChange(change); !acceptable)
        co_return failure(acceptable.error());
    Result<kaleyra::Company> now = co_await m_kaleyra.changeCompany(change);
    co_return now;
}

Task<kaleyra::Theme> CompanySettings::theme()
{
    const Operations::Scope operation(m_operations);
    Result<kaleyra::Theme> found = co_await m_kaleyra.theme();
    co_return found;
}

Task<kaleyra::Theme> CompanySettings::setTheme(kaleyra::Theme theme)
{
    const Operations::Scope operation(m_operations);
    if (const Result<void> acceptable = checkTheme(theme); !acceptable)
        co_return failure(acceptable.error());
    Result<kaleyra::Theme> now = co_await m_kaleyra.setTheme(theme);
    co_return now;
}

Task<kaleyra::Backgrounds> CompanySettings::backgrounds()
{
    const Operations::Scope operation(m_operations);
    Result<kaleyra::Backgrounds> found = co_await m_kaleyra.backgrounds();
    co_return found;
}

Task<void> CompanySettings::deleteBackground(QString alias)
{
    const Operations::Scope operation(m_operations);
    const Result<QString> wanted = checkedAlias(alias);
    if (!wanted)
        co_return failure(wanted.error());
    Result<void> deleted = co_await m_kaleyra.deleteBackground(*wanted);
    co_return deleted;
}

Task<QByteArray> CompanySettings::picture(QUrl url)
{
    const Operations::Scope operation(m_operations);
    Result<QByteArray> fetched = co_await m_kaleyra.picture(url);
    co_return fetched;
}

Task<kaleyra::Background> CompanySettings::addBackground(files::Content jpeg, http::Transfer transfer)
{
    const Operations::Scope operation(m_operations);
    const Result<void> acceptable = checkBackground(jpeg);
    if (!acceptable)
        co_return failure(acceptable.error());
    Result<kaleyra::Background> added = co_await m_kaleyra.addBackground(jpeg, transfer);
    if (!added)
        co_return failure(onRefusedPicture(added.error()));
    co_return added;
}

Task<kaleyra::Company> CompanySettings::setDefaultBackground(QString alias)
{
    const Operations::Scope operation(m_operations);
    const Result<QString> wanted = checkedAlias(alias);
    if (!wanted)
        co_return failure(wanted.error());
    Result<kaleyra::Company> company = co_await m_kaleyra.setDefaultBackground(*wanted);
    if (!company)
        co_return failure(onUnknownAlias(company.error()));
    co_return company;
}

} // namespace teleconsult::service
