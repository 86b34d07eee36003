// Settings as the catalogue describes them.
#pragma once

#include "core/config/settings.h"
#include "ui/settings/settings_page.h"

class QLabel;
class QVBoxLayout;

namespace teleconsult::ui {

class Field;

/// One field for each setting of these pages of the catalogue, secrets and the program's own notes excepted. What is
/// locked says by what, and a setting whose change waits for the next start says so. Saves all that was changed, or
/// nothing. The settings must outlive it.
class CataloguePage : public SettingsPage
{
    Q_OBJECT
public:
    CataloguePage(config::Settings &settings, const QList<config::SettingPage> &pages, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;

protected:
    void changeEvent(QEvent *event) override;
    virtual void retranslate();

    /// Above the fields; for what a derived page puts there.
    QVBoxLayout *head() const { return m_head; }
    /// As it is entered now; empty for a key that is not on the page.
    QString entered(const QString &key) const;
    config::SettingValues entered() const;
    void enter(const QString &key, const QString &text);
    config::Settings &settings() const { return m_settings; }
    /// Something was typed or chosen.
    virtual void onEdited() {}

private:
    struct Row
    {
        const config::SettingSpec *spec;
        QWidget *control; ///< By the type: QCheckBox, QComboBox, QSpinBox, else QLineEdit.
        Field *field;
    };

    Row makeRow(const config::SettingSpec &spec);
    static QString valueOf(const Row &row);
    void setValue(const Row &row, const QString &text);
    QString savedOf(const Row &row) const;
    void touch(const Row &row);
    void showError(const Error &error);
    void retranslate(const Row &row);

    config::Settings &m_settings;
    QVBoxLayout *m_head;
    QLabel *m_note;
    bool m_allWait = true; ///< For the next start: said once.
    QList<Row> m_rows;
    Error m_error; ///< Of the setting that it names; without a code: none.
};

} // namespace teleconsult::ui
