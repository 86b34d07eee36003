#include "ui/agenda/invitation_dialog.h"

#include "core/domain/backoff.h"
#include "core/http/secure_url.h"
#include "ui/theme/theme.h"
#include "ui/waiting/waiting_text.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/phase_text.h"
#include "ui/widgets/private_opening.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr QSize preferredSize(840, 560);
/// Between two questions for links that are not there yet. Timers do not count what the machine sleeps.
constexpr std::chrono::milliseconds shortestWait = std::chrono::seconds(5);
constexpr std::chrono::milliseconds longestWait = std::chrono::minutes(1);

QPushButton *makeButton(const QString &objectName, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(objectName);
    button->setAutoDefault(true);
    setThemedIcon(button, iconName);
    return button;
}

} // namespace

InvitationDialog::InvitationDialog(service::TeleconsultationService &service, const Clock &clock,
                                   const Teleconsultation &consultation, QWidget *parent)
    : FramedDialog(QStringLiteral("invitation"), parent),
      m_service(service),
      m_clock(clock),
      m_consultation(consultation),
      m_pages(new QStackedWidget(this)),
      m_message(new EmptyState(this)),
      m_scroll(new QScrollArea(this)),
      m_list(new QVBoxLayout),
      m_codePane(new QFrame(this)),
      m_code(new QrView(this)),
      m_codeCaption(new WrappedLabel(QStringLiteral("invitationCodeCaption"), QStringLiteral("caption"), this)),
      m_feedback(new WrappedLabel(QStringLiteral("invitationFeedback"), {}, this)),
      m_close(addButton(QStringLiteral("Close")))
{
    build();
    connect(m_message, &EmptyState::actionTriggered, this, &InvitationDialog::load);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_opening.setSingleShot(true);
    connect(&m_opening, &QTimer::timeout, this, [this] {
        const bool isKnown = m_consultation.allParticipantsKnown();
        const bool isEarly = isKnown && m_clock.now() < opensAt(m_consultation, m_service.policy());
        if (m_state == State::NotYet && isEarly)
            waitForOpening();
        else
            ask();
    });
    retranslate();
    load();
}

void InvitationDialog::build()
{
    m_message->setObjectName(QStringLiteral("invitationMessage"));
    m_code->setObjectName(QStringLiteral("invitationCode"));
    m_codeCaption->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_feedback->setProperty("tone", QStringLiteral("success"));

    auto *entries = new QWidget;
    auto *entriesLayout = new QVBoxLayout(entries);
    entriesLayout->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(spacing::m);
    entriesLayout->addLayout(m_list);
    entriesLayout->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(entries);

    auto *codeLayout = new QVBoxLayout(m_codePane);
    codeLayout->setContentsMargins(0, 0, 0, 0);
    codeLayout->setSpacing(spacing::s);
    codeLayout->addWidget(m_code);
    codeLayout->addWidget(m_codeCaption);
    codeLayout->addStretch();
    m_codePane->setFixedWidth(m_code->sizeHint().width());
    m_codePane->hide();

    auto *ready = new QWidget(this);
    auto *readyLayout = new QHBoxLayout(ready);
    readyLayout->setContentsMargins(0, 0, 0, 0);
    readyLayout->setSpacing(spacing::xl);
    readyLayout->addWidget(m_scroll, 1);
    readyLayout->addWidget(m_codePane);
    m_pages->addWidget(m_message);
    m_pages->addWidget(ready);

    addToFoot(m_feedback);
    setContent(m_pages);
    sizeToScreen(this, preferredSize);
}

void InvitationDialog::load()
{
    setState(State::Loading);
    ask();
}

void InvitationDialog::ask()
{
    m_opening.stop();
    whenDone(m_service.invitations(m_consultation.id), this,
             [this, attempt = ++m_attempt](const Result<QList<service::Invitation>> &invitations) {
                 if (attempt == m_attempt) // Else it was asked again meanwhile.
                     onAnswer(invitations);
             });
}

void InvitationDialog::onAnswer(const Result<QList<service::Invitation>> &invitations)
{
    if (!invitations) {
        m_error = invitations.error();
        setState(State::Failed);
        askAgainLater();
        return;
    }
    m_errors = 0;
    m_invitations = *invitations;
    m_isWaiting = m_invitations.isEmpty() && !isJoinableByAnyClock(m_consultation, m_service.policy(), m_clock.now());
    setState(m_invitations.isEmpty() ? State::NotYet : State::Ready);
    if (m_isWaiting)
        waitForOpening();
}

/// Whoever waits for the links gets them when the service is back, without another click.
void InvitationDialog::askAgainLater()
{
    if (!m_isWaiting || !m_error.retryable)
        return;
    const std::chrono::milliseconds wait = doubled(shortestWait, m_errors++, longestWait);
    m_opening.start(aroundOrLater(wait, m_error.retryAfter, QRandomGenerator::global()->generateDouble()));
}

void InvitationDialog::setState(State state)
{
    m_state = state;
    m_pages->setCurrentIndex(state == State::Ready ? 1 : 0);
    if (state == State::Ready)
        fillList();
    else
        updateMessage();
}

/// The links are there from the opening on, by the service's clock, which may be a little behind ours; who is still to
/// come may be added meanwhile by somebody else.
void InvitationDialog::waitForOpening()
{
    const std::chrono::milliseconds wait(m_clock.now().msecsTo(opensAt(m_consultation, m_service.policy())) + 1);
    m_opening.start(std::clamp(wait, shortestWait, longestWait));
}

void InvitationDialog::updateMessage()
{
    // Set once: one that is hidden for a moment would lose the focus.
    m_message->setAction(m_state == State::Failed ? tr("Try again") : QString());
    switch (m_state) {
    case State::Loading:
        m_message->setIconName(QStringLiteral("clock"));
        m_message->setHeadline(tr("Getting the links…"));
        m_message->setSentence({});
        break;
    case State::Failed:
        m_message->setIconName(QStringLiteral("alert"), Tone::Danger);
        m_message->setHeadline(tr("The links could not be loaded"));
        m_message->setSentence(errorText(m_error));
        break;
    case State::NotYet:
        m_message->setIconName(QStringLiteral("clock"), Tone::Info);
        if (!m_isWaiting) {
            m_message->setHeadline(tr("The room was closed"));
            m_message->setSentence(tr("Its links no longer work. Schedule another consultation to meet again."));
        } else {
            m_message->setHeadline(tr("No links yet"));
            m_message->setSentence(waitingSentence());
        }
        break;
    case State::Ready:
        break;
    }
}

QString InvitationDialog::waitingSentence() const
{
    if (!m_consultation.allParticipantsKnown())
        return tr("Links are there once everyone is known and the room is open.");
    const ConsultationPolicy &policy = m_service.policy();
    const QDateTime now = m_clock.now();
    return tr("%1. Links are there from then on.", "Opens at 10:15.")
        .arg(isJoinable(m_consultation, policy, now) ? WaitingText::headline(m_consultation, policy, now)
                                                     : PhaseText::opening(opensAt(m_consultation, policy), now));
}

void InvitationDialog::fillList()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_codeButtons.clear();
    for (qsizetype i = 0; i < m_invitations.size(); ++i) {
        QWidget *entry = makeEntry(m_invitations.at(i), int(i) + 1);
        m_list->addWidget(entry);
        entry->show(); // at once: one of its buttons is given the keyboard
    }
    setTabOrder(m_codeButtons.last(), m_close);
    // Words are longer in other languages: the dialog grows before a button is cut off.
    m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() +
                              m_scroll->verticalScrollBar()->sizeHint().width());
    showCode(m_shownCode);
    if (m_close->hasFocus() || !focusWidget())
        m_codeButtons.first()->parentWidget()->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

QWidget *InvitationDialog::makeEntry(const service::Invitation &invitation, int number)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("invitation%1").arg(number));
    auto *name = new WrappedLabel({}, QStringLiteral("strong"), card);
    name->setText(invitation.fullName);
    auto *groups = new WrappedLabel({}, QStringLiteral("caption"), card);
    groups->setText(groupsText(invitation.groups));

    auto *copyButton = makeButton(QStringLiteral("copyLinkButton"), QStringLiteral("copy"), card);
    copyButton->setText(tr("Copy link"));
    copyButton->setAccessibleName(tr("Copy link of %1").arg(invitation.fullName));
    auto *openButton = makeButton(QStringLiteral("openLinkButton"), QStringLiteral("external"), card);
    openButton->setText(tr("Open in browser"));
    openButton->setAccessibleName(tr("Open link of %1 in a browser").arg(invitation.fullName));
    auto *codeButton = makeButton(QStringLiteral("showCodeButton"), QStringLiteral("qr"), card);
    codeButton->setText(tr("QR code"));
    codeButton->setAccessibleName(tr("Show QR code of %1").arg(invitation.fullName));
    codeButton->setCheckable(true);
    m_codeButtons << codeButton;

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::s);
    buttons->addWidget(copyButton);
    buttons->addWidget(openButton);
    buttons->addWidget(codeButton);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(spacing::l, spacing::m, spacing::l, spacing::l);
    layout->setSpacing(0);
    layout->addWidget(name);
    layout->addWidget(groups);
    layout->addSpacing(spacing::s);
    layout->addLayout(buttons);

    const int index = number - 1;
    connect(copyButton, &QPushButton::clicked, this, [this, invitation] { copy(invitation); });
    connect(openButton, &QPushButton::clicked, this, [this, invitation] { openInBrowser(invitation); });
    connect(codeButton, &QPushButton::clicked, this, [this, index](bool shown) { showCode(shown ? index : -1); });
    return card;
}

void InvitationDialog::copy(const service::Invitation &invitation)
{
    auto *mime = new QMimeData;
    mime->setText(invitation.accessLink.toString(QUrl::FullyEncoded));
    // A link is a credential: clipboard managers that know this hint do not keep it.
    mime->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(mime);
    m_feedback->setText(tr("Link of %1 copied.").arg(invitation.fullName));
    announce(m_feedback);
}

void InvitationDialog::openInBrowser(const service::Invitation &invitation)
{
    const bool opened = openPrivately(invitation.accessLink);
    m_feedback->setText(opened ? tr("Opened in a browser for %1.").arg(invitation.fullName)
                               : tr("No browser could be opened. Copy the link instead."));
    announce(m_feedback);
}

void InvitationDialog::showCode(int index)
{
    m_shownCode = index >= 0 && index < m_invitations.size() ? index : -1;
    for (qsizetype i = 0; i < m_codeButtons.size(); ++i)
        m_codeButtons.at(i)->setChecked(i == m_shownCode);
    m_codePane->setVisible(m_shownCode >= 0);
    if (m_shownCode < 0) {
        m_code->setContent({});
        return;
    }
    const service::Invitation &invitation = m_invitations.at(m_shownCode);
    m_code->setContent(invitation.accessLink.toEncoded());
    m_code->setAccessibleName(tr("QR code with the link of %1").arg(invitation.fullName));
    m_codeCaption->setText(http::isLoopback(invitation.accessLink)
                               ? tr("%1. In the sandbox, links work on this computer only.").arg(invitation.fullName)
                               : tr("%1. Scan it with the camera of a phone.").arg(invitation.fullName));
}

void InvitationDialog::retranslate()
{
    setTitle(tr("Invite a participant"));
    setExplanation(tr("Each link is personal: whoever has it can enter as that person. Give it to them only."));
    m_close->setText(tr("Close"));
    m_feedback->clear();
    setState(m_state);
}

} // namespace teleconsult::ui
