// How long a call has lasted, and how long it may last.
#pragma once

#include <QCoreApplication>
#include <QDateTime>

namespace teleconsult::ui {

/// Words for the bar of a call.
class CallTime
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::CallTime)
public:
    /// "12:04", "1:02:30"; what lies before the start is zero.
    static QString elapsed(const QDateTime &entered, const QDateTime &now);
    /// "18 min left", "less than a minute left", "3 min over time"; empty without an end.
    static QString remaining(const QDateTime &end, const QDateTime &now);
    /// Whether it is time to come to an end: the last five minutes and after.
    static bool isShort(const QDateTime &end, const QDateTime &now);
};

} // namespace teleconsult::ui
