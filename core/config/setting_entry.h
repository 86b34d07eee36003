// How the catalogue writes an entry down. Shared by its sources; nobody else includes it.
#pragma once

#include "core/config/setting_spec.h"

#include <QList>

namespace teleconsult::config {

/// An entry in the making: what its type brings along, and then what is special about it.
class Entry
{
public:
    static Entry boolean(const QString &key, const char *environment, bool defaultValue);
    static Entry integer(const QString &key, const char *environment, qint64 defaultValue, qint64 least, qint64 most);
    /// An empty choice stands for: not set.
    static Entry choice(const QString &key, const char *environment, const QStringList &choices,
                        const QString &defaultValue);
    static Entry text(const QString &key, const char *environment, const QString &defaultValue = {});
    /// Of several lines.
    static Entry paragraphs(const QString &key, const char *environment);
    static Entry list(const QString &key, const char *environment, const QStringList &defaultValue = {});
    static Entry address(const QString &key, const char *environment);
    static Entry file(const QString &key, const char *environment);
    static Entry folder(const QString &key, const char *environment);
    /// The name of a header.
    static Entry header(const QString &key, const char *environment, const QString &defaultValue);
    /// The program's own note, a list.
    static Entry note(const QString &key);

    /// Both in English, with QT_TRANSLATE_NOOP("Setting", …).
    Entry &says(const char *title, const char *explanation);
    /// Which values it takes, in English, with QT_TRANSLATE_NOOP("Setting", …).
    Entry &range(const char *words);
    Entry &counts(SettingUnit unit);
    Entry &accepts(std::function<bool(const QVariant &)> isInRange);
    Entry &mustBeRight();
    Entry &alsoSaidBy(const QString &key);
    Entry &secret(SettingSpec::Kind kind);

    const SettingSpec &spec() const { return m_spec; }

private:
    Entry(const QString &key, const char *environment, SettingType type, QVariant defaultValue,
          std::function<bool(const QVariant &)> accepts);

    SettingSpec m_spec;
};

enum class Takes { Effect, Restart };
QList<SettingSpec> onPage(SettingPage page, Takes takes, const QList<Entry> &entries);

// The parts of the catalogue, page by page.
QList<SettingSpec> serviceSettings(); ///< What the original service can be told, too.
QList<SettingSpec> roleSettings();    ///< Groups, roles and tools.
QList<SettingSpec> accessSettings();  ///< Secrets and signing in.
QList<SettingSpec> stationSettings(); ///< What concerns one computer.
QList<SettingSpec> kioskSettings();   ///< A computer that patients use, and the codes they enter there.

} // namespace teleconsult::config
