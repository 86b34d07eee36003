// Finding the product's own plugins.
#pragma once

#include "core/domain/error.h"

#include <QPluginLoader>

namespace teleconsult::app {

/// The file of one of our libraries, "sandbox" or "call": beside the build tree's or the installed program, nowhere
/// else, so that no environment variable can slip in another.
QString pluginFile(const QString &name);

/// Loads this file's root object as Interface. The object lives until the process ends: WebEngine cannot be unloaded.
/// Error kind Storage, code "plugin": not there, or not ours.
template <typename Interface>
Result<Interface *> loadPlugin(const QString &file)
{
    QPluginLoader loader(file);
    if (auto *plugin = qobject_cast<Interface *>(loader.instance()))
        return plugin;
    return failure(makeError(Error::Kind::Storage, QStringLiteral("plugin"), loader.errorString()));
}

} // namespace teleconsult::app
