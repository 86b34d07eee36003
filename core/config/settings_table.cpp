#include "core/config/settings_table.h"

#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <algorithm>

namespace teleconsult::config {

namespace {

const QString nothing = QStringLiteral("–");

QString quoted(const QString &text)
{
    return text.isEmpty() ? nothing : QLatin1Char('`') + text + QLatin1Char('`');
}

QString rangeCell(const SettingSpec &spec)
{
    if (spec.kind == SettingSpec::Kind::Note)
        return nothing;
    if (spec.type != SettingType::Choice)
        return rangeOf(spec);
    QStringList codes;
    for (const QString &code : spec.choices) {
        if (!code.isEmpty())
            codes << quoted(code);
    }
    return codes.join(QStringLiteral(", "));
}

QString row(const SettingSpec &spec)
{
    const bool isInFiles = spec.kind != SettingSpec::Kind::EnvironmentSecret;
    const QStringList cells{quoted(isInFiles ? spec.key : QString()), quoted(QString::fromLatin1(spec.environment)),
                            quoted(toText(spec.defaultValue)), rangeCell(spec), explanationOf(spec)};
    return QStringLiteral("| %1 |").arg(cells.join(QStringLiteral(" | ")));
}

} // namespace

QList<SettingPage> settingPages()
{
    QList<SettingPage> pages;
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (!pages.contains(spec.page))
            pages << spec.page;
    }
    std::sort(pages.begin(), pages.end());
    return pages;
}

QString settingsTable(SettingPage page)
{
    QStringList lines{QStringLiteral("| setting | variable | default | range | meaning |"),
                      QStringLiteral("|---|---|---|---|---|")};
    for (const SettingSpec &spec : Settings::catalogue()) {
        if (spec.page == page)
            lines << row(spec);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace teleconsult::config
