// One setting: everything anybody needs to know about it.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVariant>

#include <functional>

namespace teleconsult::config {

/// How a value is written, and so by what it is edited.
enum class SettingType {
    Boolean,
    Integer, ///< SettingSpec::least to SettingSpec::most.
    Choice,  ///< One of SettingSpec::choices.
    Text,
    Paragraphs, ///< Text of several lines.
    List,       ///< Texts, separated by commas.
    Address,
    File,
    Folder,
};

/// What an integer counts.
enum class SettingUnit {
    None,
    Milliseconds, ///< Edited in minutes.
    Seconds,
    Minutes,
    Mebibytes,
};

/// What belongs together: on one page of the settings dialog, in one section of docs/configuration.md. In that order.
enum class SettingPage {
    Kaleyra,
    Secrets,
    Service, ///< A Teleconsultation Service elsewhere.
    Consultations,
    Roles, ///< Who may do what in a call.
    Records,
    People,
    SignIn,
    Gateway,
    Station,
    Interface,
    Calls,   ///< Files, the notice before a first call.
    Devices, ///< Camera, microphone, loudspeaker.
    Reminders,
    Access, ///< Who may change settings.
    Kiosk,
    Demo,
};

/// A value. Made by the catalogue alone (Settings::catalogue), which holds one for each setting that there is.
struct SettingSpec
{
    enum class Kind {
        Setting,           ///< From every source.
        EnvironmentSecret, ///< Never looked for in a file, on the command line or in the policy, nor written anywhere.
        Note,              ///< The program's own, in the user's file: nobody else sets it.
    };

    QString key; ///< "group/name", in each file and on the command line.
    QByteArray
        environment; ///< The variable that overrides it; empty: none. The reference service's name where it has one.
    SettingType type = SettingType::Text;
    QVariant defaultValue = {};
    /// Whether a value is in range.
    std::function<bool(const QVariant &)> accepts = {};
    SettingPage page = SettingPage::Kaleyra;
    Kind kind = Kind::Setting;
    bool isSecret = false;     ///< Never shown, exported or taken from the command line.
    bool needsRestart = false; ///< A change holds from the next start on.
    /// A wrong value is told as an error by whoever needs it; otherwise it is passed over and the next source asked.
    bool mustBeRight = false;
    /// A setting whose file says this too: where it comes from a stronger source, this one holds nothing.
    QString alsoSaidBy = {};
    QStringList choices = {}; ///< An empty one means: not set.
    qint64 least = 0;
    qint64 most = 0;
    SettingUnit unit = SettingUnit::None;

    // English; the functions below translate them.
    const char *title = nullptr;
    const char *explanation = nullptr;
    const char *range = nullptr; ///< Null: what the type says. May hold %1 and %2, the least and the most.
};

/// What the setting is called, in the interface's language.
QString titleOf(const SettingSpec &spec);
/// What it does, in a sentence or two, in the interface's language.
QString explanationOf(const SettingSpec &spec);
/// Which values it takes, as "0 to 120, in minutes", in the interface's language. Choices are as they are written.
QString rangeOf(const SettingSpec &spec);
QString titleOf(SettingPage page);

} // namespace teleconsult::config
