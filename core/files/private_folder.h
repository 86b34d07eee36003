// Folders for this user's eyes only: records, call data, what the sandbox keeps.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::files {

/// Sees to it that there is a folder which nobody but this user may look into. One that is missing is made, with the
/// missing ones above it, of mode 0700 from the first moment. From one that is there already the rights of others are
/// taken; not from one that is made for everybody (sticky, as /tmp). Folders above it that are there stay as they are.
/// Safe to call from several threads and processes at once.
/// Errors are of kind Storage, and leave what is there as it was. Codes: no_folder (it cannot be made, or something
/// else stands there), folder_of_another (it belongs to another user, who could look into it and exchange what is in
/// it; root gets this too, rather than leave files that the user cannot write), folder_too_open (the rights of others
/// cannot be taken).
Result<void> makePrivateFolder(const QString &path);

} // namespace teleconsult::files
