// What was found when an installation was looked at.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace teleconsult::checks {

/// One thing that was looked at. Sentences are English.
struct Check
{
    enum class State {
        Good,
        Notice,  ///< Worth knowing; nothing has to be mended.
        Problem, ///< Something has to be mended.
        Skipped, ///< Could not be looked at because of another one.
    };

    QString name; ///< "kaleyra"
    State state = State::Good;
    QString finding; ///< One sentence.
    QString remedy = {};
};

QString nameOf(Check::State state); ///< "good", "notice", "problem" or "skipped".
bool needsMending(const QList<Check> &checks);
QString textOf(const QList<Check> &checks);
/// `{"healthy": …, "checks": [{"name", "state", "finding", "remedy"}]}`.
QJsonObject writeChecks(const QList<Check> &checks);

} // namespace teleconsult::checks
