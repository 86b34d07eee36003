// The colours of call pages, which are the company's.
#pragma once

#include "ui/settings/kaleyra_page.h"

class QLabel;

namespace teleconsult::ui {

class ModeColours;

/// Shows the colours that Kaleyra keeps for light and dark call pages, and changes them there. Where the key is
/// elsewhere it only says so. The company must outlive it.
class ColoursPage : public KaleyraPage
{
    Q_OBJECT
public:
    explicit ColoursPage(service::CompanyService &company, QWidget *parent = nullptr);

    bool isChanged() const override;
    void apply() override;
    bool canBeTested() const override { return true; }
    /// Reads the colours anew. What was entered stays.
    void test() override;

protected:
    void load() override;
    void setEditable(bool editable) override;
    void retranslate() override;

private:
    void take(const kaleyra::Theme &theme);
    kaleyra::Theme theme() const;

    kaleyra::Theme m_there; ///< At Kaleyra, as it last told.
    ModeColours *m_light;
    ModeColours *m_dark;
    QLabel *m_switchHint;
};

} // namespace teleconsult::ui
