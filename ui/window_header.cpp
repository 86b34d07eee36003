#include "ui/window_header.h"

#include "core/config/setting_keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/logo.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/setting_lock.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace teleconsult::ui {

WindowHeader::WindowHeader(const config::Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_settings(settings),
      m_logo(new Logo(spacing::xxl, this)),
      m_name(new QLabel(QStringLiteral("Teleconsult"), this)),
      m_station(makeButton(QStringLiteral("stationButton"), QStringLiteral("ghost"))),
      m_italian(makeButton(QStringLiteral("languageItalian"), QStringLiteral("segment"))),
      m_english(makeButton(QStringLiteral("languageEnglish"), QStringLiteral("segment"))),
      m_appearance(new IconButton(QStringLiteral("appearanceButton"), {}, this)),
      m_more(new IconButton(QStringLiteral("moreButton"), QStringLiteral("more"), this)),
      m_appearanceMenu(new QMenu(this)),
      m_appearances(new QActionGroup(this)),
      m_system(new QAction(this)),
      m_light(new QAction(this)),
      m_dark(new QAction(this)),
      m_moreMenu(new QMenu(this)),
      m_larger(new QAction(this)),
      m_smaller(new QAction(this)),
      m_normal(new QAction(this)),
      m_refresh(new QAction(this)),
      m_devices(new QAction(this)),
      m_pasteLink(new QAction(this)),
      m_reminders(new QAction(this)),
      m_settingsAction(new QAction(this)),
      m_shortcuts(new QAction(this)),
      m_removeDemo(new QAction(this)),
      m_restoreDemo(new QAction(this))
{
    setProperty("bar", true);
    m_name->setProperty("role", QStringLiteral("title"));
    setThemedIcon(m_station, QStringLiteral("person"), &Colors::textMuted);
    makeAppearanceMenu();
    makeMoreMenu();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::s, spacing::l, spacing::s);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_logo);
    layout->addSpacing(spacing::xs);
    layout->addWidget(m_name);
    layout->addStretch(1);
    layout->addWidget(m_station);
    layout->addSpacing(spacing::xs);
    layout->addWidget(makeLanguages(), 0, Qt::AlignVCenter);
    layout->addSpacing(spacing::xs);
    layout->addWidget(m_appearance);
    layout->addWidget(m_more);

    connect(m_station, &QPushButton::clicked, this, &WindowHeader::stationEditRequested);
    connect(&Theme::instance(), &Theme::changed, this, &WindowHeader::updateAppearanceIcon);
    connect(&Theme::instance(), &Theme::textScaled, this, [this] {
        updateTextActions();
        fit();
    });
    refresh();
}

QPushButton *WindowHeader::makeButton(const QString &objectName, const QString &variant)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setProperty("variant", variant);
    return button;
}

QWidget *WindowHeader::makeLanguages()
{
    auto *frame = new QFrame(this);
    frame->setProperty("segments", true);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (QPushButton *button : {m_italian, m_english}) {
        button->setCheckable(true);
        button->setProperty("compact", true);
        group->addButton(button);
        layout->addWidget(button);
    }
    tabToChecked(group);
    // The languages' own names and codes are the same in every language.
    m_italian->setText(QStringLiteral("IT"));
    m_italian->setAccessibleName(QStringLiteral("Italiano"));
    m_italian->setToolTip(QStringLiteral("Italiano"));
    m_english->setText(QStringLiteral("EN"));
    m_english->setAccessibleName(QStringLiteral("English"));
    m_english->setToolTip(QStringLiteral("English"));
    connect(m_italian, &QPushButton::clicked, this, [this] { emit languageChosen(Language::Italian); });
    connect(m_english, &QPushButton::clicked, this, [this] { emit languageChosen(Language::English); });
    return frame;
}

void WindowHeader::makeAppearanceMenu()
{
    for (QAction *action : {m_system, m_light, m_dark}) {
        action->setCheckable(true);
        m_appearances->addAction(action);
        m_appearanceMenu->addAction(action);
    }
    connect(m_system, &QAction::triggered, this, [this] { emit appearanceChosen(config::Appearance::System); });
    connect(m_light, &QAction::triggered, this, [this] { emit appearanceChosen(config::Appearance::Light); });
    connect(m_dark, &QAction::triggered, this, [this] { emit appearanceChosen(config::Appearance::Dark); });
    m_appearanceMenu->addSeparator();
    for (QAction *action : {m_larger, m_smaller, m_normal})
        m_appearanceMenu->addAction(action);
    connect(m_larger, &QAction::triggered, this, [this] { emit textStepRequested(TextStep::Larger); });
    connect(m_smaller, &QAction::triggered, this, [this] { emit textStepRequested(TextStep::Smaller); });
    connect(m_normal, &QAction::triggered, this, [this] { emit textStepRequested(TextStep::Normal); });
    m_appearanceMenu->setToolTipsVisible(true); // What locks an entry.
    m_appearance->setMenu(m_appearanceMenu);
}

void WindowHeader::makeMoreMenu()
{
    m_moreMenu->addAction(m_refresh);
    m_moreMenu->addAction(m_devices);
    m_moreMenu->addAction(m_pasteLink);
    m_moreMenu->addAction(m_reminders);
    m_moreMenu->addAction(m_settingsAction);
    m_moreMenu->addAction(m_shortcuts);
    m_moreMenu->addAction(m_removeDemo);
    m_moreMenu->addAction(m_restoreDemo);
    connect(m_refresh, &QAction::triggered, this, &WindowHeader::refreshRequested);
    connect(m_devices, &QAction::triggered, this, &WindowHeader::deviceCheckRequested);
    connect(m_pasteLink, &QAction::triggered, this, &WindowHeader::pasteLinkRequested);
    connect(m_reminders, &QAction::triggered, this, &WindowHeader::remindersRequested);
    connect(m_settingsAction, &QAction::triggered, this, &WindowHeader::settingsRequested);
    connect(m_shortcuts, &QAction::triggered, this, &WindowHeader::shortcutsRequested);
    connect(m_removeDemo, &QAction::triggered, this, &WindowHeader::removeDemoRequested);
    connect(m_restoreDemo, &QAction::triggered, this, &WindowHeader::restoreDemoRequested);
    m_more->setMenu(m_moreMenu);
    setDemoClinic(false, false);
}

void WindowHeader::setDemoClinic(bool possible, bool present)
{
    m_removeDemo->setVisible(possible && present);
    m_restoreDemo->setVisible(possible && !present);
}

void WindowHeader::refresh()
{
    retranslate();
    m_logo->setFile(m_settings.text(config::keys::interfaceLogo));
    (languageOf(QLocale()) == Language::Italian ? m_italian : m_english)->setChecked(true);
    switch (m_settings.appearance()) {
    case config::Appearance::System:
        m_system->setChecked(true);
        break;
    case config::Appearance::Light:
        m_light->setChecked(true);
        break;
    case config::Appearance::Dark:
        m_dark->setChecked(true);
        break;
    }
    updateAppearanceIcon();
    updateTextActions();
    for (QPushButton *language : {m_italian, m_english})
        lockIfHeld(language, m_settings, config::keys::interfaceLanguage);
    for (QAction *scheme : {m_system, m_light, m_dark})
        lockIfHeld(scheme, m_settings, config::keys::interfaceAppearance);
}

void WindowHeader::updateAppearanceIcon()
{
    const bool dark = Theme::instance().scheme() == Theme::Scheme::Dark;
    m_appearance->setIconName(dark ? QStringLiteral("moon") : QStringLiteral("sun"));
}

void WindowHeader::updateTextActions()
{
    const int percent = Theme::instance().textScale();
    m_larger->setEnabled(percent < config::maximumTextScale);
    m_smaller->setEnabled(percent > config::minimumTextScale);
    for (QAction *step : {m_larger, m_smaller, m_normal})
        lockIfHeld(step, m_settings, config::keys::interfaceTextScale);
}

void WindowHeader::fit()
{
    if (!m_hasSize) { // Its font is not yet the one that the theme gives it: that would be loaded for nothing.
        m_station->setText(m_stationTexts.value(0));
        return;
    }
    // The program's name can be read in the title of the window too; what the button leaves out, in its tooltip.
    for (const bool named : {true, false}) {
        m_name->setVisible(named);
        for (const QString &text : std::as_const(m_stationTexts)) {
            m_station->setText(text);
            if (layout()->totalMinimumSize().width() <= width())
                return;
        }
    }
}

void WindowHeader::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_hasSize = true;
    fit();
}

void WindowHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

void WindowHeader::retranslate()
{
    const StationIdentity station = m_settings.station();
    const QString name = station.fullName.isEmpty() ? station.externalId : station.fullName;
    const QString groups = groupsText(station.groups);
    const bool peopleSignIn = !m_settings.signIn() || *m_settings.signIn();
    QString words = peopleSignIn ? tr("Sign in") : tr("Set up this station");
    if (!name.isEmpty())
        words = groups.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, groups);
    m_stationTexts = {words};
    if (!name.isEmpty())
        m_stationTexts << name;
    // An ampersand in a name is no shortcut.
    m_stationTexts.replaceInStrings(QStringLiteral("&"), QStringLiteral("&&"));
    m_stationTexts.removeDuplicates();
    const QString described = name.isEmpty() ? words
                              : peopleSignIn ? tr("Signed in as %1").arg(words)
                                             : tr("This station: %1").arg(words);
    const QString offered = peopleSignIn ? tr("Sign in or out") : tr("Change who uses this station");
    m_station->setAccessibleName(described);
    m_station->setToolTip(QStringLiteral("<qt>%1<br>%2</qt>").arg(described.toHtmlEscaped(), offered.toHtmlEscaped()));
    fit();
    m_appearance->setWords(tr("Appearance"));
    m_system->setText(tr("As the system"));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
    const auto withKeys = [](const QString &text, const char *keys) {
        return QStringLiteral("%1\t%2").arg(text, QKeySequence(QLatin1String(keys)).toString(QKeySequence::NativeText));
    };
    m_larger->setText(withKeys(tr("Larger text"), "Ctrl++"));
    m_smaller->setText(withKeys(tr("Smaller text"), "Ctrl+-"));
    m_normal->setText(withKeys(tr("Normal text"), "Ctrl+0"));
    m_more->setWords(tr("More"));
    m_refresh->setText(tr("Refresh"));
    m_devices->setText(tr("Camera and microphone…"));
    m_pasteLink->setText(tr("Open the copied link"));
    m_reminders->setText(tr("Reminders…"));
    m_settingsAction->setText(withKeys(tr("Settings…"), "Ctrl+,"));
    m_shortcuts->setText(tr("Keyboard shortcuts"));
    m_removeDemo->setText(tr("Remove the demo clinic"));
    m_restoreDemo->setText(tr("Restore the demo clinic"));
}

} // namespace teleconsult::ui
