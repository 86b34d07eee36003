#include "core/checks/check.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace teleconsult::checks {

QString nameOf(Check::State state)
{
    switch (state) {
    case Check::State::Good:
        return QStringLiteral("good");
    case Check::State::Notice:
        return QStringLiteral("notice");
    case Check::State::Problem:
        return QStringLiteral("problem");
    case Check::State::Skipped:
        return QStringLiteral("skipped");
    }
    Q_UNREACHABLE();
}

bool needsMending(const QList<Check> &checks)
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check &check) { return check.state == Check::State::Problem; });
}

QString textOf(const QList<Check> &checks)
{
    QStringList lines;
    for (const Check &check : checks) {
        lines << QStringLiteral("%1  %2: %3").arg(nameOf(check.state), -7).arg(check.name, check.finding);
        if (!check.remedy.isEmpty())
            lines << QStringLiteral("         ") + check.remedy;
    }
    return lines.join(QLatin1Char('\n'));
}

QJsonObject writeChecks(const QList<Check> &checks)
{
    QJsonArray all;
    for (const Check &check : checks)
        all.append(QJsonObject{{QStringLiteral("name"), check.name},
                               {QStringLiteral("state"), nameOf(check.state)},
                               {QStringLiteral("finding"), check.finding},
                               {QStringLiteral("remedy"), check.remedy}});
    return {{QStringLiteral("healthy"), !needsMending(checks)}, {QStringLiteral("checks"), all}};
}

} // namespace teleconsult::checks
