// Under which name a file from a call is kept.
#pragma once

#include <QString>

namespace teleconsult::ui {

/// The name that the page suggests, made harmless: no folder, nothing hidden, no control or invisible characters (which
/// can turn the name around on the screen), no name longer than file systems take. Its ending stays. Never empty.
QString safeFileName(const QString &suggested);

/// Takes a name in the folder, made when it is not there, with an empty file that only the person can read: "scan.pdf",
/// or "scan (2).pdf" when there is one. Nothing that is there is touched. Answers the name; empty: the folder cannot be
/// written to.
QString reserveFile(const QString &folder, const QString &safeName);

} // namespace teleconsult::ui
