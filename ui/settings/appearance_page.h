// How the program looks at this station.
#pragma once

#include "ui/settings/catalogue_page.h"

namespace teleconsult::ui {

class LogoControl;

/// Language, colours, size of text, and the clinic's logo. The settings must outlive it.
class AppearancePage final : public CataloguePage
{
    Q_OBJECT
public:
    /// `dataDir`: where a copy of the logo is kept.
    AppearancePage(config::Settings &settings, const QString &dataDir, QWidget *parent = nullptr);

    /// Copies of logos that no setting names go with it.
    ~AppearancePage() override;

    bool canBeTested() const override { return true; }
    /// Looks whether the logo can be read.
    void test() override;

    LogoControl &logo() const { return *m_logo; }

private:
    LogoControl *m_logo;
};

} // namespace teleconsult::ui
