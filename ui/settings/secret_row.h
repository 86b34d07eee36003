// A secret that is set and never shown.
#pragma once

#include "core/secrets/secrets.h"
#include "ui/settings/settings_page.h"

class QLineEdit;
class QPushButton;

namespace teleconsult::ui {

class Field;

/// Says whether a secret is set, and sets, replaces or removes it, at once. What is typed is forgotten once it is set.
/// The secrets must outlive it.
class SecretRow : public QWidget
{
    Q_OBJECT
public:
    SecretRow(secrets::Secrets &secrets, secrets::Secret which, QWidget *parent = nullptr);

    void setLabel(const QString &text);
    /// Whether something is typed that is not set.
    bool isChanged() const;
    /// Sets what is typed; `done`, unless this has been destroyed by then.
    void apply(const std::function<void(const Result<void> &)> &done);

signals:
    /// isChanged() may answer something else.
    void changed();
    void told(const teleconsult::ui::SettingsVerdict &verdict);

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void set();
    void remove();
    void onRemoved(const Result<void> &removed);
    void updateState();
    void updateHint();

    secrets::Secrets &m_secrets;
    secrets::Secret m_which;
    secrets::Secrets::State m_state;
    bool m_known = false; ///< Whether m_state was told.

    QLineEdit *m_edit;
    Field *m_field;
    QPushButton *m_set;
    QPushButton *m_remove;
};

} // namespace teleconsult::ui
