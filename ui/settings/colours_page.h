// The colours of call pages, which are the company's.
#pragma once

#include "core/service/company_settings.h"
#include "ui/settings/settings_page.h"

class QLabel;
class QPushButton;

namespace teleconsult::ui {

class Banner;
class ModeColours;

/// Shows the colours that Kaleyra keeps for light and dark call pages, and changes them there. Where the key is
/// elsewhere it only says so. The company must outlive it.
class ColoursPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ColoursPage(service::CompanyService &company, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Loading, Failed, Ready, Saving };

    void load();
    void onLoaded(const Result<kaleyra::Theme> &theme);
    kaleyra::Theme theme() const;
    void setState(State state);
    void retranslate();

    service::CompanyService &m_company;
    State m_state = State::Loading;
    kaleyra::Theme m_there; ///< At Kaleyra, as it last told.
    Error m_error;          ///< Of loading.
    QLabel *m_explanation;
    Banner *m_notice;
    QPushButton *m_retry;
    ModeColours *m_light;
    ModeColours *m_dark;
    QLabel *m_switchHint;
};

} // namespace teleconsult::ui
