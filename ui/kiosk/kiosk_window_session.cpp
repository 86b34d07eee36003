// One person at a time: whether they are still there, and what goes with them.
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/code_page.h"
#include "ui/kiosk/greeting_page.h"
#include "ui/kiosk/kiosk_header.h"
#include "ui/kiosk/kiosk_window.h"
#include "ui/kiosk/reception_page.h"
#include "ui/kiosk/visit_page.h"
#include "ui/widgets/announce.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcKiosk, "teleconsult.kiosk")

/// Who waits touches nothing.
constexpr int waitingFactor = 3;
constexpr std::chrono::seconds thanksTime{15};
/// Nothing is shown of it: a start that counts down would be odd, and nobody loses anything.
constexpr std::chrono::seconds silentCountdown{1};

} // namespace

/// A page that cannot be reached is tried again for ever: each try is part of the same waiting, or who has left would
/// never be taken for gone, and whoever stands there when it succeeds would be in the call.
KioskWindow::Wait KioskWindow::wait() const
{
    using Stage = CallFlow::Stage;
    if (m_page == Page::Start)
        return m_hasChoices ? Wait::Choice : Wait::Nobody;
    if (m_visit->flow().isInCall())
        return Wait::Nobody;
    if (m_page != Page::Visit)
        return Wait::Reading;
    switch (m_visit->flow().stage()) {
    case Stage::Connecting:
    case Stage::Waiting:
    case Stage::Mending:
        return Wait::Call;
    case Stage::Failed:
        return m_visit->flow().isTriedAgain() ? Wait::Call : Wait::Reading;
    case Stage::Ended:
        return Wait::Thanks;
    default:
        return Wait::Reading;
    }
}

void KioskWindow::watchIdling()
{
    const std::pair<Page, Wait> now(m_page, wait());
    if (std::exchange(m_watched, now) == now)
        return;
    const std::chrono::milliseconds quiet =
        m_parts.idle.value_or(std::chrono::milliseconds(m_parts.settings.kiosk().idle));
    hideIdleNotice();
    switch (now.second) {
    case Wait::Nobody:
        m_idle->stop();
        break;
    case Wait::Choice:
        m_idle->watch(quiet, silentCountdown);
        break;
    case Wait::Reading:
        m_idle->watch(quiet, m_parts.countdown);
        break;
    case Wait::Call:
        m_idle->watch(quiet * waitingFactor, m_parts.waitingCountdown);
        break;
    case Wait::Thanks:
        m_idle->watch(std::min<std::chrono::milliseconds>(quiet, thanksTime), m_parts.countdown);
        break;
    }
}

/// A key must not press a button that cannot be seen. What is written in keeps the focus: nothing that is typed is
/// lost.
void KioskWindow::showIdleNotice(int seconds)
{
    if (m_watched.second == Wait::Choice)
        return;
    const bool isNews = !m_idleNotice->isVisible();
    m_idleNotice->setSentence(tr("This screen goes back to its start in %n second(s).", nullptr, seconds));
    placeOver(m_idleNotice);
    m_idleNotice->show();
    m_idleNotice->raise();
    if (isNews)
        announce(m_idleNotice);
    QWidget *focused = focusWidget();
    if (focused == m_stillHere || !qobject_cast<QAbstractButton *>(focused))
        return;
    m_underNotice = focused;
    m_stillHere->setFocus();
}

void KioskWindow::hideIdleNotice()
{
    if (m_underNotice && focusWidget() == m_stillHere)
        m_underNotice->setFocus();
    m_underNotice.clear();
    m_idleNotice->hide();
}

void KioskWindow::forgetPages()
{
    QList<QPointer<QDialog>> dialogs;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialogs << dialog;
    for (const QPointer<QDialog> &dialog : std::as_const(dialogs))
        delete dialog; // One may have gone with another.
    if (m_reception) {
        m_reception->hide();
        m_reception->deleteLater();
        m_pages->removeWidget(m_reception);
        m_reception.clear();
    }
    m_visit->forget();
    m_code->reset();
    m_pin->reset();
    m_appointment.reset();
    m_greeting->forget();
}

void KioskWindow::clearSession()
{
    m_idle->stop();
    hideIdleNotice();
    goTo(Page::Start);
    forgetPages();
    m_parts.settings.setGuest({});
    m_service.setGuest({});
    QClipboard *clipboard = QGuiApplication::clipboard();
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (mode == QClipboard::Clipboard || clipboard->supportsSelection())
            clipboard->clear(mode);
    }
    if (m_engine && !m_engine->forget(m_parts.callStorageDir))
        qCWarning(lcKiosk) << "Not everything of the last call could be erased";
    m_engine = nullptr;
    restoreChoices();
}

// Language and contrast are chosen at the start, too, by somebody who may go away again without having begun.

void KioskWindow::chooseLanguage(Language language)
{
    m_hasChoices = true;
    watchIdling();
    if (m_parts.useLanguage)
        m_parts.useLanguage(language);
}

void KioskWindow::chooseContrast(bool on)
{
    m_hasChoices = true;
    watchIdling();
    useContrast(on);
}

/// The clinic's again.
void KioskWindow::restoreChoices()
{
    m_hasChoices = false;
    watchIdling();
    if (m_parts.useLanguage)
        m_parts.useLanguage({});
    const bool contrast = m_parts.settings.kiosk().highContrast;
    m_header->setContrast(contrast);
    useContrast(contrast);
}

} // namespace teleconsult::ui
