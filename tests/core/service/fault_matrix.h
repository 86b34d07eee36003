// Every operation × every exchange × every fault.
#pragma once

#include "tests/core/service/fault_operations.h"

namespace teleconsult::test {

/// What one operation of one installation was put through.
struct MatrixCount
{
    int operations = 0;
    int steps = 0; ///< Exchanges with a peer, and steps on this computer.
    int cases = 0;
    int strayUsers = 0; ///< Cases after which a user at Kaleyra was nobody's. A blemish, not a failure.

    MatrixCount &operator+=(const MatrixCount &other);
};

/// Runs the operation unharmed to learn its steps, then once for each step and fault. Answers what was wrong, a line
/// for each case.
QStringList runMatrix(const Operation &operation, Peers &peers, Keeps keeps, MatrixCount &count);

} // namespace teleconsult::test
