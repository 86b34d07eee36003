// Who may do what in a call.
#pragma once

#include "core/async/task.h"
#include "core/config/roles.h"
#include "core/config/settings.h"
#include "core/domain/role_change.h"
#include "ui/settings/settings_page.h"

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

class GroupRow;
class ToolsTable;

/// The consultations that are not over yet.
using ListComing = std::function<Task<QList<Teleconsultation>>()>;

/// The clinic's groups with their roles, and the tools of each role. What the JSON configuration says is where it
/// begins; what is changed here is kept as the settings roles/… in its place. The test looks at what is entered: for
/// mistakes, for the person of this station, and for what would become of coming consultations. The settings must
/// outlive it.
class RolesPage : public SettingsPage
{
    Q_OBJECT
public:
    RolesPage(config::Settings &settings, ListComing coming, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;
    bool canBeTested() const override { return true; }
    void test() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void load();
    void testFile();
    GroupRow *addRow(const config::GroupRole &group);
    void removeRow(GroupRow *row);
    QList<config::GroupRole> groups() const;
    Privileges entered() const;
    config::SettingValues toSave() const;
    /// Shows every mistake beside its field. True: there is none.
    bool showMistakes();
    void touch();
    void lock();
    QString noteText() const;
    void retranslate();
    void tell(const RoleChange &change, qsizetype consultations);

    config::Settings &m_settings;
    ListComing m_coming;
    config::ServiceConfiguration m_saved;
    std::optional<Error> m_problem; ///< Why nothing can be edited.
    bool m_isChecked = false;       ///< Mistakes are shown from the first try to save or test on.

    QList<GroupRow *> m_rows;
    QLabel *m_note;
    QLabel *m_groupsTitle;
    QLabel *m_groupsHint;
    QVBoxLayout *m_list;
    QLabel *m_listProblem;
    QPushButton *m_add;
    QLabel *m_toolsTitle;
    QLabel *m_toolsHint;
    ToolsTable *m_tools;
};

} // namespace teleconsult::ui
