#include "ui/kiosk/kiosk_window.h"

#include "ui/agenda/agenda_page.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/code_page.h"
#include "ui/kiosk/finger_scrolling.h"
#include "ui/kiosk/greeting_page.h"
#include "ui/kiosk/kiosk_header.h"
#include "ui/kiosk/kiosk_screen.h"
#include "ui/kiosk/reception_page.h"
#include "ui/kiosk/resting_page.h"
#include "ui/kiosk/touch_keyboard.h"
#include "ui/kiosk/visit_page.h"
#include "ui/theme/theme.h"
#include "ui/waiting/return_watch.h"

#include <QApplication>
#include <QChildEvent>
#include <QCloseEvent>
#include <QDialog>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// Nobody at a kiosk knows what to do with a page that does not answer.
constexpr std::chrono::seconds hungPatience{15};

/// Who works with the agenda stands nearer, and wants more of it.
constexpr int receptionPercent = 65;

} // namespace

KioskWindow::KioskWindow(Parts parts)
    : m_parts(std::move(parts)),
      m_service(m_parts.service),
      m_appointments(m_service, m_parts.settings, m_parts.clock),
      m_receptionPin(m_parts.settings, m_parts.clock, config::Pin::Reception),
      m_settingsPin(m_parts.settings, m_parts.clock),
      m_header(new KioskHeader(m_parts.settings, m_parts.isSandbox, this)),
      m_pages(new QStackedWidget(this)),
      m_resting(new RestingPage({.settings = m_parts.settings,
                                 .clock = m_parts.clock,
                                 .lookForOutage = m_parts.lookForOutage,
                                 .outagePace = m_parts.outagePace},
                                this)),
      m_code(new CodePage(
          m_appointments, m_parts.settings, [this](QWidget *place) { return openCamera(place); }, this)),
      m_greeting(new GreetingPage(this)),
      m_visit(new VisitPage(
          {.service = m_service,
           .settings = m_parts.settings,
           .clock = m_parts.clock,
           .engine = [this] { return useEngine(); },
           .storageDir = m_parts.callStorageDir,
           .allowedHosts = m_parts.callAllowedHosts,
           .company = m_parts.company,
           .random = m_parts.random,
           .hungPatience = hungPatience},
          {.hangUp = m_parts.hangUpCountdown, .untouched = m_parts.callUntouched, .alone = m_parts.aloneCountdown},
          this)),
      m_pin(new KioskPinPage(m_receptionPin, m_settingsPin, this)),
      m_keyboard(new TouchKeyboard(this)),
      m_idleNotice(new ChoicePage(QStringLiteral("kioskIdle"), this)),
      m_stillHere(m_idleNotice->addChoice(QStringLiteral("Here"), QStringLiteral("primary"))),
      m_idle(new IdleWatch(this)),
      m_lock(new KioskLock(this)),
      m_scrolling(new FingerScrolling(this))
{
    setObjectName(QStringLiteral("kioskWindow"));
    setProperty("holdsDialogs", true); // FramedDialog
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    setAcceptDrops(false);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_idleNotice->setAutoFillBackground(true);
    m_idleNotice->hide();
    for (QWidget *page :
         {static_cast<QWidget *>(m_resting), static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_greeting),
          static_cast<QWidget *>(m_visit), static_cast<QWidget *>(m_pin)})
        m_pages->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // The screen says how large it is, and the text follows.
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_keyboard);
    m_keyboard->installEventFilter(this);
    connectPages();
    clearSession();
    retranslate();
}

KioskWindow::~KioskWindow()
{
    m_idle->disconnect(this);
    m_visit->disconnect(this);
    // They use what is this window's own, which goes before its children.
    delete m_reception;
    delete m_visit;
    delete m_code;
}

void KioskWindow::connectPages()
{
    connect(m_header, &KioskHeader::languageChosen, this, &KioskWindow::chooseLanguage);
    connect(m_header, &KioskHeader::contrastChosen, this, &KioskWindow::chooseContrast);
    connect(m_header, &KioskHeader::leavingRequested, this, [this] { askForPin(KioskPinPage::For::Leaving); });
    connect(m_resting, &RestingPage::codeWanted, this, [this] {
        m_code->reset();
        goTo(Page::Code);
    });
    connect(m_resting, &RestingPage::scheduleWanted, this, [this] { askForPin(KioskPinPage::For::Schedule); });
    connect(m_resting, &RestingPage::kindChanged, this, [this] {
        showHeader();
        if (m_page != Page::Start)
            return;
        if (m_resting->kind() == RestingPage::Kind::Closed) // All night long it is read by whoever passes by.
            restoreChoices();
        m_resting->takeFocus();
    });
    connect(m_code, &CodePage::backRequested, this, &KioskWindow::clearSession);
    connect(m_code, &CodePage::found, this, &KioskWindow::greet);
    connect(m_greeting, &GreetingPage::confirmed, this, &KioskWindow::beginVisit);
    connect(m_greeting, &GreetingPage::denied, this, &KioskWindow::clearSession);
    connect(m_visit, &VisitPage::finished, this, &KioskWindow::clearSession, Qt::QueuedConnection);
    connect(m_visit, &VisitPage::stageChanged, this, &KioskWindow::watchIdling);
    connect(&m_visit->flow(), &CallFlow::stageChanged, this,
            [this] { emit callStageChanged(m_visit->flow().stage()); });
    if (m_parts.returns)
        connect(m_parts.returns, &ReturnWatch::returned, this, &KioskWindow::onReturned);
    connect(m_pin, &KioskPinPage::backRequested, this, &KioskWindow::clearSession);
    connect(m_pin, &KioskPinPage::opened, this, [this](KioskPinPage::For what) {
        if (what == KioskPinPage::For::Schedule)
            openReception();
        else
            emit leavingAllowed();
    });
    connect(m_stillHere, &QPushButton::clicked, this, &KioskWindow::hideIdleNotice);
    // Not before the touch has arrived: it would meet what is underneath.
    connect(m_idle, &IdleWatch::woken, this, &KioskWindow::hideIdleNotice, Qt::QueuedConnection);
    connect(qApp, &QApplication::focusChanged, this, &KioskWindow::revealFocus, Qt::QueuedConnection);
    connect(m_idle, &IdleWatch::expired, this, &KioskWindow::clearSession);
    connect(m_idle, &IdleWatch::countingDown, this, &KioskWindow::showIdleNotice);
}

/// It is made to forget with the session.
Result<CallEngine *> KioskWindow::useEngine()
{
    const Result<CallEngine *> engine = m_parts.callEngine();
    if (engine)
        m_engine = *engine;
    return engine;
}

Result<CodeCamera *> KioskWindow::openCamera(QWidget *parent)
{
    const Result<CallEngine *> engine = useEngine();
    if (!engine)
        return failure(engine.error());
    CodeCamera *camera = (*engine)->createCodeCamera(m_parts.callStorageDir, parent);
    camera->use(m_parts.settings.devices());
    // The engine's first view makes the window anew (CallEngine::createView): somebody may be typing.
    activateWindow();
    return camera;
}

void KioskWindow::onReturned()
{
    m_visit->flow().askNow();
    m_resting->lookNow();
    if (m_reception)
        m_reception->agenda().lookAgain();
}

bool KioskWindow::isInCall() const
{
    return m_visit->flow().hasCall();
}

void KioskWindow::fillScreen()
{
    ui::fillScreen(*this, m_parts.settings.kiosk().screen);
}

// Pages

void KioskWindow::goTo(Page page)
{
    m_page = page;
    QWidget *widget = m_resting;
    if (page == Page::Code)
        widget = m_code;
    else if (page == Page::Greeting)
        widget = m_greeting;
    else if (page == Page::Visit)
        widget = m_visit;
    else if (page == Page::Pin)
        widget = m_pin;
    else if (page == Page::Reception)
        widget = m_reception;
    m_pages->setCurrentWidget(widget);
    showHeader();
    fitText();
    if (page == Page::Start)
        m_resting->takeFocus();
    else if (page == Page::Code)
        m_code->setFocus();
    else if (page == Page::Greeting)
        m_greeting->yesButton()->setFocus();
    m_keyboard->setOffered(page == Page::Pin || page == Page::Reception || page == Page::Visit);
    watchIdling();
}

/// Not above a dark screen.
void KioskWindow::showHeader()
{
    m_header->setVisible(m_page != Page::Start || m_resting->kind() != RestingPage::Kind::Closed);
}

void KioskWindow::askForPin(KioskPinPage::For what)
{
    if (isInCall())
        return;
    if (m_page != Page::Start)
        clearSession();
    goTo(Page::Pin);
    m_pin->ask(what);
}

void KioskWindow::greet(const Appointment &appointment)
{
    m_appointment = appointment;
    m_greeting->greet(appointment);
    goTo(Page::Greeting);
}

void KioskWindow::beginVisit()
{
    const Participant *person =
        m_appointment ? m_appointment->consultation.participant(m_appointment->kaleyraUserId) : nullptr;
    if (!person)
        return;
    m_parts.settings.setGuest(StationIdentity{person->kaleyraUserId, firstNameOf(person->fullName), person->groups});
    m_service.setGuest(person->kaleyraUserId);
    const Teleconsultation consultation = m_appointment->consultation;
    goTo(Page::Visit);
    m_visit->flow().start(consultation);
}

void KioskWindow::openReception()
{
    m_reception = new ReceptionPage(m_service, m_parts.settings, m_parts.clock, this);
    connect(m_reception, &ReceptionPage::done, this, &KioskWindow::clearSession, Qt::QueuedConnection);
    m_pages->addWidget(m_reception);
    goTo(Page::Reception);
}

// The window

void KioskWindow::useContrast(bool on)
{
    Theme::instance().setScheme(on ? Theme::Scheme::Contrast : Theme::Scheme::Light);
}

void KioskWindow::fitText()
{
    const int share = m_page == Page::Reception ? receptionPercent : 100;
    Theme::instance().setTextScale(kioskTextScale(size(), m_parts.settings.textScale(), share));
}

void KioskWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
    const QList<QDialog *> dialogs = findChildren<QDialog *>(Qt::FindDirectChildrenOnly);
    for (QDialog *dialog : dialogs)
        placeOver(dialog);
    placeOver(m_idleNotice);
}

void KioskWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (std::exchange(m_isUsable, true))
        return;
    QMetaObject::invokeMethod(this, &KioskWindow::usable, Qt::QueuedConnection);
}

/// As much of the window as the keyboard leaves.
void KioskWindow::placeOver(QWidget *child)
{
    const int keyboard = m_keyboard->isVisibleTo(this) ? m_keyboard->sizeHint().height() : 0;
    child->setMinimumSize(0, 0);
    child->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    child->setGeometry(0, 0, width(), height() - keyboard);
    m_keyboard->raise();
}

/// What is written in is never under the keyboard: whatever scrolls it shows it.
void KioskWindow::revealFocus()
{
    QWidget *focused = focusWidget();
    for (QWidget *widget = focused; widget && widget != this; widget = widget->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(widget); area && area->widget())
            area->ensureWidgetVisible(focused);
    }
}

void KioskWindow::childEvent(QChildEvent *event)
{
    if (event->added() && qobject_cast<QDialog *>(event->child()))
        event->child()->installEventFilter(this);
    QWidget::childEvent(event);
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    auto *dialog = qobject_cast<QDialog *>(watched);
    if (dialog && event->type() == QEvent::Show) {
        placeOver(dialog);
        dialog->raise();
    } else if (watched == m_keyboard && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        const QList<QDialog *> dialogs = findChildren<QDialog *>(Qt::FindDirectChildrenOnly);
        for (QDialog *one : dialogs)
            placeOver(one);
        QMetaObject::invokeMethod(this, &KioskWindow::revealFocus, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::closeNow()
{
    m_mayClose = true;
    clearSession();
    close();
}

void KioskWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_mayClose);
    if (!m_mayClose)
        askForPin(KioskPinPage::For::Leaving);
}

void KioskWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Teleconsult"));
    m_idleNotice->setHeadline(tr("Are you still there?"));
    m_stillHere->setText(tr("I am still here"));
}

void KioskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
