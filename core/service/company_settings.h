// What an installation changes of its company at Kaleyra (seed 004, settings).
#pragma once

#include "core/kaleyra/kaleyra_client.h"
#include "core/service/operations.h"

namespace teleconsult::service {

/// The largest background this service takes (seed 004, POST /settings/background-image). Kaleyra takes 16 MB.
inline constexpr qint64 maximumBackgroundBytes = 10LL * 1024 * 1024;
/// The smallest side, in pixels (reference/kaleyra-video-api.md §2.8).
inline constexpr int minimumBackgroundSide = 1280;

/// Whether a file may become a background. Errors name virtual_background; codes: required (400), too_large (413),
/// not_a_jpeg (415, told by the content), too_small (400).
Result<void> checkBackground(const files::Content &file);

/// The company as a station sees it. Implementations must outlive their operations: whoever destroys one waits until
/// isIdle().
class CompanyService
{
public:
    virtual ~CompanyService() = default;

    /// Whether all of these operations are there. False where the key is elsewhere: backgrounds(), deleteBackground()
    /// and change() then answer Server (code not_offered) and ask nobody.
    virtual bool mayManage() const = 0;

    virtual Task<kaleyra::Company> company() = 0;
    /// Answers the company as it is then. Nothing is sent when checkChange() finds a mistake.
    virtual Task<kaleyra::Company> change(kaleyra::CompanyChange change) = 0;
    /// Where mayManage() is false: Server (code not_offered), and nobody is asked.
    virtual Task<kaleyra::Theme> theme() = 0;
    /// Answers the colours as they are then. Nothing is sent when checkTheme() finds a mistake.
    virtual Task<kaleyra::Theme> setTheme(kaleyra::Theme theme) = 0;
    virtual Task<kaleyra::Backgrounds> backgrounds() = 0;
    /// Nothing is sent when checkBackground() finds a mistake; what Kaleyra finds (codes invalid_file,
    /// wrong_file_dimension, error_processing_image, exceeded_background_limit) is Invalid as well. Given up through
    /// `transfer`, it may have been added all the same.
    virtual Task<kaleyra::Background> addBackground(files::Content jpeg, http::Transfer transfer = {}) = 0;
    /// One that is gone already counts as deleted. Errors of the alias as setDefaultBackground().
    virtual Task<void> deleteBackground(QString alias) = 0;
    /// The picture that a Background's url leads to. Errors: those of kaleyra::fetchPicture().
    virtual Task<QByteArray> picture(QUrl url) = 0;
    /// Answers the company as it is then. Invalid (field background_alias) when the alias is empty, or
    /// none of the company's (code invalid_background_alias).
    virtual Task<kaleyra::Company> setDefaultBackground(QString alias) = 0;

    virtual bool isIdle() const = 0;
};

/// Whether an alias may be sent: without blanks around it, it is not empty.
Result<QString> checkedAlias(const QString &alias);

/// Whether a change may be sent (reference/kaleyra-video-api.md §2.7). Errors of kind Invalid with the field as Kaleyra
/// calls it: name (codes required, malformed), default_language (unknown_value), end_call_redirect_url (malformed: no
/// http or https address), end_call_redirect_timeout_ms (out_of_range).
Result<void> checkChange(const kaleyra::CompanyChange &change);

/// Whether these may be sent: of each mode both colours or none, as "#rrggbb" (reference/kaleyra-video-api.md §2.8).
/// Errors of kind Invalid with code malformed_color and the field: light.primary_color and so on.
Result<void> checkTheme(const kaleyra::Theme &theme);

/// Asks Kaleyra from this process. Does not own the client.
class CompanySettings final : public CompanyService
{
public:
    explicit CompanySettings(kaleyra::KaleyraClient &kaleyra);

    bool mayManage() const override { return true; }
    Task<kaleyra::Company> company() override;
    Task<kaleyra::Company> change(kaleyra::CompanyChange change) override;
    Task<kaleyra::Theme> theme() override;
    Task<kaleyra::Theme> setTheme(kaleyra::Theme theme) override;
    Task<kaleyra::Backgrounds> backgrounds() override;
    Task<kaleyra::Background> addBackground(files::Content jpeg, http::Transfer transfer = {}) override;
    Task<void> deleteBackground(QString alias) override;
    Task<QByteArray> picture(QUrl url) override;
    Task<kaleyra::Company> setDefaultBackground(QString alias) override;
    bool isIdle() const override { return m_operations.areDone(); }

private:
    kaleyra::KaleyraClient &m_kaleyra;
    Operations m_operations;
};

} // namespace teleconsult::service
