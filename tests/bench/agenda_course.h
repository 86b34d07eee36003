// What a person waits for in an agenda, measured.
#pragma once

#include "tests/bench/agenda_clinic.h"

#include <QList>
#include <QString>

#include <optional>

namespace teleconsult::bench {

/// One number of a course.
struct AgendaMeasure
{
    enum class Unit { Milliseconds, MiB };

    QString name;
    Unit unit = Unit::Milliseconds;
    double value = 0;
};

/// Takes the same course through the agenda over records in `folder` (AgendaStation::recordsFile): opens the window,
/// goes to another day and to the week, searches key by key, scrolls through what was found. Needs a QApplication and a
/// Theme. Nothing: something did not come within its time.
std::optional<QList<AgendaMeasure>> runAgendaCourse(const QString &folder, const Clock &clock, int rounds);

} // namespace teleconsult::bench
