#include "ui/sign_in/sign_in_page.h"

#include "ui/widgets/error_text.h"

#include <QEvent>
#include <QPushButton>

namespace teleconsult::ui {

SignInPage::SignInPage(QWidget *parent) : EmptyState(parent)
{
    setObjectName(QStringLiteral("signInPage"));
    actionButton()->setObjectName(QStringLiteral("signInButton"));
    connect(this, &EmptyState::actionTriggered, this, [this] {
        if (m_state == State::InBrowser)
            emit cancelRequested();
        else
            emit signInRequested();
    });
    connect(this, &EmptyState::secondaryActionTriggered, this, &SignInPage::signInRequested);
    retranslate();
}

void SignInPage::show(State state, const std::optional<Error> &problem)
{
    m_state = state;
    m_problem = problem;
    retranslate();
    if (isVisible() && m_state != State::Resuming)
        actionButton()->setFocus();
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EmptyState::changeEvent(event);
}

void SignInPage::retranslate()
{
    setIconName(QStringLiteral("person"), m_problem ? Tone::Danger : Tone::Neutral);
    setSecondaryAction({});
    switch (m_state) {
    case State::Resuming:
        setHeadline(tr("One moment…"));
        setSentence(tr("Looking for whoever has signed in here before."));
        setAction({});
        break;
    case State::SignedOut:
        setHeadline(m_problem ? tr("You are not signed in") : tr("Sign in"));
        setSentence(m_problem ? errorText(*m_problem)
                              : tr("The agenda is shown to who has signed in. Your browser opens for that."));
        setAction(m_problem ? tr("Try again") : tr("Sign in"), QStringLiteral("external"));
        setActionPrimary(true);
        break;
    case State::InBrowser:
        setHeadline(tr("Continue in your browser"));
        setSentence(tr("Sign in on the page that has opened there, then come back. If no page has opened, open it "
                       "again."));
        setAction(tr("Cancel"));
        setActionPrimary(false);
        setSecondaryAction(tr("Open again"));
        break;
    }
}

} // namespace teleconsult::ui
