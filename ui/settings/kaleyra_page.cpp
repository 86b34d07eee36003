#include "ui/settings/kaleyra_page.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

KaleyraPage::KaleyraPage(service::CompanyService &company, const QString &name, QWidget *parent)
    : SettingsPage(parent),
      m_company(company),
      m_column(new QVBoxLayout(this)),
      m_explanation(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_notice(new Banner(Tone::Info, this)),
      m_retry(m_notice->addAction(name + QStringLiteral("RetryButton")))
{
    m_notice->setObjectName(name + QStringLiteral("Notice"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::s);
    m_column->addWidget(m_explanation);
    m_column->addWidget(m_notice);
    connect(m_retry, &QPushButton::clicked, this, &KaleyraPage::load);
}

void KaleyraPage::setState(State state)
{
    m_state = state;
    setEditable(state == State::Ready && m_company.mayManage());
    m_retry->setVisible(state == State::Failed);
    retranslate();
    emit changed();
}

void KaleyraPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void KaleyraPage::explain(const QString &sentence)
{
    m_explanation->setText(sentence);
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
