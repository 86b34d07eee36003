// Where a State is kept between runs.
#pragma once

#include "core/domain/error.h"
#include "core/sandbox/company_state.h"

namespace teleconsult::sandbox {

/// A JSON file of mode 600, replaced as a whole. An empty path keeps nothing.
class StateFile
{
public:
    explicit StateFile(QString path);

    /// What the file holds; a new state when there is no file yet. Error kind Storage: it cannot be read, or is not
    /// ours.
    Result<State> load() const;
    /// Error kind Storage: it cannot be written; the old content is still there.
    Result<void> save(const State &state) const;

private:
    QString m_path;
};

} // namespace teleconsult::sandbox
