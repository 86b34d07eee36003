#include "ui/main_window.h"

#include "core/config/setting_keys.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/call/call_page.h"
#include "ui/links/link_reception.h"
#include "ui/shortcuts_dialog.h"
#include "ui/theme/theme.h"
#include "ui/waiting/return_watch.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/tab_order.h"
#include "ui/window_closing.h"
#include "ui/window_header.h"

#include <QCloseEvent>
#include <QDir>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize minimumWindow(960, 600);

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent),
      m_parts(std::move(parts)),
      m_sandboxArea(new QWidget(this)),
      m_pages(new QStackedWidget(this)),
      m_agendaArea(new QWidget(this)),
      m_header(new WindowHeader(m_parts.settings, m_agendaArea)),
      m_agenda(new AgendaPage(m_parts.service, m_parts.settings, m_parts.clock, m_agendaArea)),
      m_links(new LinkReception(
          m_parts.service, [this] { return isInCall(); }, this)),
      m_closing(new WindowClosing({.isInCall = [this] { return isInCall(); },
                                   .isReceiving = [this] { return m_call && m_call->isReceiving(); },
                                   .leaveCall =
                                       [this] {
                                           if (m_call)
                                               m_call->flow().leave();
                                       },
                                   .staysInPanel = [this] { return m_staysInPanel && m_staysInPanel(); }},
                                  this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/teleconsult.svg")));
    resize(firstSize);
    setMinimumSize(minimumWindow);

    auto *agendaLayout = new QVBoxLayout(m_agendaArea);
    agendaLayout->setContentsMargins(0, 0, 0, 0);
    agendaLayout->setSpacing(0);
    agendaLayout->addWidget(m_header);
    agendaLayout->addWidget(m_agenda, 1);
    m_pages->addWidget(m_agendaArea);

    auto *sandboxLayout = new QVBoxLayout(m_sandboxArea);
    sandboxLayout->setContentsMargins(0, 0, 0, 0);
    m_sandboxArea->hide();
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sandboxArea);
    layout->addWidget(m_links);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);

    connect(m_header, &WindowHeader::stationEditRequested, this, &MainWindow::stationEditRequested);
    connect(m_header, &WindowHeader::languageChosen, this, &MainWindow::languageChosen);
    connect(m_header, &WindowHeader::appearanceChosen, this, &MainWindow::appearanceChosen);
    connect(m_header, &WindowHeader::textStepRequested, this, &MainWindow::stepText);
    connect(m_header, &WindowHeader::refreshRequested, this, &MainWindow::refresh);
    connect(m_header, &WindowHeader::deviceCheckRequested, this, &MainWindow::checkDevices);
    connect(m_header, &WindowHeader::shortcutsRequested, this, &MainWindow::showShortcuts);
    connect(m_header, &WindowHeader::removeDemoRequested, this, &MainWindow::removeDemoClinicRequested);
    connect(m_header, &WindowHeader::restoreDemoRequested, this, &MainWindow::restoreDemoClinicRequested);
    connect(m_header, &WindowHeader::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_header, &WindowHeader::remindersRequested, this, &MainWindow::remindersRequested);
    connect(m_header, &WindowHeader::pasteLinkRequested, m_links, &LinkReception::takeFromClipboard);
    connect(m_links, &LinkReception::found, this, &MainWindow::enter);
    connect(m_agenda, &AgendaPage::restoreDemoRequested, this, &MainWindow::restoreDemoClinicRequested);
    connect(m_agenda, &AgendaPage::joinRequested, this, &MainWindow::join);
    connect(m_agenda, &AgendaPage::usable, this, &MainWindow::agendaUsable);
    connect(m_closing, &WindowClosing::hiddenInPanel, this, [this] {
        m_wasInPanel = true;
        emit hiddenInPanel();
    });
    connect(m_closing, &WindowClosing::quitting, this, &MainWindow::quitting);
    if (m_parts.returns)
        connect(m_parts.returns, &ReturnWatch::returned, this, &MainWindow::onReturned);
    addShortcuts();
    retranslate();
    orderTabs(this);
    m_agenda->focusContent();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isInCall() const
{
    return m_call && m_call->flow().hasCall();
}

bool MainWindow::isAwaiting(const QString &consultationId) const
{
    return m_call && m_call->flow().isAttending(consultationId);
}

void MainWindow::setSandboxNotice(bool on, Reach reach)
{
    m_isSandbox = on;
    m_reach = reach;
    if (on && !m_sandbox) {
        m_sandbox = new Banner(Tone::Warning, m_sandboxArea);
        m_sandbox->setObjectName(QStringLiteral("sandboxBanner"));
        m_sandbox->setProperty("edge", true);
        m_sandbox->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
        m_sandbox->setIconName(QStringLiteral("flask"));
        m_removeDemo = m_sandbox->addAction(QStringLiteral("removeDemoButton"));
        m_sandboxArea->layout()->addWidget(m_sandbox);
        orderTabs(this);
        connect(m_removeDemo, &QPushButton::clicked, this, &MainWindow::removeDemoClinicRequested);
    }
    m_sandboxArea->setVisible(on);
    updateDemo();
    retranslate();
}

void MainWindow::setCover(QWidget *cover)
{
    if (m_cover && m_cover != cover)
        m_cover->hide();
    m_cover = cover;
    m_links->hold(m_cover != nullptr);
    m_agenda->setVisible(!cover);
    if (cover) {
        m_agendaArea->layout()->addWidget(cover);
        cover->setVisible(true);
        cover->setFocus();
    } else {
        m_agenda->focusContent();
    }
    m_header->refresh();
}

void MainWindow::setDemoClinicPresent(bool present)
{
    m_demoPresent = present;
    updateDemo();
}

void MainWindow::updateDemo()
{
    const bool isPossible =
        m_isSandbox && m_reach == Reach::ThisComputer && !m_parts.settings.isLocked(config::keys::demoWanted);
    // It would take the consultation away that a call belongs to.
    const bool isCallOpen = m_call && m_call->flow().stage() != CallFlow::Stage::Idle;
    if (m_removeDemo)
        m_removeDemo->setVisible(isPossible && m_demoPresent && !isCallOpen);
    m_header->setDemoClinic(isPossible && !isCallOpen, m_demoPresent);
    m_agenda->setDemoOffered(isPossible && !m_demoPresent);
}

void MainWindow::refresh()
{
    m_header->refresh();
    m_agenda->refresh();
    if (m_call)
        m_call->flow().askNow();
}

void MainWindow::onRecordsChanged()
{
    m_agenda->onRecordsChanged();
    if (m_call)
        m_call->flow().onRecordsChanged();
}

/// Without a word: nobody has asked for it.
void MainWindow::onReturned()
{
    m_agenda->lookAgain();
    if (m_call)
        m_call->flow().askNow();
}

void MainWindow::showProblem(const Error &error)
{
    if (m_call && m_pages->currentWidget() == m_call && !isInCall()) {
        m_call->showProblem(error);
        return;
    }
    m_agenda->notice().say({.tone = Tone::Danger,
                            .iconName = QStringLiteral("alert"),
                            .text = [error] { return errorText(error); },
                            .action = {},
                            .onAction = {}});
}

void MainWindow::tellOfFreshSandbox(const QString &damagedFile)
{
    m_agenda->notice().say({.tone = Tone::Warning,
                            .iconName = QStringLiteral("flask"),
                            .text =
                                [damagedFile] {
                                    return tr("What the sandbox had kept was damaged, so it has begun afresh. Calls "
                                              "scheduled before cannot be joined. The damaged file is kept as %1.")
                                        .arg(QDir::toNativeSeparators(damagedFile));
                                },
                            .action = {},
                            .onAction = {}});
}

// Closing

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_closing->decide(event);
}

void MainWindow::quitNow()
{
    m_closing->quitNow();
}

void MainWindow::quit()
{
    m_closing->quit();
}

void MainWindow::aboutToQuit()
{
    m_closing->aboutToQuit();
}

/// Nobody keeps an agenda up to date that cannot be seen.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_wasInPanel, false))
        m_agenda->lookAgain();
}

void MainWindow::setStaysInPanel(std::function<bool()> staysInPanel)
{
    m_staysInPanel = std::move(staysInPanel);
}

// Keyboard

void MainWindow::addShortcut(const QKeySequence &keys, const std::function<void()> &action, bool agendaOnly)
{
    auto *shortcut = new QShortcut(keys, agendaOnly ? m_agendaArea : static_cast<QWidget *>(this));
    // Within the agenda only: in a call these keys belong to the page.
    shortcut->setContext(agendaOnly ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
}

void MainWindow::addShortcuts()
{
    using View = AgendaToolbar::View;
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_N), [this] { m_agenda->schedule(); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_agenda->rescheduleSelected(); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_agenda->focusSearch(); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_1), [this] { m_agenda->showView(View::Day); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_2), [this] { m_agenda->showView(View::Week); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_T), [this] { m_agenda->showToday(); }, true);
    addShortcut(
        QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_agenda->step(-1); }, true);
    addShortcut(
        QKeySequence(Qt::ALT | Qt::Key_Right), [this] { m_agenda->step(1); }, true);
    addShortcut(
        QKeySequence(QKeySequence::Paste), [this] { m_links->takeFromClipboard(); }, true);
    addShortcut(
        QKeySequence(Qt::Key_F5), [this] { refresh(); }, true);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { stepText(TextStep::Larger); }, false);
    // The same key where "+" is above "=".
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { stepText(TextStep::Larger); }, false);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { stepText(TextStep::Smaller); }, false);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_0), [this] { stepText(TextStep::Normal); }, false);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { emit settingsRequested(); }, true);
    addShortcut(
        QKeySequence(Qt::Key_F1), [this] { showShortcuts(); }, false);
    addShortcut(
        QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { quit(); }, false);
}

void MainWindow::stepText(TextStep step)
{
    if (m_parts.settings.isLocked(config::keys::interfaceTextScale))
        return;
    constexpr int percents = 25;
    const int scale = Theme::instance().textScale();
    switch (step) {
    case TextStep::Normal:
        emit textScaleChosen({});
        return;
    case TextStep::Larger:
        emit textScaleChosen(std::min((scale / percents + 1) * percents, config::maximumTextScale));
        return;
    case TextStep::Smaller:
        emit textScaleChosen(std::max(((scale - 1) / percents) * percents, config::minimumTextScale));
        return;
    }
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// Language

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(m_isSandbox ? tr("Teleconsult – Sandbox") : QStringLiteral("Teleconsult"));
    if (!m_sandbox)
        return;
    m_sandbox->setText(m_reach == Reach::ThisComputer
                           ? tr("Sandbox: practice calls on this computer. Nothing leaves it.")
                           : tr("Sandbox: practice calls on this computer. Services of the clinic are asked all the "
                                "same."));
    m_removeDemo->setText(tr("Remove demo clinic"));
}

} // namespace teleconsult::ui
