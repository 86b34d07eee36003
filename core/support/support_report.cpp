#include "core/support/support_report.h"

#include "core/config/setting_values.h"
#include "core/http/redaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSysInfo>

namespace teleconsult::support {

namespace {

using config::SettingPage;
using config::SettingSpec;
using config::SettingType;

QString heading(const char *title)
{
    const QString text = QString::fromLatin1(title);
    return QStringLiteral("\n%1\n%2\n").arg(text, QString(text.size(), QLatin1Char('=')));
}

QString line(const QString &name, const QString &value)
{
    return QStringLiteral("%1: %2\n").arg(name, value);
}

QString versions(const ReportParts &parts)
{
    const auto environment = [](const char *name) { return qEnvironmentVariable(name, QStringLiteral("-")); };
    const QString engine = parts.callEngine.isEmpty() ? QStringLiteral("not loaded") : parts.callEngine;
    return line(QStringLiteral("Teleconsult"), QCoreApplication::applicationVersion()) +
           line(QStringLiteral("Qt"), QLatin1String(qVersion())) + line(QStringLiteral("Call engine"), engine) +
           line(QStringLiteral("System"), QSysInfo::prettyProductName()) +
           line(QStringLiteral("Kernel"), QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion()) +
           line(QStringLiteral("Processor"), QSysInfo::currentCpuArchitecture()) +
           line(QStringLiteral("Session"), environment("XDG_SESSION_TYPE")) +
           line(QStringLiteral("Desktop"), environment("XDG_CURRENT_DESKTOP")) +
           line(QStringLiteral("Language"), QLocale::system().name()) +
           line(QStringLiteral("Made"), parts.now.toUTC().toString(Qt::ISODate));
}

/// As far as others may see it. A value that is wrong may hold anything.
QString shownValue(const config::Settings &settings, const SettingSpec &spec)
{
    const bool isPersonal =
        spec.isSecret || spec.page == SettingPage::Station || spec.kind != SettingSpec::Kind::Setting;
    if (isPersonal || !settings.isSet(spec.key))
        return settings.isSet(spec.key) ? QStringLiteral("(set)") : QStringLiteral("(not set)");
    const QString text = settings.text(spec.key);
    switch (spec.type) {
    case SettingType::Boolean:
    case SettingType::Integer:
    case SettingType::Choice:
        return spec.accepts(text) ? text : QStringLiteral("(out of range)");
    case SettingType::Address:
        return config::toNamedBaseUrl(text) ? http::redactedUrl(*config::toNamedBaseUrl(text))
                                            : QStringLiteral("(no address)");
    case SettingType::File:
    case SettingType::Folder:
        return text.left(400).simplified();
    case SettingType::Text:
    case SettingType::Paragraphs:
    case SettingType::List:
        break;
    }
    return http::redactedText(text);
}

QString settingsText(const config::Settings &settings)
{
    QString text;
    for (const SettingSpec &spec : config::Settings::catalogue()) {
        const config::Origin origin = settings.origin(spec.key);
        text +=
            QStringLiteral("%1 = %2  (%3)\n").arg(spec.key, shownValue(settings, spec), config::toCode(origin.source));
    }
    return text;
}

QString placesText(const QList<StoragePlace> &places)
{
    QString text;
    for (const StoragePlace &place : places) {
        const StorageSize size = sizeOf(place);
        QString found = place.path.isEmpty() ? place.elsewhere : place.path;
        if (!place.path.isEmpty() && !size.exists)
            found += QStringLiteral(" (not there)");
        else if (size.exists && place.isOurs)
            found += QStringLiteral(" (%1 bytes, %2 files)").arg(size.bytes).arg(size.files);
        text += line(toCode(place.kind), found);
    }
    return text;
}

QString checksText(const QList<checks::Check> &found)
{
    QString text;
    for (const checks::Check &check : found) {
        text += QStringLiteral("%1  %2: %3\n")
                    .arg(checks::nameOf(check.state), -7)
                    .arg(check.name, http::redactedText(check.finding));
    }
    return text;
}

QString logText(const QStringList &lines)
{
    QString text;
    for (const QString &each : lines) {
        // The time would be taken for a token.
        const qsizetype blank = each.indexOf(QLatin1Char(' '));
        text += each.left(blank) + QLatin1Char(' ') + http::redactedText(each.mid(blank + 1)) + QLatin1Char('\n');
    }
    return text.isEmpty() ? QStringLiteral("(none)\n") : text;
}

} // namespace

QByteArray writeReport(const ReportParts &parts)
{
    QString text = QStringLiteral("Support report of Teleconsult\n\n"
                                  "It names no patients and holds neither keys nor links. Read it before you send "
                                  "it.\n") +
                   heading("Versions") + versions(parts) + heading("Checks") + checksText(parts.checks) +
                   heading("Settings, and where each comes from") + settingsText(parts.settings) +
                   heading("What is stored where") + placesText(parts.places) + heading("Log") + logText(parts.log);
    if (QDir::homePath().size() > 1)
        text.replace(QDir::homePath(), QStringLiteral("~"));
    return text.toUtf8();
}

QString reportName(const QDateTime &now)
{
    return QStringLiteral("teleconsult-report-%1.txt").arg(now.toString(QStringLiteral("yyyyMMdd-HHmm")));
}

} // namespace teleconsult::support
