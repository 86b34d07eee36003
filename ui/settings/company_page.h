// What Kaleyra keeps of the company.
#pragma once

#include "core/service/company_settings.h"
#include "ui/settings/settings_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace teleconsult::ui {

class Banner;
class Field;

/// Shows name, default language and where call pages go at their end, each with the value as it is at Kaleyra, and
/// changes them there: only what was changed here is sent. Where the key is elsewhere it shows only. The company must
/// outlive it.
class CompanyPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit CompanyPage(service::CompanyService &company, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;
    bool canBeTested() const override { return true; }
    /// Reads the company anew. What was entered stays.
    void test() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Loading, Failed, Ready, Saving };

    void build();
    void load();
    void onLoaded(const Result<kaleyra::Company> &company);
    void fill();
    kaleyra::CompanyChange change() const;
    void touch(const QString &field);
    void showError(const Error &error);
    void setState(State state);
    void fillLanguages();
    QString asItIs(const QString &value) const;
    void retranslate();

    service::CompanyService &m_company;
    State m_state = State::Loading;
    kaleyra::Company m_there; ///< At Kaleyra, as it last told.
    Error m_error;            ///< Of loading, or of the field it names.

    QLabel *m_explanation;
    Banner *m_notice;
    QPushButton *m_retry;
    QLineEdit *m_name;
    QComboBox *m_language;
    QLineEdit *m_redirect;
    QSpinBox *m_timeout;
    Field *m_nameField;
    Field *m_languageField;
    Field *m_redirectField;
    Field *m_timeoutField;
};

} // namespace teleconsult::ui
