// The clinic's logo, as it is chosen.
#pragma once

#include "ui/settings/own_control.h"
#include "ui/settings/settings_page.h"

#include <QSet>

class QPushButton;

namespace teleconsult::ui {

class Logo;

/// Shows the logo, and takes another one from a file, which is checked and kept as a copy in the data folder, so that
/// the file may go. The value is the path of the copy, or whatever file the settings name; empty: Teleconsult's own.
class LogoControl final : public OwnControl
{
    Q_OBJECT
public:
    LogoControl(QString dataDir, QWidget *parent);

    QString value() const override { return m_path; }
    void setValue(const QString &text) override;
    void takeFile(const QString &path);
    /// Removes the copies that were chosen here, or replaced, except these.
    void removeCopiesBut(const QStringList &named);

signals:
    void told(const teleconsult::ui::SettingsVerdict &verdict);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void updateState();
    void retranslate();

    QString m_dataDir;
    QString m_path;
    QSet<QString> m_copies; ///< Of the data folder, that were the value here.
    Logo *m_logo;
    QPushButton *m_choose;
    QPushButton *m_reset;
};

} // namespace teleconsult::ui
