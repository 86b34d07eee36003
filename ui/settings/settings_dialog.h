// All settings of this station.
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/widgets/framed_dialog.h"

#include <QHash>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace teleconsult::ui {

class Banner;

/// A list of pages, and beside it the one that was chosen. Save saves every page that was changed and stays open; a
/// page with a mistake comes to the front. Closing asks when something would be lost. Modal to its parent's window,
/// shown with open(). What the pages were made with must outlive it.
class SettingsDialog final : public FramedDialog
{
    Q_OBJECT
public:
    SettingsDialog(QList<SettingsPageEntry> entries, QWidget *parent);

    /// An id that is not there shows the first page.
    void showPage(const QString &id);
    /// Null: it has not been looked at yet.
    SettingsPage *page(const QString &id) const;

public slots:
    void reject() override;

signals:
    /// Something else holds from now on.
    void saved();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate() override;
    void fitList();
    void showNote();
    void showIndex(int index);
    SettingsPage *makePage(int index);
    SettingsPage *current() const;
    void step(int by);
    void test();
    void save();
    void saveNext();
    void onApplied(SettingsPage *page, bool saved, const SettingsVerdict &verdict);
    void dropOthers(const SettingsPage *kept);
    void onTold(SettingsPage *page, const SettingsVerdict &verdict);
    void stopSaving();
    void say(const SettingsVerdict &verdict);
    void unsay();
    void updateState();
    bool isAnyChanged() const;

    QList<SettingsPageEntry> m_entries;
    QList<SettingsPage *> m_made; ///< As m_entries; null: not yet.
    QList<SettingsPage *> m_toSave;
    SettingsVerdict m_verdict;
    SettingsVerdict m_saved;                          ///< The weightiest of the pages that were saved.
    QHash<SettingsPage *, SettingsVerdict> m_waiting; ///< What pages told while they were not looked at.
    bool m_saving = false;

    QListWidget *m_list;
    QLabel *m_pageTitle;
    Banner *m_note; ///< Of the page that is shown.
    QStackedWidget *m_stack;
    Banner *m_banner;
    QPushButton *m_test;
    QPushButton *m_close;
    QPushButton *m_save;
};

} // namespace teleconsult::ui
