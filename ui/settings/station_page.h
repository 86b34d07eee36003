// Who uses this installation.
#pragma once

#include "core/config/settings.h"
#include "ui/settings/settings_page.h"

#include <QSet>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace teleconsult::ui {

class Field;

/// Edits the station's identity: the person for whom links are asked for. The settings must outlive it.
class StationPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit StationPage(config::Settings &settings, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;
    bool canBeTested() const override { return true; }
    /// Says what the person may do in a call.
    void test() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    StationIdentity identity() const;
    QList<Error> mistakes() const;
    void touch(const QString &field);
    void showErrors();
    void showOrigins();
    void retranslate();

    config::Settings &m_settings;
    StationIdentity m_saved; ///< With the groups in the order of their boxes.
    QSet<QString> m_touched;

    QLabel *m_explanation;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QList<QCheckBox *> m_groups;
    QWidget *m_groupBox;
    Field *m_nameField;
    Field *m_idField;
    Field *m_groupsField;
};

} // namespace teleconsult::ui
