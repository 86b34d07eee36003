// The one catalogue of settings.
#pragma once

#include "core/config/crud_service.h"
#include "core/domain/teleconsultation.h"

#include <QSet>
#include <QSettings>
#include <QUrl>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace teleconsult::config {

/// One setting: everything anybody needs to know about it.
struct SettingSpec
{
    QString key; ///< In the settings file, "group/name".
    QByteArray
        environment; ///< The variable that overrides it; empty: none. The reference service's name where it has one.
    QVariant defaultValue;
    std::function<bool(const QVariant &)> accepts; ///< Whether a value is in range.
};

enum class Appearance { System, Light, Dark };

/// Reads and writes settings. Precedence: environment over the user's file over the default; a variable that is set but
/// empty counts as not set. A value out of range is ignored with a warning in the log (once) and the next source is
/// asked. Holds no secret: the API key is read from a file the admin names, which must not be readable by others.
class Settings
{
public:
    /// `path`: the settings file (INI); made with the first write.
    explicit Settings(const QString &path);

    static const QList<SettingSpec> &catalogue();

    StationIdentity station() const;
    void setStation(const StationIdentity &station);

    /// Of the interface; nothing: the system's.
    std::optional<Language> language() const;
    void setLanguage(Language language);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    ConsultationPolicy consultationPolicy() const;

    /// Kaleyra's base URL without version and trailing slash (the reference's BANDYER_BASE_URL may end in "/v2");
    /// empty: the embedded sandbox. HTTPS, or HTTP on this computer: the API key travels with every request. What is
    /// set and is no such address is an error of kind Storage (code kaleyra_url_malformed), never the sandbox.
    Result<QUrl> kaleyraBaseUrl() const;
    /// Reads the API key from the file that `kaleyra/api_key_file` (BANDYER_API_SECRET_KEY_FILE) names.
    /// Errors of kind Storage: api_key_file_not_set, and those of readSecretFile() with the prefix api_key_file.
    Result<QByteArray> kaleyraApiKey() const;

    /// The request header that says who acts, asks or calls (USERID_HEADER_KEY), as it was written.
    QByteArray userIdHeader() const;

    /// The CRUD service that keeps the records; nothing: they are kept on this computer. What is half said is an error
    /// and never nothing: records would go to another place than they are meant for. Errors of kind Storage, `field`
    /// the setting's key: crud_url_malformed, crud_collection_not_set, crud_collection_malformed.
    Result<std::optional<CrudService>> crudService() const;

    /// Whether the demo clinic is wanted; false once it was removed.
    bool demoClinicWanted() const;
    void setDemoClinicWanted(bool wanted);
    QStringList demoConsultationIds() const;
    void setDemoConsultationIds(const QStringList &ids);

private:
    QVariant value(const QString &key) const;
    void setValue(const QString &key, const QVariant &value);
    void warnOnce(const QString &source) const;

    std::unique_ptr<QSettings> m_file;
    mutable QSet<QString> m_warned; ///< Sources whose value was out of range.
};

} // namespace teleconsult::config
