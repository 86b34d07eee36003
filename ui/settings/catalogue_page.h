// Settings as the catalogue describes them.
#pragma once

#include "core/config/settings.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/value_control.h"

#include <functional>

class QLabel;
class QVBoxLayout;

namespace teleconsult::ui {

class Field;
class OwnControl;

/// One field for each setting of these pages of the catalogue, secrets and the program's own notes excepted; of each
/// further page under its title. Every value says where it comes from (showOrigin()), and a setting whose
/// change waits for the next start says so. Saves all that was changed, or nothing. The settings must outlive it.
class CataloguePage : public SettingsPage
{
    Q_OBJECT
public:
    /// The control of a setting, owned by `parent`; null: the one of its type.
    using MakeControl = std::function<OwnControl *(const config::SettingSpec &spec, QWidget *parent)>;

    CataloguePage(config::Settings &settings, const QList<config::SettingPage> &pages, QWidget *parent = nullptr,
                  const MakeControl &makeControl = {});

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
    /// Shows the first mistake of what was changed beside its field. False: it cannot be saved as it is.
    bool check();
    /// Something was typed or chosen.
    virtual void onEdited() {}

private:
    struct Row
    {
        const config::SettingSpec *spec = nullptr;
        ValueControl control;
        Field *field = nullptr;
    };

    struct Heading
    {
        config::SettingPage page;
        QLabel *label;
    };

    void addHeading(config::SettingPage page);
    void addRows(config::SettingPage page, const MakeControl &makeControl);
    Row makeRow(const config::SettingSpec &spec, const MakeControl &makeControl);
    void touch(const QString &key);
    QString savedOf(const Row &row) const;
    config::SettingValues changes() const;
    /// Whether it is shown beside its field.
    bool showError(const Error &error);
    void retranslate(const Row &row);
    bool mostWait() const { return 2 * m_waiting > m_rows.size(); }

    config::Settings &m_settings;
    QVBoxLayout *m_head;
    QLabel *m_note;
    int m_waiting = 0; ///< How many settings wait for the next start: of most it is said once.
    QList<Row> m_rows;
    QList<Heading> m_headings; ///< Of the pages after the first.
    Error m_error;             ///< Of the setting that it names; without a code: none.
};

} // namespace teleconsult::ui
