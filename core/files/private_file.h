// Files for this user's eyes only.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::files {

/// Writes a file that nobody but this user may read or write (mode 0600 from the first moment), whole or not at all:
/// what was there before stays until the new content is on the disk. Error of kind Storage, code file_unwritable.
Result<void> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace teleconsult::files
