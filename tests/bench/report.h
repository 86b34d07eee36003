// What the benchmark prints.
#pragma once

#include "tests/bench/contestant.h"
#include "tests/bench/statistics.h"

#include <QJsonObject>

namespace teleconsult::bench {

struct Row
{
    Contestant contestant;
    QList<Measurement> runs;

    Summary ready() const;
    Summary memory() const;
    Summary settledMemory() const;
};

/// What is compared with what. None of them is owned.
struct Rows
{
    const Row *emptyWindow = nullptr;
    const Row *product = nullptr;
    const Row *webView = nullptr;
    const Row *chromium = nullptr;
};

/// A table, its ratios against the empty window, and the goals beside what was measured.
QString toText(const Rows &rows);

/// The same numbers for a program. Times in ms, memory in MiB.
QJsonObject toJson(const Rows &rows);

/// Whether every goal is met.
bool meetsGoals(const Rows &rows);

} // namespace teleconsult::bench
