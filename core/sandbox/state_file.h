// Where a State is kept between runs.
#pragma once

#include "core/domain/error.h"
#include "core/sandbox/company_state.h"

namespace teleconsult::sandbox {

/// A JSON file of mode 600, replaced as a whole. An empty path keeps nothing.
class StateFile
{
public:
    /// What was in the file.
    struct Loaded
    {
        State state;
        QString setAside; ///< The damaged file's new path; empty: none was damaged.
    };

    explicit StateFile(QString path);

    /// What the file holds; a new state when there is no file yet. A damaged file is put aside for whoever wants to
    /// look into it, and a new state begins: this is a stand-in, and nobody should have to mend it. Errors of kind
    /// Storage: sandbox_state_unreadable; sandbox_state_too_new (a later version of the program wrote it; it stays as
    /// it is).
    Result<Loaded> load() const;
    /// Error kind Storage: it cannot be written; the old content is still there.
    Result<void> save(const State &state) const;

private:
    Result<Loaded> beginAnew() const;

    QString m_path;
};

} // namespace teleconsult::sandbox
