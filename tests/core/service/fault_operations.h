// The operations of the backend as the fault matrix knows them.
#pragma once

#include "tests/core/service/fault_scene.h"

#include <optional>

namespace teleconsult::test {

/// One operation. `before` and `check` run on a station that nothing befalls.
struct Operation
{
    const char *name;
    /// Makes what has to be there.
    void (*before)(Scene &scene);
    /// Does it; nothing: it succeeded.
    std::optional<Error> (*act)(Scene &scene);
    /// What is wrong after it, besides Scene::disorders(). `error`: what act() answered; the account is that of before.
    QStringList (*check)(Scene &scene, const std::optional<Error> &error, const QString &accountBefore);
};

const QList<Operation> &faultOperations();

} // namespace teleconsult::test
