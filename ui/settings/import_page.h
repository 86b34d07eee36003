// Settings from a file, and into one.
#pragma once

#include "core/async/task.h"
#include "core/config/settings_export.h"
#include "core/config/settings_import.h"
#include "ui/settings/settings_page.h"

#include <functional>
#include <optional>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace teleconsult::config {
class Settings;
}

namespace teleconsult::ui {

/// Takes a file over, all of it or nothing; `withKey`: with its API key. Errors: those of app::takeOver.
using TakeOver = std::function<Task<void>(config::SettingsImport import, bool withKey)>;

/// Takes over what another installation was told: the original service's JSON configuration or environment file, or an
/// export of Teleconsult's own. What it would change is shown first, and what is left out of it and why; a file with a
/// mistake says where that is, and changes nothing. Saves this installation's settings into a file. The settings must
/// outlive it.
class ImportPage : public SettingsPage
{
    Q_OBJECT
public:
    ImportPage(config::Settings &settings, TakeOver takeOver, QWidget *parent = nullptr);

    bool isForm() const override { return false; }
    bool isBusy() const override { return m_taking; }
    bool canBeTested() const override { return true; }
    /// Looks for values of the environment and of the settings file that are ignored.
    void test() override;
    /// What was entered elsewhere would be lost.
    void setOthersChanged(bool changed) override;

    /// Reads the file, and shows what it would change.
    void readFile(const QString &path);
    void saveTo(const QString &path, config::ExportForm form);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void chooseFile();
    void chooseTarget(config::ExportForm form);
    void take();
    void onTaken(const Result<void> &taken);
    void forget();
    void showPreview();
    void fitList();
    void retranslate();

    config::Settings &m_settings;
    TakeOver m_takeOver;
    QString m_path; ///< Of the file that is shown; empty: none.
    std::optional<config::SettingsImport> m_import;
    bool m_othersChanged = false;
    bool m_taking = false;
    bool m_waits = false; ///< Some of what the file changes takes effect at the next start.

    QLabel *m_importHint;
    QPushButton *m_choose;
    QLabel *m_summary;
    QListWidget *m_list;
    QCheckBox *m_withKey;
    QPushButton *m_take;
    QLabel *m_exportTitle;
    QLabel *m_exportHint;
    QPushButton *m_saveIni;
    QPushButton *m_saveEnvironment;
};

} // namespace teleconsult::ui
