// Settings of all their sources.
#pragma once

#include "core/config/settings.h"
#include "tests/core/config/clean_environment.h"

#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// A folder of its own and an empty environment for each test.
class SettingSourcesTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString settingsFile() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    /// As a program that starts now has them.
    config::Settings settings(const config::SettingValues &policy = {}, const config::SettingValues &line = {}) const
    {
        return config::Settings(config::SettingInputs{settingsFile(), policy, line});
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
