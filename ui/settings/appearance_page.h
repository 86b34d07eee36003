// How the program looks at this station.
#pragma once

#include "ui/settings/catalogue_page.h"

class QLabel;
class QPushButton;

namespace teleconsult::ui {

class Logo;

/// Language, colours, size of text, and the clinic's logo: chosen from a file, checked, and kept as a copy in the data
/// folder, so that the file may go. The settings must outlive it.
class AppearancePage final : public CataloguePage
{
    Q_OBJECT
public:
    AppearancePage(config::Settings &settings, QString dataDir, QWidget *parent = nullptr);

    bool canBeTested() const override { return true; }
    /// Looks whether the logo can be read.
    void test() override;

    /// Takes the picture of a file as the logo, which is saved with the page.
    void takeLogo(const QString &path);

protected:
    void retranslate() override;
    void onEdited() override;

private:
    void build();
    void chooseLogo();

    QString m_dataDir;
    QLabel *m_title;
    Logo *m_logo;
    QPushButton *m_choose;
    QPushButton *m_reset;
};

} // namespace teleconsult::ui
