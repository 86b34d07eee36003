// What Kaleyra keeps of the company.
#pragma once

#include "ui/settings/kaleyra_page.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace teleconsult::ui {

class Field;

/// Shows name, default language and where call pages go at their end, each with the value as it is at Kaleyra, and
/// changes them there: only what was changed here is sent. Where the key is elsewhere it shows only. The company must
/// outlive it.
class CompanyPage : public KaleyraPage
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
    void load() override;
    void setEditable(bool editable) override;
    void retranslate() override;

private:
    void build();
    void take(const kaleyra::Company &there);
    void fill();
    kaleyra::CompanyChange change() const;
    void touch(const QString &field);
    void showError(const Error &error);
    void fillLanguages();
    QString asItIs(const QString &value) const;

    kaleyra::Company m_there; ///< At Kaleyra, as it last told.
    Error m_error;            ///< Of the field it names.

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
