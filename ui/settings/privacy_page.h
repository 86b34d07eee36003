// What is kept where, and what may be thrown away or sent to somebody who helps.
#pragma once

#include "core/async/serial_executor.h"
#include "core/async/task.h"
#include "core/checks/check.h"
#include "core/support/storage_places.h"
#include "ui/settings/settings_page.h"

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace teleconsult::ui {

class IconButton;

/// What the page works with; all of it must outlive it.
struct PrivacyParts
{
    std::function<QList<support::StoragePlace>()> places;
    /// Errors: those of app/call_engine_loader.h, clearSiteData().
    std::function<Result<void>()> clearSiteData;
    std::function<Task<QList<checks::Check>>()> examine;
    std::function<QByteArray(const QList<checks::Check> &)> writeReport;
    std::function<void(const QString &folder)> openFolder;
};

/// Lists what is stored where, with its size and a button that opens the folder; clears what call pages have kept;
/// makes the support report, which is read here before it is saved. Every button does something at once.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit PrivacyPage(PrivacyParts parts, QWidget *parent = nullptr);

    bool isForm() const override { return false; }
    bool canBeTested() const override { return true; }
    /// Looks whether anything of the installation has to be mended, as the report does.
    void test() override;

    /// Saves the report that is shown.
    void saveTo(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        support::StoragePlace place;
        support::StorageSize size;
        QLabel *title = nullptr;
        QLabel *path = nullptr;
        IconButton *open = nullptr;
    };

    void build();
    void addRow(const support::StoragePlace &place, QWidget *box);
    void measure();
    void askBeforeClearing();
    void clear();
    void makeReport();
    void bringReportIntoView();
    void chooseFile();
    void retranslate();
    void retranslate(const Row &row) const;

    PrivacyParts m_parts;
    QList<Row> m_rows;
    QString m_folder; ///< Where the last report was saved; empty: nowhere yet.
    QLabel *m_placesTitle;
    QLabel *m_siteTitle;
    QLabel *m_siteHint;
    QPushButton *m_clear;
    QLabel *m_reportTitle;
    QLabel *m_reportHint;
    QPushButton *m_make;
    QPlainTextEdit *m_report;
    QPushButton *m_save;
    SerialExecutor m_disk; ///< Where sizes are measured.
};

} // namespace teleconsult::ui
