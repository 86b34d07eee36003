#include "core/service/company_settings.h"

#include "core/domain/jpeg.h"

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

CompanySettings::CompanySettings(kaleyra::KaleyraClient &kaleyra) : m_kaleyra(kaleyra) {}

Task<kaleyra::Company> CompanySettings::company()
{
    const Operations::Scope operation(m_operations);
    Result<kaleyra::Company> company = co_await m_kaleyra.company();
    co_return company;
}

Task<kaleyra::Background> CompanySettings::addBackground(files::Content jpeg)
{
    const Operations::Scope operation(m_operations);
    const Result<void> acceptable = checkBackground(jpeg);
    if (!acceptable)
        co_return failure(acceptable.error());
    Result<kaleyra::Background> added = co_await m_kaleyra.addBackground(jpeg);
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
