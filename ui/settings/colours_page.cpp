#include "ui/settings/colours_page.h"

#include "ui/settings/mode_colours.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

ColoursPage::ColoursPage(service::CompanyService &company, QWidget *parent)
    : SettingsPage(parent),
      m_company(company),
      m_explanation(new QLabel(this)),
      m_notice(new Banner(Tone::Info, this)),
      m_retry(m_notice->addAction(QStringLiteral("coloursRetryButton"))),
      m_light(new ModeColours(QStringLiteral("light"), this)),
      m_dark(new ModeColours(QStringLiteral("dark"), this)),
      m_switchHint(new QLabel(this))
{
    for (QLabel *label : {m_explanation, m_switchHint}) {
        label->setProperty("role", QStringLiteral("muted"));
        label->setWordWrap(true);
    }
    m_notice->setObjectName(QStringLiteral("coloursNotice"));
    m_switchHint->setObjectName(QStringLiteral("coloursSwitchHint"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::l);
    for (QWidget *part :
         {static_cast<QWidget *>(m_explanation), static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_light),
          static_cast<QWidget *>(m_dark), static_cast<QWidget *>(m_switchHint)})
        layout->addWidget(part);
    layout->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &ColoursPage::load);
    for (ModeColours *mode : {m_light, m_dark}) {
        connect(mode, &ModeColours::edited, this, [this] {
            retranslate();
            emit changed();
        });
    }
    if (m_company.mayManage())
        load();
    else
        setState(State::Ready);
}

void ColoursPage::load()
{
    setState(State::Loading);
    whenDone(m_company.theme(), this, [this](const Result<kaleyra::Theme> &theme) { onLoaded(theme); });
}

void ColoursPage::onLoaded(const Result<kaleyra::Theme> &theme)
{
    if (!theme) {
        m_error = theme.error();
        setState(State::Failed);
        return;
    }
    m_there = *theme;
    m_light->setColours(m_there.light);
    m_dark->setColours(m_there.dark);
    setState(State::Ready);
}

kaleyra::Theme ColoursPage::theme() const
{
    return {m_light->colours(), m_dark->colours()};
}

bool ColoursPage::isChanged() const
{
    return m_state == State::Ready && m_company.mayManage() && theme() != m_there;
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
    setState(State::Saving);
    whenDone(m_company.setTheme(wanted), this, [this](const Result<kaleyra::Theme> &now) {
        setState(State::Ready);
        if (now) {
            onLoaded(now);
            emit applied(true,
                         {Tone::Success, [] { return tr("Saved at Kaleyra. New call pages have these colours."); }});
            emit changed();
            return;
        }
        emit applied(false, verdictOf(now.error()));
    });
}

void ColoursPage::setState(State state)
{
    m_state = state;
    for (ModeColours *mode : {m_light, m_dark})
        mode->setEditable(state == State::Ready && m_company.mayManage());
    m_retry->setVisible(state == State::Failed);
    retranslate();
    emit changed();
}

void ColoursPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void ColoursPage::retranslate()
{
    m_explanation->setText(
        tr("These hold for call pages of the whole company, at every station and for every patient."));
    m_switchHint->setText(tr("With colours for one kind of page only, nobody can switch between light and dark."));
    m_switchHint->setVisible(theme().light.areSet() != theme().dark.areSet());
    m_light->retranslate();
    m_dark->retranslate();
    m_retry->setText(tr("Try again"));
    m_notice->setVisible(m_state == State::Failed || m_state == State::Loading || !m_company.mayManage());
    m_notice->setTone(m_state == State::Failed ? Tone::Danger : Tone::Info);
    if (m_state == State::Failed)
        m_notice->setText(errorText(m_error));
    else if (m_state == State::Loading)
        m_notice->setText(tr("Asking Kaleyra…"));
    else
        m_notice->setText(tr("This station asks another service, which does not change the company: that is done where "
                             "the API key is."));
}

} // namespace teleconsult::ui
