// What the tests of where settings come from and go to share.
#pragma once

#include "core/config/settings.h"
#include "core/config/settings_import.h"
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// A folder of its own and an empty environment for each test.
class SettingsTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString settingsFile() const { return path(QStringLiteral("settings.ini")); }
    /// As a program that starts now has them.
    config::Settings settings(const config::SettingValues &policy = {}, const config::SettingValues &line = {}) const
    {
        return config::Settings(config::SettingInputs{settingsFile(), policy, line});
    }
    /// What is read of a file to be imported with this content.
    Result<config::SettingsImport> read(const QByteArray &content) const
    {
        writeFile(path(QStringLiteral("import")), content);
        return config::readImport(path(QStringLiteral("import")));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        clearEnvironment();
    }
    void cleanup() { clearEnvironment(); }
};

} // namespace teleconsult::test
