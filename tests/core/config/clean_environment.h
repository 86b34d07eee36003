// What the tests of settings share: an environment in which nothing is set.
#pragma once

#include "core/config/settings.h"

#include <QFile>
#include <QTest>

namespace teleconsult::test {

inline void clearEnvironment()
{
    for (const config::SettingSpec &spec : config::Settings::catalogue()) {
        if (!spec.environment.isEmpty())
            qunsetenv(spec.environment.constData());
    }
}

inline constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Fails the test when it cannot be written.
inline void writeFile(const QString &path, const QByteArray &content, QFile::Permissions permissions = ownerOnly)
{
    QFile target(path);
    QVERIFY(target.open(QFile::WriteOnly));
    target.write(content);
    QVERIFY(target.setPermissions(permissions));
}

} // namespace teleconsult::test
