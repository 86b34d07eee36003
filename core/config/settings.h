// The one catalogue of settings.
#pragma once

#include "core/domain/teleconsultation.h"

#include <QSettings>
#include <QVariant>

#include <memory>

namespace teleconsult::config {

/// One setting: everything anybody needs to know about it.
struct SettingSpec
{
    QString key;                 ///< In the settings file, "group/name".
    QByteArray environment;      ///< The variable that overrides it; empty: none. The reference service's name where it has one.
    QVariant defaultValue;
    std::function<bool(const QVariant &)> accepts; ///< Whether a value is in range.
};

enum class Appearance { System, Light, Dark };

/// Reads and writes settings. Precedence: environment over the user's file over the default. A value out of range is
/// ignored with a warning in the log and the next source is asked. Holds no secret: the API key is read from a file the admin
/// names, which must not be readable by others.
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

    /// Kaleyra's base URL; empty: the embedded sandbox.
    QUrl kaleyraBaseUrl() const;
    /// Reads the API key from the file that `kaleyra/api_key_file` (BANDYER_API_SECRET_KEY_FILE) names.
    /// Errors of kind Storage: no such file, readable by others, empty.
    Result<QByteArray> kaleyraApiKey() const;

    /// Whether the demo clinic is wanted; false once it was removed.
    bool demoClinicWanted() const;
    void setDemoClinicWanted(bool wanted);
    QStringList demoConsultationIds() const;
    void setDemoConsultationIds(const QStringList &ids);

private:
    QVariant value(const QString &key) const;
    void setValue(const QString &key, const QVariant &value);

    std::unique_ptr<QSettings> m_file;
};

} // namespace teleconsult::config
