#include "app/plugins.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace teleconsult::app {

QString pluginFile(const QString &name)
{
    const QString file = QStringLiteral("/libteleconsult-%1.so").arg(name);
    const QString program = QCoreApplication::applicationDirPath();
    const QString installed = program + QStringLiteral("/../" TELECONSULT_LIBDIR) + file;
    if (QFileInfo::exists(installed))
        return installed;
    return program + QStringLiteral("/../lib/teleconsult") + file;
}

} // namespace teleconsult::app
