// Who uses this installation.
#pragma once

#include "core/config/settings.h"

#include <QDialog>
#include <QSet>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace teleconsult::ui {

class ContentScroll;
class Field;

/// Edits the station's identity: the person for whom links are asked for. Saves to the settings. Modal to its parent's
/// window, shown with open(). The settings must outlive it.
class StationDialog : public QDialog
{
    Q_OBJECT
public:
    StationDialog(config::Settings &settings, QWidget *parent);

signals:
    void stationChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    StationIdentity identity() const;
    QList<Error> mistakes() const;
    void touch(const QString &field);
    void showErrors();
    void save();
    void retranslate();

    config::Settings &m_settings;
    QSet<QString> m_touched;

    QLabel *m_title;
    QLabel *m_explanation;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QList<QCheckBox *> m_groups;
    QWidget *m_groupBox;
    Field *m_nameField;
    Field *m_idField;
    Field *m_groupsField;
    ContentScroll *m_scroll = nullptr;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace teleconsult::ui
