// Where the value of a setting comes from.
#pragma once

#include "core/config/setting_spec.h"
#include "core/domain/error.h"

#include <QMap>
#include <QSet>
#include <QSettings>

#include <memory>

namespace teleconsult::config {

/// By key.
using SettingValues = QMap<QString, QVariant>;

/// The weakest first.
enum class ValueSource { Default, User, Environment, CommandLine, Policy };
/// "default", "user", "environment", "command line" or "policy".
QString toCode(ValueSource source);

/// Where a value comes from.
struct Origin
{
    ValueSource source = ValueSource::Default;

    /// Something that the user's file is weaker than says what the value is: to write it there would change nothing.
    bool isLocked() const { return source > ValueSource::User; }

    friend bool operator==(const Origin &, const Origin &) = default;
};

/// What there is besides the environment and the defaults.
struct SettingInputs
{
    QString userFile;               ///< INI; made with the first write.
    SettingValues policy = {};      ///< Checked (readPolicy).
    SettingValues commandLine = {}; ///< Checked (readOverride).
};

/// Asks the sources one after the other: policy, command line, environment, the user's file, default. A variable that
/// is set but empty counts as not set. A value out of range is passed over with a warning in the log (once), unless the
/// setting must be right: then it is answered as it is, for whoever needs it to refuse.
class SettingSources
{
public:
    explicit SettingSources(SettingInputs inputs);

    /// A value, and where it comes from.
    struct Found
    {
        QVariant value;
        Origin origin;
    };
    /// Not for an EnvironmentSecret.
    Found find(const SettingSpec &spec) const;

    /// Into the user's file, all of it or nothing, and with an error none of it holds; an invalid QVariant is taken out
    /// of it. Errors, `field` the key: kind Invalid, codes setting_unknown, setting_not_kept (from the environment
    /// only), setting_out_of_range; kind Conflict, code setting_locked (`message` says what holds it); kind Storage,
    /// code settings_unwritable.
    Result<void> write(const SettingValues &values);
    /// What write() refused with kind Storage: it holds all the same until this object goes or it is written.
    void hold(const SettingValues &values);
    /// Whether write() would take them, and how they would be kept. Its errors but the last.
    Result<SettingValues> checked(const SettingValues &values) const;
    /// Takes it out of the user's file. The same errors.
    Result<void> unset(const QString &key);

    const QSettings &userFile() const { return *m_file; }
    /// What locks it, "Given by TELECONSULT_TRAY in the environment.", in the interface's language; empty: nothing
    /// does.
    QString lockText(const SettingSpec &spec) const;

private:
    /// The setting itself, or the one that says it too and is stronger.
    const SettingSpec &holderOf(const SettingSpec &spec) const;
    Found ask(const SettingSpec &spec) const;
    Result<const SettingSpec *> writable(const QString &key) const;
    Result<void> save(const SettingValues &kept);
    void warnOnce(const QString &source) const;

    SettingInputs m_inputs;
    std::unique_ptr<QSettings> m_file;
    SettingValues m_held;           ///< In place of what the file says; an invalid QVariant: nothing.
    mutable QSet<QString> m_warned; ///< Sources whose value was out of range.
};

/// "group/name=value" of the option --set. Errors of kind Invalid, field "--set", codes: malformed, setting_unknown,
/// setting_secret (arguments are visible to every user of the machine), setting_out_of_range.
Result<std::pair<QString, QVariant>> readOverride(const QString &text);

/// A value in range as the user's file keeps it: "1" is true there, and a list one of texts.
QVariant asKept(const SettingSpec &spec, const QVariant &value);

/// Whether a variable gives it; one that is set but empty does not.
bool isInEnvironment(const SettingSpec &spec);

/// "must be true or false", for sentences about a value that is out of range.
QString requirementOf(const SettingSpec &spec);

} // namespace teleconsult::config
