#include "ui/settings/colours_page.h"

#include "ui/settings/mode_colours.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wrapped_label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace teleconsult::ui {

ColoursPage::ColoursPage(service::CompanyService &company, QWidget *parent)
    : KaleyraPage(company, QStringLiteral("colours"), parent),
      m_light(new ModeColours(QStringLiteral("light"), this)),
      m_dark(new ModeColours(QStringLiteral("dark"), this)),
      m_switchHint(new WrappedLabel(QStringLiteral("coloursSwitchHint"), QStringLiteral("muted"), this))
{
    column()->setSpacing(spacing::l);
    column()->addWidget(m_light);
    column()->addWidget(m_dark);
    column()->addWidget(m_switchHint);
    column()->addStretch();
    for (ModeColours *mode : {m_light, m_dark}) {
        connect(mode, &ModeColours::edited, this, [this] {
            retranslate();
            emit changed();
        });
    }
    if (company.mayManage())
        ColoursPage::load();
    else
        setState(State::Ready);
}

void ColoursPage::load()
{
    receive<kaleyra::Theme>(company().theme(), [this](const kaleyra::Theme &theme) { take(theme); });
}

void ColoursPage::take(const kaleyra::Theme &theme)
{
    m_there = theme;
    m_light->setColours(m_there.light);
    m_dark->setColours(m_there.dark);
}

kaleyra::Theme ColoursPage::theme() const
{
    return {m_light->colours(), m_dark->colours()};
}

bool ColoursPage::isChanged() const
{
    return state() == State::Ready && company().mayManage() && theme() != m_there;
}

void ColoursPage::apply()
{
    const kaleyra::Theme wanted = theme();
    if (const Result<void> acceptable = service::checkTheme(wanted); !acceptable) {
        m_light->showError(acceptable.error().field);
        m_dark->showError(acceptable.error().field);
        emit applied(false, {});
        return;
    }
    send<kaleyra::Theme>(
        company().setTheme(wanted), [this](const kaleyra::Theme &now) { take(now); },
        {Tone::Success, [] { return tr("Saved at Kaleyra. New call pages have these colours."); }}, &verdictOf);
}

void ColoursPage::test()
{
    if (!company().mayManage()) {
        compare<kaleyra::Company>(company().company(), [](const kaleyra::Company &) -> SettingsVerdict {
            return {Tone::Success, [] { return tr("The service answers."); }};
        });
        return;
    }
    compare<kaleyra::Theme>(company().theme(), [this](const kaleyra::Theme &now) -> SettingsVerdict {
        const bool wasChanged = isChanged();
        const bool isAnother = now != m_there;
        if (wasChanged)
            m_there = now;
        else
            take(now);
        return isAnother
                   ? SettingsVerdict{Tone::Info,
                                     [] { return tr("Kaleyra answers. Somebody has changed the colours meanwhile."); }}
                   : SettingsVerdict{Tone::Success, [] { return tr("Kaleyra answers, with these colours."); }};
    });
}

void ColoursPage::setEditable(bool editable)
{
    for (ModeColours *mode : {m_light, m_dark})
        mode->setEditable(editable);
}

void ColoursPage::retranslate()
{
    explain(tr("These hold for call pages of the whole company, at every station and for every patient."));
    m_switchHint->setText(tr("With colours for one kind of page only, nobody can switch between light and dark."));
    m_switchHint->setVisible(theme().light.areSet() != theme().dark.areSet());
    m_light->retranslate();
    m_dark->retranslate();
}

} // namespace teleconsult::ui
