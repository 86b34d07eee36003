// One group of the clinic, to be edited.
#pragma once

#include "core/config/roles.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace teleconsult::ui {

class Field;
class IconButton;

/// Its name, its role, whether its members have the background, and a button to remove it: on one line, or with large
/// text on two.
class GroupRow : public QWidget
{
    Q_OBJECT
public:
    explicit GroupRow(const config::GroupRole &group, QWidget *parent = nullptr);

    config::GroupRole group() const;
    /// What is wrong with the name; empty: nothing.
    void setError(const QString &text);
    /// Off is what something above the user's file holds.
    void setEditable(bool groups, bool background);
    void retranslate();
    /// The keyboard goes to the name.
    void focusName();

signals:
    void edited();
    void removeRequested();

private:
    void arrange();
    void nameParts();

    QGridLayout *m_layout;
    QLineEdit *m_name;
    QComboBox *m_role;
    QCheckBox *m_background;
    IconButton *m_remove;
    Field *m_field;
};

} // namespace teleconsult::ui
