// What somebody needs to know who is asked for help from afar, and nothing about patients.
#pragma once

#include "core/checks/check.h"
#include "core/config/settings.h"
#include "core/support/storage_places.h"

#include <QPair>

namespace teleconsult::support {

/// What a report is made of.
struct ReportParts
{
    const config::Settings &settings;
    QList<StoragePlace> places;
    QList<checks::Check> checks;
    QStringList log;    ///< LogFile::recentLines().
    QString callEngine; ///< Of Chromium, as in "102.0.5005.177"; empty: it has not been loaded.
    QDateTime now;
};

/// One text in English and UTF-8 that whoever sends it can read from the first line to the last
/// (docs/decisions/0015-support-report.md). Of secrets and of the person of this station it says whether they are set;
/// addresses are without query and whatever may be a token, everything else has been through http::redactedText, and
/// the home folder is "~".
QByteArray writeReport(const ReportParts &parts);

/// "teleconsult-report-20261122-1930.txt"
QString reportName(const QDateTime &now);

/// How many lines of the log go into a report.
inline constexpr int reportedLines = 500;

} // namespace teleconsult::support
